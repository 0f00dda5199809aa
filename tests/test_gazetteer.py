"""The gazetteer: what loads, which file wins, and what its faults say; the shipped one is sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from factlint.entities import gazetteer, keys
from factlint.errors import FactlintError
from factlint.mentions import name_words, names
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
    assert len({entity.name for entity in gazetteer.load(SHIPPED).entries.values()}) > 20_000


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_the_shipped_files_are_sorted(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()[2:]
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted(set(names))


@pytest.fixture(scope="module")
def shipped() -> Mapping[str, Entity]:
    """The entities of the shipped gazetteer by spelling."""
    return gazetteer.load(SHIPPED).entries


def test_makers_in_the_shipped_gazetteer_are_organizations(shipped: Mapping[str, Entity]) -> None:
    made = {one for one in shipped.values() if one.made_by}
    assert {one.kind for one in made} <= {"org", "product"}
    assert {one for one in made if one.made_by not in shipped} == set()
    assert {one for one in made if shipped[str(one.made_by)].kind != "org"} == set()


def test_what_lies_in_the_shipped_gazetteer_lies_in_a_place(shipped: Mapping[str, Entity]) -> None:
    places = {one.name for one in shipped.values() if one.kind == "place"}
    inside = {one for one in shipped.values() if one.within}
    assert {one for one in inside if one.within not in places or one.within == one.name} == set()


#: A company and its product, or two papers, that only a legal form or an article tells apart.
ALIKE = {"applewatch", "iphone", "atlantic", "block", "docker", "hackernews", "redis"}


def test_no_two_entities_share_a_key(shipped: Mapping[str, Entity]) -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for one in shipped.values():
        named[keys.key(one.name)].add(one.name)
    assert {shared for shared, names in named.items() if len(names) > 1} == ALIKE


def test_no_spelling_is_a_small_word(shipped: Mapping[str, Entity]) -> None:
    small = name_words.FUNCTION | name_words.TITLES | name_words.GENERIC | name_words.ORG_SUFFIXES
    assert small & set(shipped) == {"BTC", "GM", "LPU"}


def test_a_spelling_is_no_mere_letter(shipped: Mapping[str, Entity]) -> None:
    assert {spelling for spelling in shipped if len(spelling) < 2} == set()


WELL_KNOWN = {
    "org": (
        "OpenAI|Anthropic|Mistral AI|DeepSeek|xAI|Cohere|Hugging Face|Moonshot AI|MiniMax|"
        "Sakana AI|Thinking Machines Lab|Nvidia|AMD|Intel|TSMC|ASML|Broadcom|Micron|SK Hynix|"
        "Qualcomm|Arm|SMIC|CoreWeave|Nebius|Equinix|DayOne|Amazon Web Services|Google Cloud|"
        "Databricks|Snowflake|Stripe|Klarna|Revolut|Adyen|Block|Nubank|Coinbase|Kraken|Binance|"
        "Tether|Circle|SpaceX|Rocket Lab|Isar Aerospace|Anduril|Helsing|Saronic|Figure AI|"
        "Unitree|Boston Dynamics|Waymo|Tesla|BYD|Rivian|Polestar|CATL|Northvolt|"
        "Commonwealth Fusion Systems|Moderna|Isomorphic Labs|Flipkart|Zomato|Ather Energy|"
        "Grab Holdings|Sea Limited|Rappi|M-KOPA|ADNOC|G42|SoftBank|JPMorgan Chase|HSBC|Verizon|"
        "Reliance Jio|Walmart|IKEA|Reuters|TechCrunch|McKinsey|Kirkland & Ellis|MIT|Stanford|"
        "ETH Zurich|IIT Bombay|Federal Reserve|European Commission|SEC|Ofcom|NASA|CERN|ISRO|"
        "IETF|Sequoia Capital|Andreessen Horowitz|Y Combinator|Temasek|Mubadala|Blackstone|KKR|"
        "Index Ventures|Lime|Render|Cruise|Mews|Jasper"
    ),
    "person": (
        "Sam Altman|Dario Amodei|Jensen Huang|Satya Nadella|Demis Hassabis|Mira Murati|Lisa Su|"
        "Lip-Bu Tan|Yann LeCun|Liang Wenfeng|Elon Musk|Tim Cook|Ursula von der Leyen|"
        "Narendra Modi|Christine Lagarde|Mark Zuckerberg|Masayoshi Son|Vitalik Buterin|"
        "Palmer Luckey|Kristalina Georgieva|Boris Cherny|John Ternus"
    ),
    "product": (
        "ChatGPT|GPT-5|GPT-4o mini|Claude|Claude Sonnet 4.5|Claude Opus 4.5|Gemini|"
        "Gemini 2.5 Flash|Gemini 2.5 Pro|Llama 3.1 8B|Llama 3.1 70B|Qwen3-Coder|Kimi K2|Sora|"
        "Veo 3|H100|B200|MI300X|TPU v5e|Trainium2|Ascend 910C|SWE-bench Verified|iPhone 17 Pro|"
        "iOS 26|Windows 11|Android|Kubernetes|PostgreSQL|Bitcoin|Ethereum|USDC|Falcon 9|"
        "Starship|Cybertruck|Model Y|Copilot|Cursor|Wegovy|Optimus|CUDA|PyTorch"
    ),
    "place": (
        "San Francisco|Palo Alto|Texas|Abilene|Bengaluru|Maharashtra|Shenzhen|Hsinchu|London|"
        "Berlin|Paris|Tel Aviv|Abu Dhabi|Singapore|Lagos|Nairobi|Sao Paulo|Toronto|Sydney|Tokyo|"
        "Seoul|Loudoun County|Germany|India|United States|Kenya|Vietnam|Europe"
    ),
}


@pytest.mark.parametrize(("kind", "names"), WELL_KNOWN.items(), ids=WELL_KNOWN)
def test_well_known_names(kind: str, names: str, shipped: Mapping[str, Entity]) -> None:
    spellings = names.split("|")
    kinds = {name: shipped[name].kind if name in shipped else None for name in spellings}
    assert {name: found for name, found in kinds.items() if found != kind} == {}


@pytest.fixture(scope="module")
def known() -> names.Known:
    """The shipped gazetteer, prepared for finding."""
    return names.known(gazetteer.load(SHIPPED))


def named(text: str, known: names.Known) -> list[str]:
    """What is written of the names of a text, with the shipped gazetteer."""
    return [one.value.text for one in names.find(text, (), names.lexicon([text], known))]


#: Words that are names of the gazetteer as well, where they are but words.
ONLY_WORDS = {
    "imperative": "Render the page twice, then circle back and cruise home.",
    "noun": "Lime juice went up the wall. Compound interest did the rest.",
    "noun of a list": "Target of the year: none",
    "adverb": "Together they walked home. Scale matters more than taste.",
    "figure": "Figure 3 shows how. Block 7 was empty.",
    "determined": "They left the Block, a Target and their Ramp behind.",
    "heading": "How To Scale A Garden And Ramp Up The Harvest",
    "heading with a figure": "Ten Ways To Box A Gift And Circle A Date",
    "weekday": "Sunday was cold. They slept on Sunday.",
    "small": "a notion of linear scale, a figure, a target, an oracle, lime and mercury",
}


@pytest.mark.parametrize("text", ONLY_WORDS.values(), ids=ONLY_WORDS)
def test_words_are_no_names(text: str, known: names.Known) -> None:
    assert named(text, known) == []


PLAIN_NAMES = {
    "raised": ("Render raised $80 million in May.", "Render"),
    "said": ("Lime said on Monday that it would leave.", "Lime"),
    "possessive": ("Circle's shares fell.", "Circle"),
    "apposition": ("Notion, a maker of notes, grew.", "Notion"),
    "within": ("They work for Cruise now.", "Cruise"),
    "object": ("The deal made Ramp rich.", "Ramp"),
    "weekday": ("Sunday raised $35 million.", "Sunday"),
    "variant": ("It costs less than Gemini 2.5 Flash.", "Gemini 2.5 Flash"),
    "size": ("They tuned Llama 3.1 70B.", "Llama 3.1 70B"),
}


@pytest.mark.parametrize(("text", "name"), PLAIN_NAMES.values(), ids=PLAIN_NAMES)
def test_names_that_are_words(text: str, name: str, known: names.Known) -> None:
    assert name in named(text, known)


def test_the_shipped_gazetteer_knows_investors_and_regions() -> None:
    entities = gazetteer.load(SHIPPED).entries.values()
    assert {one.kind for one in entities if one.backs} == {"org"}
    assert {one.kind for one in entities if one.region} == {"place"}
