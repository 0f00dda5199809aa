"""The gazetteer: what loads, which file wins, and what its faults say; the shipped one is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.entities import gazetteer
from factlint.errors import FactlintError
from factlint.mentions import names
from factlint.model import Entity, Mention

HEADER = "name\tkind\taliases\tmade-by\tin"
SHIPPED = sorted((Path(__file__).parent.parent / "rules" / "entities").glob("*.tsv"))


def written(folder: Path, *lines: str, name: str = "orgs.tsv") -> Path:
    """A gazetteer file of `lines` below the header."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return path


def test_no_files_are_an_empty_gazetteer() -> None:
    assert gazetteer.load([]).entries == {}


def test_every_spelling_leads_to_its_entity(tmp_path: Path) -> None:
    path = written(tmp_path, "# a note", "", "Lumo\torg\tLumo Labs;LML\tZedex\tParis")
    lumo = Entity("Lumo", "org", ("Lumo Labs", "LML"), "Zedex", "Paris")
    assert gazetteer.load([path]).entries == {"Lumo": lumo, "Lumo Labs": lumo, "LML": lumo}


def test_comments_may_stand_before_the_header(tmp_path: Path) -> None:
    path = tmp_path / "orgs.tsv"
    path.write_text(f"# a note\n{HEADER}\nLumo\torg\t\t\t\n", encoding="utf-8")
    assert gazetteer.load([path]).entries == {"Lumo": Entity("Lumo", "org")}


def test_a_later_folder_wins(tmp_path: Path) -> None:
    shipped = written(tmp_path / "shipped", "Lumo\torg\tLML\t\t")
    own = written(tmp_path / "own", "Lumo\tproduct\t\tZedex\t")
    entries = gazetteer.load([shipped, own]).entries
    assert entries == {
        "Lumo": Entity("Lumo", "product", (), "Zedex"),
        "LML": Entity("Lumo", "org", ("LML",)),
    }


KINDS = {
    "org": Entity("Lumo", "org"),
    "person": Entity("Lumo", "person"),
    "product": Entity("Lumo", "product"),
    "place": Entity("Lumo", "place"),
    "investor": Entity("Lumo", "org", backs=True),
    "region": Entity("Lumo", "place", region=True),
}


@pytest.mark.parametrize(("kind", "expected"), KINDS.items(), ids=KINDS)
def test_kinds(kind: str, expected: Entity, tmp_path: Path) -> None:
    assert gazetteer.load([written(tmp_path, f"Lumo\t{kind}\t\t\t")]).entries == {"Lumo": expected}


def found(folder: Path, text: str) -> dict[str, Mention]:
    """The names of a text by what is written, with a small gazetteer."""
    path = written(
        folder,
        "Lumo\torg\tLumo Labs\t\tOslo",
        "Lumo Ventures\torg\t\t\t",
        "Oslo\tplace\t\t\tNorway",
        "Norway\tregion\t\t\t",
        "Quill\tinvestor\tQuill Growth\t\tRome",
        "Mary Parker\tperson\t\t\t",
    )
    known = names.known(gazetteer.load([path]))
    mentions = names.find(text, (), names.lexicon([text], known))
    return {mention.value.text: mention for mention in mentions}


BACKERS = {
    "the gazetteer says so": ("They met Quill in May.", "Quill", True),
    "an alias": ("They met Quill Growth in May.", "Quill Growth", True),
    "the last word": ("They met Foo Ventures in May.", "Foo Ventures", True),
    "a fund": ("They met Qux Fund in May.", "Qux Fund", True),
    "the gazetteer knows better": ("They met Lumo Ventures in May.", "Lumo Ventures", False),
    "a company": ("They met Lumo Labs in May.", "Lumo Labs", False),
    "another last word": ("They met Foo Robotics in May.", "Foo Robotics", False),
    "a person": ("They met Mary Parker in May.", "Mary Parker", False),
}


@pytest.mark.parametrize(("text", "name", "backs"), BACKERS.values(), ids=BACKERS)
def test_who_gives_money_by_trade(text: str, name: str, backs: bool, tmp_path: Path) -> None:
    assert found(tmp_path, text)[name].backs == backs


def test_a_name_knows_its_place_and_a_place_its_size(tmp_path: Path) -> None:
    text = "They met Lumo and Quill in Oslo, and Globex in Norway."
    mentions = found(tmp_path, text)
    assert {name: (one.within, one.region) for name, one in mentions.items()} == {
        "Lumo": ("Oslo", False),
        "Quill": ("Rome", False),
        "Oslo": ("Norway", False),
        "Globex": (None, False),
        "Norway": (None, True),
    }


FAULTS = {
    "unknown-kind": (
        ["Lumo\torgs\t\t\t"],
        "orgs.tsv:2: no kind 'orgs', only org, person, product, place, investor or region; did you"
        " mean 'org'?",
    ),
    "no-near-kind": (
        ["Lumo\tzzzz\t\t\t"],
        "orgs.tsv:2: no kind 'zzzz', only org, person, product, place, investor or region",
    ),
    "columns": (
        ["Lumo\torg"],
        "orgs.tsv:2: 2 columns, not 5: name<tab>kind<tab>aliases<tab>made-by<tab>in",
    ),
    "no-name": (["\torg\t\t\t"], "orgs.tsv:2: an entity without a name"),
    "twice": (
        ["Lumo\torg\t\t\t", "Lumo\torg\t\t\t"],
        "orgs.tsv:3: 'Lumo' is already defined at orgs.tsv:2",
    ),
    "alias-of-two": (
        ["Lumo\torg\tLML\t\t", "Luma Labs\torg\tLML\t\t"],
        "orgs.tsv:3: 'LML' already names 'Lumo' at orgs.tsv:2",
    ),
    "alias-is-a-name": (
        ["Lumo\torg\t\t\t", "Zedex\torg\tLumo\t\t"],
        "orgs.tsv:3: 'Lumo' already names 'Lumo' at orgs.tsv:2",
    ),
}


@pytest.mark.parametrize(("lines", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_says_where_and_what(
    lines: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, *lines)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FactlintError) as fault:
        gazetteer.load([Path("orgs.tsv")])
    assert str(fault.value) == message


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "Lumo\torgs\t\t\t", "Zedex\torg")
    with pytest.raises(FactlintError) as fault:
        gazetteer.load([path])
    assert (fault.value.line, len(fault.value.notes)) == (2, 1)


UNREADABLE = {
    "header": b"name\tkind\nLumo\torg\n",
    "encoding": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_of_another_form_is_a_fault(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "orgs.tsv"
    path.write_bytes(data)
    with pytest.raises(FactlintError):
        gazetteer.load([path])


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FactlintError, match="cannot be read"):
        gazetteer.load([tmp_path / "none.tsv"])


def test_the_shipped_gazetteer_loads() -> None:
    assert len({entity.name for entity in gazetteer.load(SHIPPED).entries.values()}) > 700


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_the_shipped_files_are_sorted(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()[2:]
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted(names)


def test_makers_in_the_shipped_gazetteer_are_known() -> None:
    entries = gazetteer.load(SHIPPED).entries
    makers = {entity.made_by for entity in entries.values() if entity.made_by}
    assert makers - set(entries) == set()


def test_the_shipped_gazetteer_knows_investors_and_regions() -> None:
    entities = gazetteer.load(SHIPPED).entries.values()
    assert {one.kind for one in entities if one.backs} == {"org"}
    assert {one.kind for one in entities if one.region} == {"place"}
