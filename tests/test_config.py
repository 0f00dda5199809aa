"""Settings files and paths -> corpora, or a message that says what to repair."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint import __version__, config, versions
from factlint.config import Config
from factlint.config.levels import Levels, Override, RuleLevel
from factlint.errors import FactlintError
from factlint.model import Dataset, FieldHead

from .conftest import Write

ALLOWED = "include, exclude, packs, entities, data, rules, overrides, baseline or required-version"
SETTINGS = 'include = ["*.md"]\nexclude = ["old/"]\npacks = ["packs"]\nentities = ["our.tsv"]\n'


@pytest.fixture
def project(write: Write) -> Path:
    return write({"packs/ours.yml": "", "our.tsv": "", "docs/a.md": "", "old/b.md": ""})


WHERE = [
    pytest.param("factlint.toml", SETTINGS, id="factlint.toml"),
    pytest.param(".factlint.toml", SETTINGS, id="hidden"),
    pytest.param("pyproject.toml", f"[tool.factlint]\n{SETTINGS}", id="pyproject.toml"),
    pytest.param("factlint.toml", "\ufeff" + SETTINGS.replace("\n", "\r\n"), id="BOM and CRLF"),
]


@pytest.mark.parametrize(("name", "text"), WHERE)
def test_found_from_a_folder_below_and_read(project: Path, name: str, text: str) -> None:
    (project / name).write_bytes(text.encode())
    found = config.find(project / "docs")
    assert found == project / name
    assert config.load(found) == Config(
        found, ("*.md",), ("old/",), (project / "packs",), (project / "our.tsv",)
    )


NOWHERE = [
    pytest.param({}, id="nothing"),
    pytest.param({"pyproject.toml": "[tool.other]\n"}, id="pyproject of others"),
    pytest.param({"pyproject.toml": "not TOML at all"}, id="broken pyproject of others"),
]


@pytest.mark.parametrize("files", NOWHERE)
def test_not_found(write: Write, files: dict[str, str]) -> None:
    assert config.find(write(files)) is None


def test_the_search_ends_at_the_root_of_the_repository(write: Write) -> None:
    folder = write({"factlint.toml": "", "inner/.git/HEAD": "", "inner/docs/a.md": ""})
    assert config.find(folder / "inner" / "docs") is None


def test_the_nearest_wins(write: Write) -> None:
    folder = write({"factlint.toml": "", "inner/.factlint.toml": ""})
    assert config.find(folder / "inner") == folder / "inner" / ".factlint.toml"


def test_empty_settings(write: Write) -> None:
    path = write({"factlint.toml": ""}) / "factlint.toml"
    assert config.load(path) == Config(path)


DATA = """[[data]]
files = ["*.json"]
records = "items"
text = ["title", "body"]
markdown = ["body"]
subject = "who"
date = "when"
source = "by"
currency = "USD"
fields = {raised = "funding_amount"}

