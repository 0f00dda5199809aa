"""`factlint entities` through the command line: what is listed, suggested, ready to be pasted."""

from __future__ import annotations

import json

import pytest

from .conftest import Run, Write

NOTES = {
    "notes/a.md": (
        "# Lumo Robotics raises $20 million\n"
        "\n"
        "The startup Lumo Robotics raised $20 million, led by Sequoia Capital.\n"
        "Its founder, Maria Okafor, said that Lumo Robotics is well. Okafor left OpenAI in 2024.\n"
        "\n"
        "The Zanzibor Widget Store (ZWS) is valued at $3 billion.\n"
    ),
    "notes/b.md": (
        "The startup Lumo Robtics is new. ZWS is valued at $3 billion. Open AI is its client.\n"
        "\n"
        "A week earlier, Lumo Robotics Labs met Okafor in Oslo. Lumo Robotics sold to\n"
        "Lumo Robotics, and then Lumo Robotics left.\n"
    ),
}
LISTED = [
    "6 Lumo Robotics (org, new): 2 documents, 4 claims; 'Lumo Robotics' 6;"
    " notes/a.md:1:3, notes/b.md:3:56",
    "3 Zanzibor Widget Store (org, new): 2 documents, 2 claims;"
    " 'ZWS' 2, 'Zanzibor Widget Store' 1;"
    " notes/a.md:6:5, notes/a.md:6:28, notes/b.md:1:34",
    "2 Maria Okafor (person, new): 1 document, 0 claims; 'Maria Okafor' 1, 'Okafor' 1;"
    " notes/a.md:4:14, notes/a.md:4:61",
    "1 Lumo Robotics Labs (org, new): 1 document, 0 claims; 'Lumo Robotics Labs' 1;"
    " notes/b.md:3:17",
    "1 Lumo Robtics (org, new): 1 document, 0 claims; 'Lumo Robtics' 1; notes/b.md:1:13",
    "1 Okafor (person, new): 1 document, 0 claims; 'Okafor' 1; notes/b.md:3:40",
    "1 OpenAI (org): 1 document, 0 claims; 'OpenAI' 1; notes/a.md:4:73",
    "1 Oslo (place): 1 document, 0 claims; 'Oslo' 1; notes/b.md:3:50",
    "1 Sequoia Capital (org): 1 document, 0 claims; 'Sequoia Capital' 1; notes/a.md:3:54",
]
SUGGESTED = [
    "misspelling? 'Lumo Robtics' (1, notes/b.md:1:13) for 'Lumo Robotics' (6, notes/a.md:1:3):"
    " nearly the same letters (96 of 100)",
    "alias? 'Lumo Robotics Labs' (1, notes/b.md:3:17) for 'Lumo Robotics' (6, notes/a.md:1:3):"
    " the same but for a word at its end",
]
TSV = """\
name\tkind\taliases\tmade-by\tin
Lumo Robotics\torg\t\t\t
Zanzibor Widget Store\torg\tZWS\t\t
Maria Okafor\tperson\t\t\t
Okafor\tperson\t\t\t
# 'Lumo Robtics' (1, notes/b.md:1:13) for 'Lumo Robotics' (6, notes/a.md:1:3): nearly the same letters (96 of 100)
#Lumo Robotics\torg\tLumo Robtics\t\t
# 'Lumo Robotics Labs' (1, notes/b.md:3:17) for 'Lumo Robotics' (6, notes/a.md:1:3): the same but for a word at its end
#Lumo Robotics\torg\tLumo Robotics Labs\t\t
"""  # noqa: E501 -- a golden file
SETTINGS = {"factlint.toml": 'include = ["notes/"]\nentities = ["names.tsv"]\n'}
HEADER = "name\tkind\taliases\tmade-by\tin\n"


def lines(run: Run, *arguments: str, stdin: str | None = None) -> list[str]:
    """The lines that `factlint entities` prints."""
    result = run("entities", *arguments, stdin=stdin)
    assert (result.exit_code, result.stderr) == (0, "")
    return list(result.stdout.splitlines())


def test_no_names(run: Run, write: Write) -> None:
    write({"a.md": "nothing here.\n"})
    assert lines(run) == ["0 entities, 0 new; 0 suggestions"]


def test_all_entities_the_most_frequent_first(run: Run, write: Write) -> None:
    write(NOTES)
    assert lines(run) == [*LISTED, *SUGGESTED, "9 entities, 6 new; 2 suggestions"]


