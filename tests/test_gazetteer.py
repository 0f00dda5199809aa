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


def test_empty_cells_at_the_end_may_be_left_out(tmp_path: Path) -> None:
    lines = "Lumo\torg", "Zedex\tproduct\tZDX"
    assert gazetteer.load([written(tmp_path, *lines)]).entries == {
        "Lumo": Entity("Lumo", "org"),
        "Zedex": (zedex := Entity("Zedex", "product", ("ZDX",))),
        "ZDX": zedex,
    }


def test_lines_of_one_name_add_up(tmp_path: Path) -> None:
    path = written(tmp_path, "Lumo\torg\tLML", "Lumo\t\tLumo Labs\t\tOslo", "Lumo\torg")
    lumo = Entity("Lumo", "org", ("LML", "Lumo Labs"), None, "Oslo")
    assert gazetteer.load([path]).entries == {"Lumo": lumo, "LML": lumo, "Lumo Labs": lumo}


# The user's own files, over a small shipped one

SHIPPED_LINES = (
    "Acme\torg\tAcme Corp;ACM;Acme Pay\t\tOslo",
    "Globex\tinvestor\tGBX",
    "Nimbus\tproduct\tNimbus One\tAcme",
)
ACME = Entity("Acme", "org", ("Acme Corp", "ACM", "Acme Pay"), None, "Oslo")
GLOBEX = Entity("Globex", "org", ("GBX",), backs=True)
NIMBUS = Entity("Nimbus", "product", ("Nimbus One",), "Acme")
OWN = {
    "nothing": ((), (ACME, GLOBEX, NIMBUS)),
    "a new name": (
        ("Quux\tperson\tQX",),
        (ACME, GLOBEX, NIMBUS, Entity("Quux", "person", ("QX",))),
    ),
    "no kind": (("Quux",), (ACME, GLOBEX, NIMBUS, Entity("Quux", "unknown"))),
    "an alias more": (
        ("Globex\t\tGlobex Growth",),
        (ACME, NIMBUS, Entity("Globex", "org", ("Globex Growth", "GBX"), backs=True)),
    ),
    "another kind and place": (
        ("Acme\tproduct\t\tGlobex\tRome",),
        (GLOBEX, NIMBUS, Entity("Acme", "product", ACME.aliases, "Globex", "Rome")),
    ),
    "the same by key": (
        ("ACME Inc.\t\tAcmeco",),
        (
            GLOBEX,
            NIMBUS,
            Entity("ACME Inc.", "org", ("Acmeco", "Acme", *ACME.aliases), None, "Oslo"),
        ),
    ),
    "renamed": (
        ("Nimbus Cloud\t\tNimbus",),
        (ACME, GLOBEX, Entity("Nimbus Cloud", "product", ("Nimbus", "Nimbus One"), "Acme")),
    ),
    "two that ship joined": (
        ("Acme\t\tGlobex",),
        (NIMBUS, Entity("Acme", "org", ("Globex", *ACME.aliases, "GBX"), None, "Oslo")),
    ),
    "a product joined with its maker": (
        ("Acme\torg\tNimbus",),
        (GLOBEX, Entity("Acme", "org", ("Nimbus", *ACME.aliases, "Nimbus One"), None, "Oslo")),
    ),
    "two joined under a new name": (
        ("Initech\torg\tAcme;Globex",),
        (NIMBUS, Entity("Initech", "org", ("Acme", "Globex", *ACME.aliases, "GBX"), None, "Oslo")),
    ),
    "an alias split off": (
        ("Acme Pay\tproduct\t\tAcme",),
        (
            GLOBEX,
            NIMBUS,
            Entity("Acme", "org", ("Acme Corp", "ACM"), None, "Oslo"),
            Entity("Acme Pay", "product", (), "Acme"),
        ),
    ),
    "an alias moved": (
        ("Globex\t\tACM",),
        (
            NIMBUS,
            Entity("Acme", "org", ("Acme Corp", "Acme Pay"), None, "Oslo"),
            Entity("Globex", "org", ("ACM", "GBX"), backs=True),
        ),
    ),
    "an alias taken away": (
        ("Acme\t\t-ACM; -Acme Pay",),
        (GLOBEX, NIMBUS, Entity("Acme", "org", ("Acme Corp",), None, "Oslo")),
    ),
    "a word": (("Nimbus\tword\tNimbus One",), (ACME, GLOBEX)),
    "an alias that is a word": (
        ("ACM\tword",),
        (GLOBEX, NIMBUS, Entity("Acme", "org", ("Acme Corp", "Acme Pay"), None, "Oslo")),
    ),
    "two that differ in case": (
        ("Max\tproduct", "MAX\torg"),
        (ACME, GLOBEX, NIMBUS, Entity("Max", "product"), Entity("MAX", "org")),
    ),
}


@pytest.mark.parametrize(("lines", "entities"), OWN.values(), ids=OWN)
def test_what_the_user_says_of_what_ships(
    lines: tuple[str, ...], entities: tuple[Entity, ...], tmp_path: Path
) -> None:
    shipped = written(tmp_path / "shipped", *SHIPPED_LINES)
    own = written(tmp_path / "own", *lines)
    assert gazetteer.load([shipped], [own]).entries == {
        text: entity for entity in entities for text in (entity.name, *entity.aliases)
    }