[[data]]
files = ["b.yml"]
[data.fields]
worth = "valuation"
"""
TOOL = DATA.replace("[[data", "[[tool.factlint.data").replace("[data.", "[tool.factlint.data.")
ONE_PIECE = 'data = [{files = ["*.json"], text = ["a"]}]'

DECLARED = [
    pytest.param("factlint.toml", DATA, [2, 13], (10, 15), id="factlint.toml"),
    pytest.param(".factlint.toml", "packs = []\n" + DATA, [3, 14], (11, 16), id="hidden"),
    pytest.param("pyproject.toml", TOOL, [2, 13], (10, 15), id="pyproject.toml"),
    pytest.param("factlint.toml", "\n" + ONE_PIECE, [2], (), id="in one piece"),
]


@pytest.mark.parametrize(("name", "text", "lines", "fields"), DECLARED)
def test_declarations_know_their_lines(
    write: Write, name: str, text: str, lines: list[int], fields: tuple[int, ...]
) -> None:
    found = config.load(write({name: text}) / name).data
    assert [(one.path, one.line) for one in found] == [(name, line) for line in lines]
    assert tuple(head.line for one in found for head in one.fields) == fields


def test_a_declaration_is_read(write: Write) -> None:
    first, second = config.load(write({"factlint.toml": DATA}) / "factlint.toml").data
    assert first == Dataset(
        files=("*.json",),
        records="items",
        text=("title", "body"),
        markdown=("body",),
        subject="who",
        date="when",
        source="by",
        currency="USD",
        fields=(FieldHead("raised", "funding_amount", 10),),
        path="factlint.toml",
        line=2,
    )
    assert second.fields == (FieldHead("worth", "valuation", 15),)


FAULTS = [
    pytest.param("data = 1", 1, "'data' must be tables ([[data]]), not a number", id="no tables"),
    pytest.param("data = [1]", 1, "'data' must be tables ([[data]]), but holds a", id="no table"),
    pytest.param("[[data]]", 1, "'data' needs 'files': patterns of the data files", id="no files"),
    pytest.param(
        '[[data]]\nfiles = ["a"]\n[[data]]\nfiles = ["b"]\nsubjct = "x"',
        5,
        "unknown key 'subjct' of 'data'; did you mean 'subject'? (allowed: files, records, text,",
        id="unknown key of data",
    ),
    pytest.param(
        '[[data]]\nfiles = ["a"]\ndate = ["x"]', 3, "'date' must be a text, not a list", id="a list"
    ),
    pytest.param(
        '[[data]]\nfiles = ["a"]\ntext = "x"', 3, "'text' must be a list of texts", id="a text"
    ),
    pytest.param(
        '[[data]]\nfiles = ["a"]\ndate = "x..y"', 3, "'date': 'x..y' has an empty", id="a way"
    ),
    pytest.param(
        '[[data]]\nfiles = ["a", ""]', 2, "'files': an empty text stands for", id="no text"
    ),
    pytest.param(
        '[[data]]\nfiles = ["a"]\nfields = {a = "b", c = 1}',
        3,
        "'fields': 'c' must name an attribute or a column, not a number",
        id="a head",
    ),
    pytest.param(
        '\n# inclde\ninclde = ["*.md"]\n',
        3,
        f"unknown key 'inclde'; did you mean 'include'? (allowed: {ALLOWED})",
        id="unknown key",
    ),
    pytest.param("rules = 1", 1, "'rules' must be a table of rules and levels, not", id="rules"),
    pytest.param(
        '# scale-slip = "of"\n[rules]\nscale-slip = "of"',
        3,
        "'scale-slip': unknown level 'of'; did you mean 'off'? (allowed: error, warning, info or",
        id="unknown level",
    ),
    pytest.param(
        '[[overrides]]\nfiles = ["a"]\nrules = {x = "off"}\n[rules]\nx = 1',
        5,
        "'x' must be error, warning, info or off, not a number",
        id="no level",
    ),
    pytest.param("overrides = 1", 1, "'overrides' must be tables ([[overrides]])", id="number 2"),
    pytest.param("overrides = [1]", 1, "'overrides' must be tables ([[overrides]]), but", id="n"),
    pytest.param(
        '[[overrides]]\nfiles = ["a"]', 1, "'overrides' needs 'rules': which rules", id="no rules"
    ),
    pytest.param(
        '[[overrides]]\nfile = ["a"]\nrules = {x = "off"}',
        2,
        "unknown key 'file' of 'overrides'; did you mean 'files'? (allowed: files or rules)",
        id="unknown key of overrides",
    ),
    pytest.param(
        '[[overrides]]\nfiles = ["a"]\nrules = {x = "off"}\n'
        '[[overrides]]\nfiles = [""]\nrules = {x = "off"}',
        5,
        "'files': an empty pattern matches nothing",
        id="no pattern of overrides",
    ),
    pytest.param(
        '[[overrides]]\nfiles = "a"\nrules = {x = "off"}', 2, "'files' must be a list", id="files"
    ),
    pytest.param(
        '[[overrides]]\nfiles = ["a"]\n[overrides.rules]\nx = "no"',
        4,
        "'x': unknown level 'no'",
        id="level of an override",
    ),
    pytest.param("baseline = 1", 1, "'baseline' must be a text, not a number", id="baseline"),
    pytest.param("baseline = ' '", 1, "'baseline' must name a file, not an empty", id="no name"),
    pytest.param(
        "required-version = 1", 1, "'required-version' must be a text such as", id="version"
    ),
    pytest.param(
        'required-version = ">=0.1, new"', 1, "'required-version': 'new' is not >=, ", id="no sign"
    ),
    pytest.param(
        'required-version = "~=1"', 1, "'required-version': '~=1' needs two numbers", id="~=1"
    ),
    pytest.param(
        'inclde = []\nrequired-version = ">=99"',
        2,
        f"this is factlint {__version__}, but the settings need '>=99'",
        id="another version is told before its unknown keys",
    ),
    pytest.param("exclude = 'old/'", 1, "'exclude' must be a list of texts, not a text", id="text"),
    pytest.param("packs = true", 1, "'packs' must be a list of texts, not a boolean", id="boolean"),
    pytest.param(
        "include = [1]", 1, "'include' must be a list of texts, but holds a number", id="number"
    ),
    pytest.param(
        'packs = [\n  "nope.yml",\n]', 2, "'packs': 'nope.yml' does not exist in ", id="no pack"
    ),
    pytest.param('entities = ["packs"]', 1, "'entities': 'packs' is not a file", id="a folder"),
    pytest.param(
        'include = [" "]', 1, "'include': an empty pattern matches nothing", id="no pattern"
    ),
    pytest.param("include = [", None, "not valid TOML: ", id="unclosed"),
    pytest.param("include = []\n==", 2, "not valid TOML: Invalid statement", id="no TOML"),
]


@pytest.mark.parametrize(("text", "line", "message"), FAULTS)
def test_faults_are_located(project: Path, text: str, line: int | None, message: str) -> None:
    path = project / "factlint.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactlintError) as caught:
        config.load(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert caught.value.message.startswith(message)


LEVELS = """rules = {scale-slip = "off"}
[[overrides]]
files = ["old/"]
rules = {range = "info", scale-slip = "error"}
[[overrides]]
files = ["a.md"]
[overrides.rules]
range = "off"
"""


def test_levels_know_their_lines(write: Write) -> None:
    path = write({"factlint.toml": LEVELS}) / "factlint.toml"
    assert config.load(path).levels == Levels(
        (RuleLevel("scale-slip", "off", 1),),
        (
            Override(
                ("old/",), (RuleLevel("range", "info", 4), RuleLevel("scale-slip", "error", 4)), 3
            ),
            Override(("a.md",), (RuleLevel("range", "off", 8),), 6),
        ),
        "factlint.toml",
    )


VERSIONS = [
    ("0.1.0", ">=0.1", True),
    ("0.1.0", ">=0.1.1", False),
    ("0.10.0", ">=0.9", True),
    ("0.1.0", "==0.1", True),
    ("0.1.0", "!=0.1", False),
    ("0.1.0", ">0.1", False),
    ("0.1.0", "<1,>=0.1", True),
    ("0.1.0", "<1,>=0.2", False),
    ("0.1.0", "<=0.1", True),
    ("0.2.5", "~=0.2.1", True),
    ("0.3.0", "~=0.2.1", False),
    ("0.2.0", "~=0.2.1", False),
    ("0.3.0", "~=0.2", True),
    ("1.0", "~=0.2", False),
    ("1.0rc1", ">=1", True),
]


@pytest.mark.parametrize(("version", "specifier", "met"), VERSIONS)
def test_versions(version: str, specifier: str, met: bool) -> None:
    assert versions.meets(version, specifier) is met


def test_all_faults_are_told_at_once(project: Path) -> None:
    path = project / "factlint.toml"
    path.write_text("exclude = 1\npack = []\n", encoding="utf-8")
    with pytest.raises(FactlintError) as caught:
        config.load(path)
    assert caught.value.notes == (
        f"{path}:2: unknown key 'pack'; did you mean 'packs'? (allowed: {ALLOWED})",
    )


def test_a_file_that_is_not_utf8(folder: Path) -> None:
    path = folder / "factlint.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(FactlintError, match="not valid TOML: the file is not UTF-8"):
        config.load(path)


def test_a_missing_file(folder: Path) -> None:
    with pytest.raises(FactlintError, match="cannot read: No such file"):
        config.load(folder / "factlint.toml")


ROOT, ELSEWHERE = Path("/project"), Path("/elsewhere")
FILE = Config(ROOT / "factlint.toml", include=("*.md",))

CORPORA = [
    pytest.param(Config(), [], [(ELSEWHERE, [ELSEWHERE], [])], id="nothing: the working directory"),
    pytest.param(
        Config(),
        [ROOT / "a", ROOT / "b"],
        [(ELSEWHERE, [ROOT / "a", ROOT / "b"], [])],
        id="paths without settings are the corpus",
    ),
    pytest.param(FILE, [], [(ROOT, [ROOT], [])], id="settings name the corpus"),
    pytest.param(FILE, [ROOT], [(ROOT, [ROOT], [])], id="its root is no focus"),
    pytest.param(
        FILE, [ROOT / "a"], [(ROOT, [ROOT], [ROOT / "a"])], id="a path below it is a focus"
    ),
    pytest.param(
        FILE,
        [ELSEWHERE / "x"],
        [(ELSEWHERE, [ELSEWHERE / "x"], [])],
        id="a path elsewhere is a corpus of its own",
    ),
    pytest.param(
        FILE,
        [ROOT / "a", ELSEWHERE / "x"],
        [(ROOT, [ROOT], [ROOT / "a"]), (ELSEWHERE, [ELSEWHERE / "x"], [])],
        id="both",
    ),
]


@pytest.mark.parametrize(("settings", "paths", "expected"), CORPORA)
def test_corpora(
    settings: Config, paths: list[Path], expected: list[tuple[Path, list[Path], list[Path]]]
) -> None:
    found = config.corpora(settings, paths, ELSEWHERE, {})
    assert [(each.root, list(each.paths), list(each.focus)) for each in found] == expected


def test_a_corpus_elsewhere_is_read_without_the_settings() -> None:
    (corpus,) = config.corpora(FILE, [ELSEWHERE / "x"], ELSEWHERE, {})
    assert corpus.include == ()


def test_stdin_belongs_to_the_corpus_it_stands_in() -> None:
    overlay = {ROOT / "a.md": b"text"}
    inner, outer = config.corpora(FILE, [ROOT / "a.md", ELSEWHERE / "x"], ELSEWHERE, overlay)
    assert (inner.overlay, outer.overlay) == (overlay, {})


def test_a_path_that_reaches_the_root_over_a_link_is_inside(write: Write) -> None:
    folder = write({"project/factlint.toml": "", "project/docs/a.md": ""})
    (folder / "link").symlink_to(folder / "project")
    settings = Config(folder / "project" / "factlint.toml")
    (corpus,) = config.corpora(settings, [folder / "link" / "docs"], folder, {})
    assert corpus.focus == (folder / "project" / "docs",)