SELECTIONS = [
    pytest.param(["--unknown"], LISTED[:6], "6 entities, 6 new", id="unknown"),
    pytest.param(["--min-count", "3"], LISTED[:2], "2 entities, 2 new", id="min-count"),
    pytest.param(["--unknown", "--min-count", "7"], [], "0 entities, 0 new", id="both"),
]


@pytest.mark.parametrize(("arguments", "listed", "end"), SELECTIONS)
def test_some_entities(
    run: Run, write: Write, arguments: list[str], listed: list[str], end: str
) -> None:
    write(NOTES)
    assert lines(run, *arguments) == [*listed, *SUGGESTED, f"{end}; 2 suggestions"]


def test_json_lines(run: Run, write: Write) -> None:
    write(NOTES)
    records = [json.loads(line) for line in lines(run, "--format", "jsonl")]
    assert [each["record"] for each in records] == ["entity"] * 9 + ["suggestion"] * 2
    place = {"path": "notes/a.md", "line": 4, "column": 73, "end_line": 4, "end_column": 79}
    assert records[6] == {
        "record": "entity",
        "name": "OpenAI",
        "kind": "org",
        "known": True,
        "made_by": None,
        "count": 1,
        "documents": 1,
        "claims": 0,
        "spellings": [{"text": "OpenAI", "count": 1, **place}],
        "places": [place],
    }
    assert (records[9]["kind"], records[9]["score"]) == ("misspelling", 95.7)


def test_a_file_of_names(run: Run, write: Write) -> None:
    write(NOTES)
    assert run("entities", "--format", "tsv").stdout == TSV


PASTED = [
    pytest.param(TSV, ["Lumo Robotics", "Lumo Robtics", "Lumo Robotics Labs"], id="as it is"),
    pytest.param(TSV.replace("#L", "L"), ["Lumo Robotics"], id="suggestions accepted"),
]


@pytest.mark.parametrize(("names", "expected"), PASTED)
def test_what_is_pasted_holds(run: Run, write: Write, names: str, expected: list[str]) -> None:
    write({**NOTES, **SETTINGS, "names.tsv": names})
    records = [json.loads(line) for line in lines(run, "--format", "jsonl")]
    found = [each["name"] for each in records if each["record"] == "entity"]
    assert sorted(name for name in found if name.startswith("Lumo")) == sorted(expected)


def test_the_entities_of_a_focus_are_counted_in_the_corpus(run: Run, write: Write) -> None:
    write({**NOTES, **SETTINGS, "names.tsv": HEADER})
    assert lines(run, "notes/b.md")[:2] == LISTED[:2]
    assert not [line for line in lines(run, "notes/b.md") if "OpenAI" in line]


def test_stdin_stands_for_a_file(run: Run, write: Write) -> None:
    write(NOTES)
    listed = lines(run, "-", "--stdin-filename", "notes/b.md", stdin="They met OpenAI in Oslo.\n")
    assert listed[0] == "1 OpenAI (org): 1 document, 0 claims; 'OpenAI' 1; notes/b.md:1:10"


FAULTS = [
    pytest.param(["empty"], "error: no documents in ", id="no documents"),
    pytest.param(["nope"], "error: no such file or folder: nope", id="no path"),
    pytest.param(["-"], "stdin takes both", id="stdin without a name"),
    pytest.param(["--min-count", "0"], "--min-count", id="no count"),
    pytest.param(["--format", "csv"], "--format", id="no format"),
]


@pytest.mark.parametrize(("arguments", "message"), FAULTS)
def test_what_cannot_be_done(run: Run, write: Write, arguments: list[str], message: str) -> None:
    write({**NOTES, "empty/a.bin": ""})
    result = run("entities", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_mistakes_in_a_file_of_names_are_told_at_once(run: Run, write: Write) -> None:
    names = f"{HEADER}Lumo\torgs\nGlobex\torg\t\tOpenAi\n"
    write({**NOTES, **SETTINGS, "names.tsv": names})
    result = run("entities")
    assert result.exit_code == 2
    first, second = result.stderr.splitlines()
    assert first.startswith("error: names.tsv:2:6: no kind 'orgs'")
    assert second == "names.tsv:3:13: no entity 'OpenAi'; did you mean 'OpenAI'?"
