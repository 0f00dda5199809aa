"""Golden cases through the command line: what is printed, and the exit code."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from factlint import __version__, config
from factlint.cli import main, streams
from factlint.cli.app import COMMANDS
from factlint.reporters import REPORTERS
from factlint.spelling import listing

from .conftest import Run, Write

GOOD = {"a.md": "Acme is valued at $9 billion.\n"}
BAD = {
    "a.md": "Acme is valued at $9 billion.\n\nIts office is small.\n",
    "b.md": "Acme is valued at $7 billion.\n",
    "c.md": "Globex raised $20 million.\n",
}


def stdout(run: Run, *arguments: str, stdin: str | None = None) -> str:
    return str(run(*arguments, stdin=stdin).stdout)


# claims


def test_front_matter_is_read_by_the_names_of_columns(run: Run, write: Write) -> None:
    head = '---\ntitle: Acme\nfunding_amount: "$9M"\nnotes: "$7M"\n---\n'
    write({"a.md": head + "\nNothing else.\n"})
    assert "a.md:3:18: Acme: funding_amount = $9M" in stdout(run, "claims")
    assert "$7M" not in stdout(run, "claims")


# check


def test_nothing_to_report(run: Run, write: Write) -> None:
    write(GOOD)
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "0 errors, 0 warnings\n"
        "1 document read; 1 figure seen, 1 bound to a claim (100 %); 1 claim, 0 compared\n"
    )


def test_two_documents_that_contradict_each_other(run: Run, write: Write) -> None:
    write(BAD)
    result = run("check", "--format", "concise", "--fail-on", "warning")
    assert result.exit_code == 1
    (finding, summary) = result.stdout.splitlines()
    assert "[valuation-conflict]" in finding
    assert "$9 billion" in finding
    assert "$7 billion" in finding
    seen = "3 documents read; 3 figures seen, 3 bound to a claim (100 %); 3 claims, 2 compared"
    assert seen in summary


def test_text_shows_both_sides(run: Run, write: Write) -> None:
    write(BAD)
    lines = stdout(run, "check").splitlines()
    assert "1 | Acme is valued at $9 billion." in lines
    assert "1 | Acme is valued at $7 billion." in lines
    assert "  |                   ^^^^^^^^^^" in lines


def test_json(run: Run, write: Write) -> None:
    write(BAD)
    content = json.loads(stdout(run, "check", "--format", "json"))
    (finding,) = content["findings"]
    assert (content["version"], finding["rule"]) == (1, "valuation-conflict")
    assert {finding["path"], *(each["path"] for each in finding["related"])} == {"a.md", "b.md"}
    assert content["summary"]["documents"] == 3


def test_the_same_input_gives_the_same_bytes(run: Run, write: Write) -> None:
    write(BAD)
    once, again = (stdout(run, "check", "--format", "json") for _ in range(2))
    assert once == again


def test_several_formats_at_once(run: Run, write: Write) -> None:
    folder = write(BAD)
    text = stdout(run, "check", "--format", "json=out.json", "--format", "concise", "--exit-zero")
    assert "[valuation-conflict]" in text
    assert json.loads((folder / "out.json").read_text())["version"] == 1


def test_a_dash_is_stdout(run: Run, write: Write) -> None:
    write(BAD)
    assert stdout(run, "check", "--format", "json=-") == stdout(run, "check", "--format", "json")


def test_a_file_is_replaced_as_a_whole(run: Run, write: Write) -> None:
    folder = write({**BAD, "real.json": "old"})
    (folder / "real.json").chmod(0o640)
    (folder / "out.json").symlink_to("real.json")
    run("check", "--format", "json=out.json")
    assert (folder / "out.json").is_symlink()
    assert json.loads((folder / "real.json").read_text())["version"] == 1
    assert (folder / "real.json").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in folder.iterdir() if path.suffix == ".tmp"] == []


def test_what_is_no_file_is_written_to(run: Run, write: Write) -> None:
    write(BAD)
    assert run("check", "--format", f"json={os.devnull}", "--exit-zero").exit_code == 0
    assert not Path(os.devnull).is_file()


def test_a_name_that_no_file_can_have(run: Run, write: Write) -> None:
    write(BAD)
    result = run("check", "--format", f"json={'x' * 300}", "--format", "text")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot write: File name too long" in result.stderr


def test_a_report_that_cannot_be_written_leaves_the_old_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "out.json").write_text("old")
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        streams.save("new", folder / "out.json")
    assert (folder / "out.json").read_text() == "old"
    assert [path.name for path in folder.iterdir() if path.is_file()] == ["out.json"]


def interrupted(path: Path, target: Path) -> Path:
    raise KeyboardInterrupt


# Statistics

STATISTICS = [{"rule": "valuation-conflict", "severity": "warning", "count": 1}]


def test_statistics_come_after_the_text(run: Run, write: Write) -> None:
    write(BAD)
    for style in ("text", "concise"):
        plain, counted = (
            stdout(run, "check", "--format", style, *more) for more in ([], ["--statistics"])
        )
        assert counted == f"{plain}\n1  warning  valuation-conflict\n"


def test_statistics_are_a_key_of_json(run: Run, write: Write) -> None:
    write(BAD)
    plain, counted = (
        json.loads(stdout(run, "check", "--format", "json", *more))
        for more in ([], ["--statistics"])
    )
    assert counted == {**plain, "statistics": STATISTICS}
    last = stdout(run, "check", "--format", "jsonl", "--statistics").splitlines()[-1]
    assert json.loads(last) == {"version": 1, "summary": plain["summary"], "statistics": STATISTICS}


# GitHub's summary of a step


def test_the_summary_of_a_step_is_appended(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({**BAD, "summary.md": "Before.\n"})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    assert stdout(run, "check", "--format", "github", "--isolated", "a.md", "b.md").startswith(
        "::warning "
    )
    head, _, table = (folder / "summary.md").read_text().partition("## factlint")
    assert head == "Before.\n"
    assert "| warning | valuation-conflict | a.md:1<br>b.md:1 |" in table


def test_other_formats_leave_the_summary_of_a_step_alone(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(BAD)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.txt"))
    run("check", "--format", "sarif", "a.md", "b.md")
    assert not (folder / "summary.txt").exists()


def test_a_summary_that_cannot_be_written_is_told(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(BAD)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/file")
    result = run("check", "--format", "github")
    assert (result.exit_code, "no/such/file: cannot write" in result.stderr) == (0, True)


CODES = [
    pytest.param(["--fail-on", "never"], 0, id="never"),
    pytest.param(["--fail-on", "info", "--exit-zero"], 0, id="exit-zero"),
    pytest.param(["--fail-on", "info", "--ignore", "valuation-conflict"], 0, id="ignored"),
    pytest.param(["--fail-on", "info", "--select", "unreadable-document"], 0, id="not selected"),
    pytest.param(["--fail-on", "info"], 1, id="found"),
    pytest.param(["--fail-on", "warning"], 1, id="found at the level or above"),
    pytest.param(["--fail-on", "info", "--select", "valuation-conflict"], 1, id="selected"),
]


@pytest.mark.parametrize(("arguments", "code"), CODES)
@pytest.mark.parametrize("style", REPORTERS)
def test_exit_codes(run: Run, write: Write, style: str, arguments: list[str], code: int) -> None:
    write(BAD)
    assert run("check", "--format", style, *arguments).exit_code == code


# What the user can repair: exit code 2, a message, never a traceback

FAULTS = [
    pytest.param(["check", "nope.md"], "error: no such file or folder: nope.md", id="no path"),
    pytest.param(["check", "empty"], "no document", id="folder without documents"),
    pytest.param(["check", "--exit-zero", "nope"], "no such file", id="exit-zero keeps 2"),
    pytest.param(
        ["check", "--select", "valuation-conflit", "a.md"],
        "no rule 'valuation-conflit'; did you mean 'valuation-conflict'?",
        id="unknown rule",
    ),
    pytest.param(["check", "--ignore", "xyzzy", "a.md"], "no rule 'xyzzy'", id="unlike any rule"),
    pytest.param(
        ["check", "--format", "jsn", "a.md"], "no format 'jsn'; did you mean 'json'?", id="format"
    ),
    pytest.param(
        ["check", "--format", "json", "--format", "text", "a.md"],
        "only one format can go to stdout",
        id="two formats on stdout",
    ),
    pytest.param(
        ["check", "--format", "json=no/such/folder.json", "a.md"],
        "error: no/such/folder.json: cannot write: there is no folder no/such",
        id="no place to write",
    ),
    pytest.param(
        ["check", "--format", "json=empty", "a.md"],
        "error: empty: cannot write: it is a folder",
        id="a folder to write to",
    ),
    pytest.param(
        ["check", "--format", "json=", "a.md"], "--format json= names no file", id="no file named"
    ),
    pytest.param(
        ["check", "--format", "json=-", "--format", "text", "a.md"],
        "only one format can go to stdout",
        id="stdout twice, once by name",
    ),
    pytest.param(
        ["check", "--format", "json=x", "--format", "sarif=./x", "a.md"],
        "two formats cannot go to one file",
        id="two formats in one file",
    ),
    pytest.param(["check", "--jobs", "0", "a.md"], "--jobs takes a number from 1", id="no jobs"),
    pytest.param(["check", "--jobs", "x", "a.md"], "or auto, not 'x'", id="jobs in words"),
    pytest.param(["check", "-"], "--stdin-filename NAME", id="stdin without a name"),
    pytest.param(
        ["check", "--stdin-filename", "x.md"], "--stdin-filename NAME", id="name without stdin"
    ),
    pytest.param(["check", "--config", "nope.toml"], "cannot read: No such file", id="no settings"),
    pytest.param(
        ["check", "--config", "x.toml", "--isolated"], "exclude each other", id="isolated"
    ),
    pytest.param(["chek"], "no command 'chek'; did you mean 'check'?", id="unknown command"),
    pytest.param(["claims", "nope.md"], "no such file or folder", id="claims of nothing"),
    pytest.param(["mentions", "nope.md"], "no such file or folder", id="mentions of nothing"),
    pytest.param(["test", "nope.yml"], "no such file or folder", id="no pack"),
    pytest.param(["test", "empty"], "no rule pack", id="folder without packs"),
    pytest.param(["test", "broken.yml"], "broken.yml:2:1: ", id="broken pack"),
    pytest.param(
        ["explain", "valuation-conflit"],
        "attribute or relation 'valuation-conflit'; did you mean 'valuation-conflict'?",
        id="no page",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), FAULTS)
def test_faults(run: Run, write: Write, arguments: list[str], message: str) -> None:
    folder = write({**GOOD, "broken.yml": "version: 1\nrulez: {}\n"})
    (folder / "empty").mkdir()
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_all_mistakes_of_the_settings_are_told(run: Run, write: Write) -> None:
    folder = write({**GOOD, "factlint.toml": "\npack = []\nexclude = 1\n"})
    assert run("check").stderr == (
        f"error: {folder}/factlint.toml:2: unknown key 'pack'; did you mean 'packs'?"
        f" (allowed: {listing(config.ALLOWED)})\n"
        f"{folder}/factlint.toml:3: 'exclude' must be a list of texts, not a number\n"
    )


def test_what_cannot_be_read_is_a_finding(run: Run, write: Write) -> None:
    folder = write(GOOD)
    (folder / "b.md").write_bytes(b"caf\xe9 for $9 million")
    assert "b.md:1:4: warning[unreadable-document]" in stdout(run, "check", "--format", "concise")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_text(run: Run, folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.md")).write_bytes(b"\xff")
    result = run("check", "--format", "json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["path"], result.exit_code) == ("caf\\udce9.md", 0)


def test_files_that_are_not_read_are_counted(run: Run, write: Write) -> None:
    write({**GOOD, "x.docx": "", "y.docx": ""})
    assert "(not read: 2 .docx)" in stdout(run, "check")


# Corpus and focus

SETTINGS = {**BAD, "factlint.toml": 'exclude = ["c.md"]\n', "sub/d.md": "Nothing.\n"}


def test_settings_name_the_corpus_and_paths_are_the_focus(run: Run, write: Write) -> None:
    write(SETTINGS)
    touching, elsewhere = (
        json.loads(stdout(run, "check", "--format", "json", path)) for path in ("b.md", "sub")
    )
    assert [touching["summary"]["documents"], len(touching["findings"])] == [3, 1]
    assert [elsewhere["summary"]["documents"], len(elsewhere["findings"])] == [3, 0]


def test_isolated_paths_are_the_corpus(run: Run, write: Write) -> None:
    write(SETTINGS)
    content = json.loads(stdout(run, "check", "--format", "json", "--isolated", "b.md"))
    assert [content["summary"]["documents"], content["findings"]] == [1, []]


def test_paths_are_relative_to_the_settings(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(SETTINGS)
    monkeypatch.chdir(folder / "sub")
    assert stdout(run, "claims", "--format", "text", "../b.md").startswith("b.md:1:19: ")


def test_a_path_outside_of_the_settings_is_a_corpus_of_its_own(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({"in/factlint.toml": "", "in/a.md": BAD["a.md"], "out/b.md": BAD["b.md"]})
    monkeypatch.chdir(folder / "in")
    content = json.loads(stdout(run, "check", "--format", "json", "../out"))
    assert [content["summary"]["documents"], content["findings"]] == [1, []]


def test_stdin_stands_for_a_file(run: Run, write: Write) -> None:
    write(BAD)
    text = "Acme is valued at $5 billion.\n"
    result = run("check", "-", "--stdin-filename", "a.md", "b.md", "--format", "json", stdin=text)
    (finding,) = json.loads(result.stdout)["findings"]
    assert "$5 billion" in finding["message"]


def test_stdin_alone(run: Run) -> None:
    listed = stdout(run, "claims", "-", "--stdin-filename", "x/new.md", stdin=GOOD["a.md"])
    assert listed.startswith("x/new.md:1:19: Acme: valuation = $9 billion (0.")


# Lists, pages, tests of packs


def test_claims_jsonl(run: Run, write: Write) -> None:
    write(GOOD)
    (claim,) = map(json.loads, stdout(run, "claims", "--format", "jsonl").splitlines())
    assert (claim["path"], claim["subject"], claim["attribute"]) == ("a.md", "Acme", "valuation")


def test_unsure_claims_can_be_left_out(run: Run, write: Write) -> None:
    write(GOOD)
    assert stdout(run, "claims", "--min-confidence", "1") == (
        "1 figure seen, 1 bound to a claim (100 %)\n"
    )


def test_mentions_jsonl(run: Run, write: Write) -> None:
    write(GOOD)
    listed = map(json.loads, stdout(run, "mentions", "--format", "jsonl").splitlines())
    assert [(each["kind"], each["text"]) for each in listed] == [
        ("name", "Acme"),
        ("money", "$9 billion"),
    ]


def test_rules(run: Run) -> None:
    header, *rows = stdout(run, "rules").splitlines()
    assert header.split() == ["rule", "severity", "check", "over", "summary"]
    assert "valuation-conflict" in {row.split()[0] for row in rows}


def test_rules_json(run: Run) -> None:
    rules = json.loads(stdout(run, "rules", "--format", "json"))["rules"]
    assert list(rules[0]) == [
        "id",
        "severity",
        "check",
        "claims",
        "summary",
        "why",
        "min_confidence",
        "options",
        "relations",
    ]


PAGES = [
    pytest.param(
        "valuation-conflict", ["(rule, ", "Why: ", "A finding:", "No finding:"], id="rule"
    ),
    pytest.param(
        "agree",
        [
            "(check, over claims)",
            "Options:",
            "same-if-present",
            "What would fool it",
            "A finding, by",
        ],
        id="check",
    ),
    pytest.param("valuation", ["(attribute)", "Cues:", "Says so:"], id="attribute"),
    pytest.param("unreadable-document", ["(rule, warning)", "Why: "], id="fault"),
]


@pytest.mark.parametrize(("name", "parts"), PAGES)
def test_pages(run: Run, name: str, parts: list[str]) -> None:
    page = stdout(run, "explain", name)
    assert [part for part in parts if part not in page] == []


PACK = """\
version: 1
claims:
  tool_count:
    summary: How many tools a product has.
    value: count
    holds: one at a time
    subject: {kind: [org, product]}
    cues: [{match: "(has|offers) {V}"}]
    yes:
      - {text: "Acme offers 34 tools.", expect: [{subject: Acme, value: 34 tools}]}
    no:
      - "Acme has no tools."
