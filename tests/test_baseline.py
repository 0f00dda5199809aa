"""Known findings: the file, what it hides, what of it is stale, and that merges never conflict."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import baseline
from factlint.baseline import Entry
from factlint.errors import FactlintError
from factlint.model import SEVERITIES, Finding, Place, Severity

from .conftest import Run, Write

A, B = "Acme is valued at $9 billion.\n", "Acme is valued at $7 billion.\n"
OTHER = "Globex is valued at $9 billion.\n"
CLASH = {"a.md": A, "b.md": B}
FIRST, LAST = '{"version": 1, "findings": [', "{}]}"


def entry(mark: str, severity: Severity = "error", path: str = "a.md") -> Entry:
    return Entry(mark, "scale-slip", severity, (path,), "Acme: valuation: $9 billion")


def finding(mark: str, severity: Severity = "error") -> Finding:
    place = Place("a.md", 1, 1, 1, 2)
    return Finding("scale-slip", severity, "message", place, "quote", "because", mark)


def summary(run: Run, *arguments: str) -> dict[str, int]:
    found = json.loads(run("check", "--format", "json", *arguments).stdout)["summary"]
    return {key: found[key] for key in ("warning", "baselined")}


# The file

ENTRIES = st.builds(
    Entry,
    st.text("0123456789abcdef", min_size=1, max_size=3),
    st.text(),
    st.sampled_from(SEVERITIES),
    st.lists(st.text()).map(tuple),
    st.text(),
)


@given(st.lists(ENTRIES))
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    text = baseline.dump(entries)
    found = baseline.parse(text, "b.json")
    assert baseline.dump(found) == text
    assert {one.fingerprint for one in found} == {one.fingerprint for one in entries}
    assert [one.line for one in found] == list(range(2, len(found) + 2))
    lines = text.splitlines() if "\u2028" not in text else text.split("\n")[:-1]
    assert (lines[0], lines[-1]) == (FIRST, LAST)


@given(st.lists(ENTRIES), st.randoms())
def test_the_order_of_entries_changes_nothing(entries: list[Entry], random: object) -> None:
    assert baseline.dump(entries[::-1]) == baseline.dump(entries)


def test_of_two_entries_the_one_that_covers_more_is_kept() -> None:
    both = (entry("1", "warning"), entry("1", "error"), entry("1", "info"))
    assert baseline.merged(both) == (entry("1", "error"),)


def test_a_file_that_was_formatted_anew_is_read() -> None:
    text = json.dumps(json.loads(baseline.dump([entry("1"), entry("2")])), indent=2)
    found = baseline.parse(text, "b.json")
    assert [one.fingerprint for one in found] == ["1", "2"]
    assert ['"1"' in text.splitlines()[found[0].line - 1], found[1].line > 8] == [True, True]


GOOD = baseline.dump([entry("1"), entry("2")])

BROKEN = [
    pytest.param("", 1, "not valid JSON: Expecting value; repair the line, or", id="empty"),
    pytest.param(GOOD.replace('"2", ', '"2" '), 3, "not valid JSON: Expecting ',' ", id="comma"),
    pytest.param(GOOD.replace("{}]}\n", ""), 4, "not valid JSON", id="cut off"),
    pytest.param(f"<<<<<<< ours\n{GOOD}", 1, "a merge conflict; keep the entries", id="conflict"),
    pytest.param(GOOD.replace("1, ", "2, ", 1), 1, "unknown version 2 of a baseline", id="newer"),
    pytest.param(GOOD.replace("1, ", "true, ", 1), 1, "unknown version True", id="no number"),
    pytest.param("[]", 1, "not a baseline: it has no version", id="list"),
    pytest.param('{"findings": []}', 1, "not a baseline: it has no version", id="no version"),
    pytest.param('{"version": 1}', 1, "not a baseline: 'findings' must be", id="no findings"),
    pytest.param(f"{FIRST}\n3,\n{LAST}\n", 2, "an entry must be a mapping", id="number"),
    pytest.param(
        GOOD.replace('"fingerprint": "2"', '"x": 1'), 3, "an entry needs the text 'fin", id="mark"
    ),
    pytest.param(
        GOOD.replace('"error"', '"eror"'), 2, "unknown severity 'eror' (allowed:", id="severity"
    ),
    pytest.param(GOOD.replace('["a.md"]', '"a.md"'), 2, "an entry needs 'paths'", id="paths"),
    pytest.param("[" * 100_000, 1, "nested too deeply", id="deep"),
]


@pytest.mark.parametrize(("text", "line", "message"), BROKEN)
def test_what_is_broken_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(FactlintError) as caught:
        baseline.parse(text, "b.json")
    assert (caught.value.path, caught.value.line) == ("b.json", line)
    assert caught.value.message.startswith(message)


def git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false")
    command = ("git", *names, *arguments)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


BRANCHES = [
    pytest.param(None, ["1"], ["2"], "12", id="both begin a file"),
    pytest.param([], ["1"], ["2"], "12", id="both add to an empty one"),
    pytest.param(["5"], ["1", "5"], ["5", "9"], "159", id="before and behind"),
    pytest.param(["5"], ["5", "7", "8"], ["5", "6", "8"], "5678", id="the same place"),
    pytest.param(["3", "5"], ["3", "4", "5"], ["3", "4", "5"], "345", id="the same entry"),
]


@pytest.mark.parametrize(("start", "ours", "theirs", "expected"), BRANCHES)
def test_two_branches_that_add_never_conflict(
    tmp_path: Path, start: list[str] | None, ours: list[str], theirs: list[str], expected: str
) -> None:
    path = tmp_path / baseline.NAME

    def commit(marks: list[str] | None) -> None:
        if marks is not None:
            path.write_text(baseline.dump(map(entry, marks)), encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "--allow-empty", "-m", "x")

    git(tmp_path, "init", "-b", "ours")
    attributes = baseline.ATTRIBUTES.format(baseline.NAME)
    (tmp_path / ".gitattributes").write_text(f"{attributes}\n", encoding="utf-8")
    commit(start)
    git(tmp_path, "checkout", "-b", "theirs")
    commit(theirs)
    git(tmp_path, "checkout", "ours")
    commit(ours)
    git(tmp_path, "merge", "theirs", "-m", "merged")
    found = baseline.load(path, baseline.NAME)
    assert "".join(one.fingerprint for one in found) == expected


# What it hides

COVERED = [
    pytest.param("warning", "warning", True, id="the same"),
    pytest.param("error", "info", True, id="has become less"),
    pytest.param("info", "error", False, id="has become more severe"),
]


@pytest.mark.parametrize(("known", "now", "covered"), COVERED)
def test_a_finding_is_known_up_to_its_severity(
    known: Severity, now: Severity, covered: bool
) -> None:
    new, old = baseline.split([finding("1", now), finding("2")], [entry("1", known)])
    assert (finding("1", now) in old, finding("1", now) in new) == (covered, not covered)
    assert finding("2") in new


def test_a_finding_that_became_more_severe_leaves_no_stale_entry() -> None:
    known = [entry("1", "info"), entry("2")]
    assert baseline.stale(known, [finding("1", "error")], lambda one: True) == (entry("2"),)


# Through the command line


def test_nothing_found_is_an_empty_baseline(run: Run, write: Write) -> None:
    folder = write({"a.md": A})
    result = run("baseline")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (folder / baseline.NAME).read_text() == f"{FIRST}\n{LAST}\n"
    assert run("check").exit_code == 0


def test_old_findings_are_counted_and_new_ones_fail(run: Run, write: Write) -> None:
    write(CLASH)
    assert run("check", "--fail-on", "warning").exit_code == 1
    run("baseline")
    result = run("check", "--fail-on", "warning")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("0 errors, 0 warnings, 1 known from the baseline\n")
    write(
        {"c.md": "Globex is valued at $3 billion.\n", "d.md": "Globex is valued at $2 billion.\n"}
    )
    assert summary(run) == {"warning": 1, "baselined": 1}
    assert run("check", "--fail-on", "warning").exit_code == 1


def test_known_findings_stay_known_when_lines_move(run: Run, write: Write) -> None:
    write(CLASH)
    run("baseline")
    write({"a.md": f"# News\n\nSomething else.\n\n{A}"})
    assert summary(run) == {"warning": 0, "baselined": 1}


@pytest.mark.parametrize(
    "style", ["concise", "json", "jsonl", "sarif", "github", "gitlab", "rdjson"]
)
def test_known_findings_are_in_no_output(run: Run, write: Write, style: str) -> None:
    write(CLASH)
    run("baseline")
    assert "b.md" not in run("check", "--show", "info", "--format", style).stdout


def test_what_is_written_and_what_to_look_at_first(run: Run, write: Write) -> None:
    write({**CLASH, "c.md": "Globex is valued at $4 billion. Globex is valued at $3 billion.\n"})
    out = run("baseline").stdout
    assert "error    valuation-conflict" in out
    assert "Look at the errors first" in out
    assert "  [valuation-conflict] c.md:1:" in out
    assert "add to .gitattributes: .factlint-baseline.json merge=union" in out
    write({".gitattributes": "/.factlint-baseline.json merge=union\n"})
    assert ".gitattributes" not in run("baseline").stdout


ENTRY = {
    "rule": "valuation-conflict",
    "severity": "warning",
    "paths": ["a.md", "b.md"],
    "message": "Acme: valuation: $9 billion | $7 billion",
}


def test_an_entry_tells_a_reader_what_it_is_about(run: Run, write: Write) -> None:
    folder = write(CLASH)
    run("baseline")
    known = json.loads((folder / baseline.NAME).read_text())["findings"][0]
    (found,) = json.loads(run("check", "--no-baseline", "--format", "json").stdout)["findings"]
    assert known == {"fingerprint": found["fingerprint"], **ENTRY}


def stale(run: Run, *arguments: str) -> bool:
    return "1 entry is stale" in run("check", *arguments).stderr


def test_stale_entries_are_told_and_pruned(run: Run, write: Write) -> None:
    others = {f"{path}.md": text for path, text in (("c", OTHER), ("d", OTHER.replace("9", "7")))}
    folder = write({**CLASH, **others, "e.md": "Hooli has 9 GPUs.\n"})
    run("baseline")
    nothing = f"{baseline.NAME}: 0 stale entries dropped, 2 left\n"
    assert run("baseline", "--prune").stdout == nothing
    write({"d.md": "Nothing.\n"})
    warning = run("check").stderr
    assert warning.startswith(f"warning: {baseline.NAME}:3: 1 entry is stale, from this line on")
    assert "factlint baseline --prune" in warning
    write({"d.md": OTHER.replace("9", "5")})
    pruned = run("baseline", "--prune").stdout
    assert pruned.startswith(f"{baseline.NAME}: 1 stale entry dropped, 1 left\n")
    assert len((folder / baseline.NAME).read_text().splitlines()) == 3
    assert summary(run) == {"warning": 1, "baselined": 1}


NOT_JUDGED = [
    pytest.param({}, ["a.md"], id="paths without settings: other documents were not read"),
    pytest.param({"factlint.toml": ""}, ["a.md"], id="a focus"),
    pytest.param({}, ["--select", "name-misspelled"], id="its rule did not run"),
    pytest.param({}, ["--ignore", "valuation-conflict"], id="its rule was left out"),
    pytest.param({}, ["--no-baseline"], id="no baseline"),
    pytest.param({}, ["--isolated"], id="isolated"),
]


@pytest.mark.parametrize(("files", "arguments"), NOT_JUDGED)
def test_what_a_run_cannot_judge_is_not_stale(
    run: Run, write: Write, files: dict[str, str], arguments: list[str]
) -> None:
    write({**CLASH, **files})
    run("baseline")
    write({"b.md": "Nothing.\n"})
    assert stale(run)
    assert not stale(run, *arguments)


@pytest.mark.parametrize("settings", [{}, {"factlint.toml": ""}])
def test_paths_renew_their_own_entries_only(
    run: Run, write: Write, settings: dict[str, str]
) -> None:
    other = {f"x/{name}": text.replace("Acme", "Globex") for name, text in CLASH.items()}
    folder = write({**{f"n/{name}": text for name, text in CLASH.items()}, **other, **settings})
    run("baseline")
    write({"n/b.md": "Nothing.\n", "x/b.md": "Nothing.\n"})
    said = run("baseline", "n").stdout
    assert f"{baseline.NAME}: 0 findings written, 1 entry of other documents kept\n" in said
    known = json.loads((folder / baseline.NAME).read_text())["findings"]
    assert [one.get("paths") for one in known] == [["x/a.md", "x/b.md"], None]


WHERE = [
    pytest.param("", ["--baseline", "known.json"], id="command line"),
    pytest.param('baseline = "known.json"', [], id="settings"),
    pytest.param('baseline = "other.json"', ["--baseline", "known.json"], id="both"),
]


@pytest.mark.parametrize(("settings", "arguments"), WHERE)
def test_where_it_stands(run: Run, write: Write, settings: str, arguments: list[str]) -> None:
    folder = write({**CLASH, "factlint.toml": f"{settings}\n"})
    missing = run("check", *arguments)
    assert missing.exit_code == 2
    assert missing.stderr == "error: known.json: no such baseline; write it: factlint baseline\n"
    run("baseline", *arguments)
    assert (folder / "known.json").exists()
    assert summary(run, *arguments) == {"warning": 0, "baselined": 1}
    assert not (folder / baseline.NAME).exists()


FAULTS = [
    pytest.param(["check"], id="check"),
    pytest.param(["baseline", "--prune"], id="prune"),
    pytest.param(["baseline", "a.md"], id="some entries are to be kept"),
]


@pytest.mark.parametrize("arguments", FAULTS)
def test_a_broken_baseline_is_an_error(run: Run, write: Write, arguments: list[str]) -> None:
    write({**CLASH, baseline.NAME: "{"})
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {baseline.NAME}:1: not valid JSON: ")


def test_a_broken_baseline_can_be_written_anew(run: Run, write: Write) -> None:
    write({**CLASH, baseline.NAME: "{"})
    assert run("baseline").exit_code == 0
    assert summary(run) == {"warning": 0, "baselined": 1}


def test_options_that_exclude_each_other(run: Run, write: Write) -> None:
    write(CLASH)
    result = run("check", "--baseline", "x.json", "--no-baseline")
    assert result.exit_code == 2
    assert "--baseline and --no-baseline exclude each other" in result.stderr