def test_the_users_names_and_words_are_known_as_such(tmp_path: Path) -> None:
    own = written(tmp_path, "Lumo\torg\tLML", "Ramp\tword\tTarget")
    loaded = gazetteer.load([], [own])
    assert (loaded.own, loaded.words) == ({"Lumo"}, {"Ramp", "Target"})


def test_several_files_of_the_user_are_one(tmp_path: Path) -> None:
    one = written(tmp_path / "one", "Lumo\torg")
    two = written(tmp_path / "two", "Lumo\t\tLML")
    lumo = Entity("Lumo", "org", ("LML",))
    assert gazetteer.load([], [one, two]).entries == {"Lumo": lumo, "LML": lumo}


KINDS = {
    "org": Entity("Lumo", "org"),
    "person": Entity("Lumo", "person"),
    "product": Entity("Lumo", "product"),
    "place": Entity("Lumo", "place"),
    "investor": Entity("Lumo", "org", backs=True),
    "region": Entity("Lumo", "place", region=True),
    "": Entity("Lumo", "unknown"),
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


def test_a_word_is_no_name(tmp_path: Path) -> None:
    own = written(tmp_path, "Quill\tword")
    known = names.known(gazetteer.load([], [own]))
    text = "They met Quill and Lumo in May."
    found = names.find(text, (), names.lexicon([text], known))
    assert [one.value.text for one in found] == ["Lumo"]


ALLOWED = "only org, person, product, place, investor, region or word"
FAULTS = {
    "unknown-kind": (
        ["Lumo\torgs"],
        f"own.tsv:2:6: no kind 'orgs', {ALLOWED}; did you mean 'org'?",
    ),
    "no-near-kind": (["Lumo\tzzzz"], f"own.tsv:2:6: no kind 'zzzz', {ALLOWED}"),
    "columns": (
        ["Lumo\torg\t\t\t\tmore"],
        "own.tsv:2:1: 6 columns, not 5: name<tab>kind<tab>aliases<tab>made-by<tab>in",
    ),
    "blanks-for-tabs": (
        ["Lumo    org"],
        "own.tsv:2:1: 1 columns, not 5: name<tab>kind<tab>aliases<tab>made-by<tab>in",
    ),
    "no-name": (["\torg"], "own.tsv:2:1: an entity without a name"),
    "never-found": (
        ["Lumo\torg\tLML; .lumo"],
        "own.tsv:2:15: '.lumo' is never found: a name starts with a letter or a digit",
    ),
    "two-kinds": (
        ["Lumo\torg", "Lumo\tproduct"],
        "own.tsv:3:6: 'Lumo' has 'product' here, but 'org' at own.tsv:2:6",
    ),
    "two-makers": (
        ["Acme", "Lumo\t\t\tAcme", "Lumo\t\t\tGlobex"],
        "own.tsv:4:8: 'Lumo' has 'Globex' here, but 'Acme' at own.tsv:3:8",
    ),
    "alias-of-two": (
        ["Lumo\torg\tLML", "Luma Labs\torg\tA;LML"],
        "own.tsv:3:17: 'LML' already names 'Lumo' at own.tsv:2:10",
    ),
    "alias-is-a-name": (
        ["Lumo\torg", "Zedex\torg\tLumo"],
        "own.tsv:3:11: 'Lumo' already names 'Lumo' at own.tsv:2:1",
    ),
    "nothing-to-take-away": (
        ["Acme\t\t-Acme Crop"],
        "own.tsv:2:7: 'Acme' has no alias 'Acme Crop' to take away; did you mean 'Acme Corp'?",
    ),
    "given-and-taken": (
        ["Acme\t\tAC;-AC"],
        "own.tsv:2:7: 'AC' is both given and taken away",
    ),
    "maker": (
        ["Lumo\tproduct\t\tAcmee"],
        "own.tsv:2:15: no entity 'Acmee'; did you mean 'Acme'?",
    ),
    "new-maker": (
        ["Lumo\tproduct\t\tZedex Zoo"],
        "own.tsv:2:15: no entity 'Zedex Zoo'; give it a line of its own",
    ),
    "word-with-a-maker": (
        ["Lumo\tword\t\tAcme"],
        "own.tsv:2:12: a word has nothing in the column 'made-by'",
    ),
}


@pytest.mark.parametrize(("lines", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_says_where_and_what(
    lines: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = written(tmp_path, *SHIPPED_LINES)
    written(tmp_path, *lines, name="own.tsv")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FactlintError) as fault:
        gazetteer.load([shipped], [Path("own.tsv")])
    assert str(fault.value) == message


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    one = written(tmp_path, "Lumo\torgs", "\torg", "Acme\t\t-X", "Lu\t\t\tNobody")
    two = written(tmp_path, "Lumo\tsorg", name="two.tsv")
    with pytest.raises(FactlintError) as fault:
        gazetteer.load([], [one, two])
    assert (fault.value.line, len(fault.value.notes)) == (2, 4)


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
    assert names == sorted(set(names))


def test_makers_in_the_shipped_gazetteer_are_known() -> None:
    entries = gazetteer.load(SHIPPED).entries
    makers = {entity.made_by for entity in entries.values() if entity.made_by}
    assert makers - set(entries) == set()


def test_the_shipped_gazetteer_knows_investors_and_regions() -> None:
    entities = gazetteer.load(SHIPPED).entries.values()
    assert {one.kind for one in entities if one.backs} == {"org"}
    assert {one.kind for one in entities if one.region} == {"place"}