"""


def test_a_pack_that_passes(run: Run, write: Write) -> None:
    write({"ours.yml": PACK})
    result = run("test", "ours.yml")
    assert (result.exit_code, result.stdout) == (0, "2 tests, 0 failed\n")


def test_a_pack_that_fails(run: Run, write: Write) -> None:
    write({"ours.yml": PACK.replace("value: 34 tools}", "value: 35 tools}")})
    result = run("test", "ours.yml")
    assert (result.exit_code, result.stdout) == (
        1,
        "ours.yml:10: tool_count, yes\n"
        "  text:     Acme offers 34 tools.\n"
        "  expected: subject Acme, value 35 tools\n"
        "  got:      subject Acme, value 34 tools\n"
        "\n"
        "2 tests, 1 failed\n",
    )


def test_an_attribute_shows_its_nouns_and_its_other_definitions(run: Run) -> None:
    shown = {name: stdout(run, "explain", name).split() for name in ("revenue", "price")}
    assert "nouns revenue, revenues, sales" in " ".join(shown["revenue"])
    assert "see also subscription, token_price" in " ".join(shown["price"])
    assert "tells of price" in " ".join(stdout(run, "explain", "subscription").split())


def test_the_pack_in_the_manual_passes(run: Run, write: Write) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    pack = readme.partition("```yaml\nversion: 1\n")[2].partition("```")[0]
    write({"ours.yml": f"version: 1\n{pack}"})
    assert stdout(run, "test", "ours.yml") == "4 tests, 0 failed\n"


def test_the_shipped_packs_pass(run: Run) -> None:
    result = run("test")
    assert (result.stdout.splitlines()[-1].split(", ")[1], result.exit_code) == ("0 failed", 0)


# Help, version, terminals


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_has_examples(run: Run, command: str, option: str) -> None:
    result = run(command, option)
    assert result.exit_code == 0
    assert f"  factlint {command}" in result.stdout


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"factlint {__version__}\n"


def test_version_imports_nothing_heavy() -> None:
    code = (
        "import sys; from factlint.cli import main; main(['--version']);"
        "print(sorted({'click', 'yaml', 'dateparser', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"


COLOURS = [
    pytest.param([], {}, False, id="no terminal"),
    pytest.param(["--color", "never"], {"FORCE_COLOR": "1"}, False, id="never"),
    pytest.param([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
    pytest.param([], {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR"),
    pytest.param(["--color", "always"], {"NO_COLOR": "1"}, True, id="always"),
]


@pytest.mark.parametrize(("arguments", "variables", "coloured"), COLOURS)
def test_colours(
    folder: Path, write: Write, arguments: list[str], variables: dict[str, str], coloured: bool
) -> None:
    write(BAD)
    done = subprocess.run(
        [sys.executable, "-m", "factlint", "check", *arguments],
        capture_output=True,
        cwd=folder,
        env={**os.environ, **variables},
        check=False,
    )
    assert (b"\x1b[" in done.stdout, b"\x1b]8" in done.stdout) == (coloured, False)


def test_a_terminal_gets_colours_links_and_progress(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(BAD)
    monkeypatch.setenv("TERM", "xterm")
    shown = bytearray()

    def read(terminal: int) -> bytes:
        data = os.read(terminal, 1024)
        shown.extend(data)
        return data

    pty.spawn([sys.executable, "-m", "factlint", "check"], read)
    assert b"\x1b]8;;file://" in shown
    assert b"\rreading 0/3 documents" in shown


def test_a_reader_that_goes_away_changes_nothing(folder: Path, write: Write) -> None:
    write(BAD)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "factlint", "check", "--fail-on", "info"],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=folder,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


def test_an_interrupt(folder: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "factlint", "check", "-", "--stdin-filename", "a.md"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        # Whoever runs the tests in the background has them ignore interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert running.stdin is not None
    running.stdin.write(b"Acme.\n" * 100_000)  # more than a pipe holds: it has begun to read
    for _ in range(3):  # one that comes between two reads of Python is seen at the next
        running.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            running.wait(10)
            break
    assert (running.wait(10), b"Traceback" in running.communicate()[1]) == (130, False)


def test_named_settings_do_not_hold_elsewhere_and_that_is_told(run: Run, write: Write) -> None:
    folder = write({"in/factlint.toml": "", "in/a.md": "Acme.\n", "out/b.md": "Acme.\n"})
    told = "warning: outside of the folder of the settings, so read without them: "
    config = ("--config", "in/factlint.toml")
    assert told not in run("claims", *config, "in/a.md").stderr
    assert f"{told}{folder / 'out/b.md'}" in run("claims", *config, "in", "out/b.md").stderr
    assert told not in run("claims", "out/b.md").stderr
