"""Entities: which spellings are one thing, and what claims are about."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import entities
from factlint.entities import lookalikes, neighbours
from factlint.model import (
    Claim,
    Document,
    Entity,
    EntityKind,
    Extract,
    Gazetteer,
    Name,
    Place,
    Qualifiers,
    Value,
)

PLACE = Place("a.md", 1, 1, 1, 5)
WEB = Entity("Amazon Web Services", "org", ("AWS",))
GAZETTEER = Gazetteer(
    {"Amazon Web Services": WEB, "AWS": WEB, "Gemini": Entity("Gemini", "product")}
)

APART = [
    ("Gemini Flash", "Gemini"),
    ("Gemini 2.0 Flash", "Gemini 2.0 Flash-Lite"),
    ("Gemini 2.0", "Gemini 20"),
    ("Gemini 3 Pro", "Gemini 3"),
    ("Gemini 3 Pro", "Gemini 3.1 Pro"),
    ("Seed 2.0", "Seed 2.0 mini"),
    ("GPT-4", "GPT-4o"),
    ("GPT-4o", "GPT-4o mini"),
    ("GPT-4", "GPT-4.5"),
    ("GPT 4 5", "GPT 45"),
    ("GPT-5", "GPT-5 Codex"),
    ("o3", "o3-mini"),
    ("Claude Opus 4.5", "Claude Opus 4.6"),
    ("Claude Opus", "Claude Sonnet"),
    ("Claude Code", "Claude Codex"),
    ("Claude Haiku 3", "Claude Haiku 3.5"),
    ("Llama 3.1 8B", "Llama 3.1 70B"),
    ("Llama 3", "Llama 3.1"),
    ("Llama Guard", "Llama"),
    ("Qwen3-235B", "Qwen3-VL-235B"),
    ("Qwen 3.5", "Qwen 35"),
    ("Qwen3 Max", "Qwen3"),
    ("Mixtral 8x7B", "Mixtral 8x22B"),
    ("DeepSeek-R1", "DeepSeek-V3"),
    ("M3", "M3 Max"),
    ("M3 Max", "M3 Ultra"),
    ("RTX 5090", "RTX 5080"),
    ("H100", "H200"),
    ("A100", "H100"),
    ("Ascend 910", "Ascend 910C"),
    ("Windows 10", "Windows 10X"),
    ("Galaxy S20", "Galaxy S20+"),
    ("iPhone 17", "iPhone 17 Pro"),
    ("iPhone 17 Pro", "iPhone 17 Pro Max"),
    ("Together AI", "Together"),
    ("Together AI", "Sage AI"),
    ("AMI Labs", "AMI"),
    ("Acme", "Acme Ventures"),
    ("Disney+", "Disney"),
    ("&", "+"),
]
SAME = [
    ("NVIDIA", "Nvidia"),
    ("openAI", "OpenAI"),
    ("Lumo Inc.", "Lumo"),
    ("Lumo Inc", "Lumo"),
    ("Lumo, Inc.", "Lumo"),
    ("OpenAI Inc.", "OpenAI"),
    ("Lumo Corporation", "Lumo"),
    ("Lumo Corp.", "Lumo"),
    ("Lumo Co., Ltd.", "Lumo"),
    ("Lumo Ltd", "Lumo"),
    ("Lumo LLC", "Lumo"),
    ("Lumo GmbH", "Lumo"),
    ("Lumo PBC", "Lumo"),
    ("Lumo plc", "Lumo"),
    ("Lumo S.A.", "Lumo"),
    ("Lumo N.V.", "Lumo"),
    ("Lumo AG", "Lumo"),
    ("Lumo's", "Lumo"),
    ("Lumo’s", "Lumo"),
    ("Systems'", "Systems"),
    ("The Information", "Information"),
    ("Character.AI", "Character AI"),
    ("Soft Bank", "SoftBank"),
    ("Data-Bricks", "Databricks"),
    ("DeepSeek-R1", "DeepSeek R1"),
    ("DeepSeek‑R1", "DeepSeek R1"),
    ("Qwen 3.5", "Qwen3.5"),
    ("GPT4", "GPT-4"),
    ("J.P. Morgan", "JP Morgan"),
    ("ChatGPT", "Chat GPT"),
]


@pytest.mark.parametrize(("one", "other"), APART, ids=map("/".join, APART))
def test_keys_keep_things_apart(one: str, other: str) -> None:
    assert entities.key(one) != entities.key(other)


@pytest.mark.parametrize(("one", "other"), APART, ids=map("/".join, APART))
def test_no_two_things_are_a_misspelling_or_an_alias_by_likeness(one: str, other: str) -> None:
    counted = extract(names=(name(one, "product", 50), name(other, "product", 1)))
    found = entities.suggest(entities.take([counted], Gazetteer()))
    assert [each.kind for each in found if each.kind != "suffix"] == []


NO_SLIPS = [
    ("Groq", "Grok"),
    ("Falcon Go", "Falcon Gov"),
    ("Heron 4", "Heron 5"),
    ("Vandel", "Vandels"),
    ("Ambra Labs", "Umbra Labs"),
    ("Tidewater Rack", "Tidewater Race"),
    ("Nvidia", "Nivdai"),
]
SLIPS = [
    ("Nvidia", "Nvidai"),
    ("Acme Labs", "Acme Lsbs"),
    ("PixVerse", "PlxVerse"),
    ("Umbrella", "Umbrela"),
    ("Umbrella", "Umbrrella"),
]


@pytest.mark.parametrize(("one", "other"), NO_SLIPS, ids=map("/".join, NO_SLIPS))
def test_names_that_are_two(one: str, other: str) -> None:
    plain = ("rack", "race", "falcon")
    told = [told_of(one), told_of(other)]
    assert not list(lookalikes.find(told, plain))


@pytest.mark.parametrize(("one", "other"), SLIPS, ids=map("/".join, SLIPS))
def test_names_one_slip_apart_of_which_the_same_is_told(one: str, other: str) -> None:
    (pair,) = lookalikes.find([told_of(one), told_of(other)], ())
    assert {pair.name, pair.near} == {one, other}
    assert not list(lookalikes.find([told_of(one), told_of(other, "Foo Fund")], ()))


@pytest.mark.parametrize(("one", "other"), SAME, ids=map("/".join, SAME))
def test_keys_join_spellings(one: str, other: str) -> None:
    assert entities.key(one) == entities.key(other)


@given(st.text(min_size=1))
def test_a_key_has_no_case(name: str) -> None:
    assert entities.key(name) == entities.key(f" {name} ")


def claim(
    subject: str,
    *,
    kind: EntityKind = "unknown",
    value: Value | None = None,
    counterparty: str | None = None,
) -> Claim:
    """A claim about `subject`; only what resolution reads matters."""
    return Claim(
        PLACE,
        "valuation",
        subject,
        subject,
        kind,
        value or Value("money", "$1 billion"),
        Qualifiers(counterparty=counterparty),
        "",
        "",
        PLACE,
        1.0,
        (),
        "valuation",
        0,
    )


def name(
    spelling: str,
    kind: EntityKind = "org",
    count: int = 1,
    defined_as: str | None = None,
    *,
    full: str = "",
    place: Place = PLACE,
) -> Name:
    """What a document says of one spelling."""
    return Name(spelling, kind, count, place, full or spelling, defined_as)


def extract(*claims: Claim, names: tuple[Name, ...] = ()) -> Extract:
    """One document's extract."""
    return Extract(Document("a.md"), claims, names)


def a_name(text: str) -> Value:
    """A name as the value of a claim."""
    return Value("name", text, canonical=text)


def told_of(subject: str, backer: str = "Foo Ventures") -> Claim:
    """A claim that tells who backs a subject, as it is after resolution."""
    return replace(claim(subject, value=a_name(backer)), key=subject, named=subject)


def subjects(*extracts: Extract) -> list[str]:
    """The canonical subjects of all claims."""
    return [claim.subject for claim in entities.resolve(extracts, GAZETTEER)]


def test_no_extracts_no_claims() -> None:
    assert entities.resolve([], GAZETTEER) == ()


def test_an_unknown_subject_stays_as_it_is() -> None:
    (found,) = entities.resolve([extract(claim("Lumo"))], GAZETTEER)
    assert (found.subject, found.key, found.subject_kind) == ("Lumo", "lumo", "unknown")


def test_the_gazetteer_names_the_subject() -> None:
    (found,) = entities.resolve([extract(claim("AWS"))], GAZETTEER)
    assert (found.subject, found.key, found.subject_kind) == (
        "Amazon Web Services",
        "amazonwebservices",
        "org",
    )


def test_a_variant_of_a_known_name_is_another_thing() -> None:
    assert subjects(extract(claim("Gemini Flash"))) == ["Gemini Flash"]


def test_a_firm_with_the_name_of_a_place_is_not_the_place() -> None:
    places = Gazetteer({"Oslo": Entity("Oslo", "place")})
    found = entities.resolve([extract(claim("Oslo")), extract(claim("Oslo Corp."))], places)
    assert [one.subject_kind for one in found] == ["place", "unknown"]


def test_the_kind_comes_from_the_names() -> None:
    known = (name("Lumo", "org", 3), name("Lumo", "product", 1))
    (found,) = entities.resolve([extract(claim("Lumo"), names=known)], GAZETTEER)
    assert found.subject_kind == "org"


def test_the_most_frequent_spelling_stands_for_a_name() -> None:
    often = extract(claim("Lumo"), names=(name("Lumo", "org", 5),))
    assert subjects(often, extract(claim("LUMO"))) == ["Lumo", "Lumo"]


def test_a_definition_holds_in_its_document() -> None:
    defined = (name("LMZ", "org", 1, "Lumo Zedex"), name("Lumo Zedex", "org", 1))
    assert subjects(extract(claim("LMZ"), names=defined)) == ["Lumo Zedex"]


def test_an_unambiguous_definition_holds_everywhere() -> None:
    defined = extract(names=(name("LMZ", "org", 1, "Lumo Zedex"),))
    assert subjects(defined, extract(claim("LMZ"))) == ["Lumo Zedex"]


def test_a_definition_of_two_letters_holds_only_in_its_document() -> None:
    own = extract(claim("SP"), names=(name("SP", "org", 1, "São Paulo"),))
    assert subjects(own, extract(claim("SP"))) == ["São Paulo", "SP"]


def test_an_ambiguous_definition_holds_only_in_its_document() -> None:
    one = extract(claim("LMZ"), names=(name("LMZ", "org", 1, "Lumo Zedex"),))
    two = extract(claim("LMZ"), names=(name("LMZ", "org", 1, "Lima Zoo"),))
    assert subjects(one, two, extract(claim("LMZ"))) == ["Lumo Zedex", "Lima Zoo", "LMZ"]


def test_a_definition_of_a_known_spelling_holds_only_in_its_document() -> None:
    own = extract(claim("AWS"), names=(name("AWS", "org", 1, "Acme Widget Store"),))
    other = extract(claim("AWS"), names=(name("Amazon Web Services", "org", 1),))
    assert subjects(own, other) == ["Acme Widget Store", "Amazon Web Services"]


def test_a_name_that_the_corpus_never_uses_is_not_shown() -> None:
    used = extract(claim("Amazon Web Services"), names=(name("AWS", "org", 1),))
    (found,) = entities.resolve([used], GAZETTEER)
    assert (found.subject, found.key) == ("AWS", entities.key("Amazon Web Services"))


def test_values_and_counterparties_are_named_alike() -> None:
    said = claim("Lumo", value=Value("name", "AWS", canonical="AWS"), counterparty="AWS")
    (found,) = entities.resolve([extract(said)], GAZETTEER)
    assert (found.value.canonical, found.value.text, found.qualifiers.counterparty) == (
        "Amazon Web Services",
        "AWS",
        "Amazon Web Services",
    )


def test_the_fullest_form_is_that_of_the_document() -> None:
    both = (name("AWS", "org", 5), name("Amazon Web Services", "org", 1))
    full, short = extract(claim("AWS"), names=both), extract(claim("AWS"), names=both[:1])
    found = entities.resolve([full, short], GAZETTEER)
    assert [(one.subject, one.named) for one in found] == [
        ("Amazon Web Services", "Amazon Web Services"),
        ("Amazon Web Services", "AWS"),
    ]


def test_a_value_has_its_canonical_form_whatever_its_document_uses() -> None:
    said = claim("Lumo", value=Value("name", "AWS", canonical="AWS"))
    elsewhere = extract(names=(name("Amazon Web Services", "org", 1),))
    (found,) = entities.resolve(
        [extract(said, names=(name("AWS", "org", 1),)), elsewhere], GAZETTEER
    )
    assert (found.value.canonical, found.named) == ("Amazon Web Services", "Lumo")


def test_figures_stay_as_they_are() -> None:
    said = claim("Lumo")
    (found,) = entities.resolve([extract(said)], GAZETTEER)
    assert found.value == said.value


# Which entity a name is


CLASHING = Gazetteer(
    {
        "Kia": Entity("Kia", "org"),
        "KIA": (authority := Entity("Kuwait Investment Authority", "org", ("KIA",))),
        "Kuwait Investment Authority": authority,
        "Block": Entity("Block", "org"),
        "The Block": Entity("The Block", "org"),
        "Anysphere": Entity("Anysphere", "org"),
        "Cursor": Entity("Cursor", "product", (), "Anysphere"),
    }
)


def keys(*names: str) -> list[str]:
    """The keys of claims about these names, in one document each."""
    said = [extract(claim(each), names=(name(each),)) for each in names]
    return [each.key for each in entities.resolve(said, CLASHING)]


TWO_ENTITIES = [("Kia", "KIA"), ("Block", "The Block"), ("Cursor", "Anysphere")]


@pytest.mark.parametrize(("one", "other"), TWO_ENTITIES, ids=map("/".join, TWO_ENTITIES))
def test_the_gazetteer_keeps_names_apart(one: str, other: str) -> None:
    assert len(set(keys(one, other))) == 2


def test_a_spelling_that_no_file_has_is_found_by_its_key() -> None:
    assert keys("BLOCK", "ANYSPHERE") == ["block", "anysphere"]


def test_a_product_knows_its_maker_and_is_not_one_with_it() -> None:
    found = entities.resolve([extract(claim("Cursor"), claim("Anysphere"))], CLASHING)
    assert [(one.key, one.owners) for one in found] == [
        ("cursor", ("Anysphere",)),
        ("anysphere", ()),
    ]


def test_a_product_shares_the_money_of_the_maker_that_the_documents_tell() -> None:
    maker = replace(
        claim("FooPlayer", kind="product", value=a_name("Umbra")), attribute="developer"
    )
    money = replace(claim("FooPlayer"), event_kind="funding")
    other = replace(maker, value=a_name("Vandelay"))
    assert entities.resolve([extract(maker, money)], Gazetteer())[1].key == "umbra"
    assert entities.resolve([extract(maker, money, other)], Gazetteer())[1].key == "fooplayer"
    assert entities.resolve([extract(money)], Gazetteer())[0].key == "fooplayer"


# The entities of a corpus


def at(path: str, line: int = 1) -> Place:
    return Place(path, line, 1, line, 5)


def test_no_documents_name_nothing() -> None:
    assert entities.take([], GAZETTEER) == ()


def test_an_entity_has_its_spellings_documents_and_first_places() -> None:
    one = extract(claim("AWS"), names=(name("AWS", count=3, place=at("b.md", 7)),))
    two = extract(
        names=(name("Amazon Web Services", place=at("a.md", 2)), name("AWS", place=at("a.md")))
    )
    claims = entities.resolve([one, two], GAZETTEER)
    (found,) = entities.take([one, two], GAZETTEER, claims)
    assert (found.name, found.kind, found.count, found.claims) == (
        "Amazon Web Services",
        "org",
        5,
        1,
    )
    assert [(one.text, one.count, one.place) for one in found.spellings] == [
        ("AWS", 4, at("a.md")),
        ("Amazon Web Services", 1, at("a.md", 2)),
    ]
    assert found.places == (at("a.md"), at("a.md", 2), at("b.md", 7))
    assert found.documents == {"a.md", "b.md"}


def test_a_short_form_counts_for_the_full_one_only_where_it_is_given() -> None:
    full = extract(names=(name("Kim Lee", "person"), name("Lee", "person", 4, full="Kim Lee")))
    alone = extract(names=(name("Lee", "person", 9),))
    found = entities.take([full, alone], GAZETTEER)
    assert [(one.name, one.count) for one in found] == [("Lee", 9), ("Kim Lee", 5)]
    assert [(one.text, one.shared) for one in found[1].spellings] == [
        ("Lee", False),
        ("Kim Lee", True),
    ]


SPELLINGS = ("Acme", "ACME", "Acme Labs", "Globex", "Globexx", "AWS", "LMZ", "Lumo Zedex", "Lee")
documents = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(SPELLINGS),
            st.sampled_from(("org", "person", "unknown")),
            st.integers(1, 9),
            st.sampled_from((None, "Lumo Zedex", "Acme Labs")),
        ),
        max_size=5,
        unique_by=lambda drawn: drawn[0],
    ),
    max_size=5,
)
Drawn = list[list[tuple[str, EntityKind, int, str | None]]]


def read(drawn: Drawn, folder: str = "") -> list[Extract]:
    """One extract a list of names, each with a path of its own."""
    return [
        extract(
            *(claim(each[0]) for each in held),
            names=tuple(
                name(*each, place=at(f"{folder}{number}.md", line))
                for line, each in enumerate(held, start=1)
            ),
        )
        for number, held in enumerate(drawn)
    ]


@given(documents, st.randoms())
def test_the_order_of_documents_does_not_matter(drawn: Drawn, chance: Random) -> None:
    extracts = read(drawn)
    shuffled = chance.sample(extracts, len(extracts))
    listed, again = entities.take(extracts, GAZETTEER), entities.take(shuffled, GAZETTEER)
    assert (listed, entities.suggest(listed)) == (again, entities.suggest(again))


@given(documents)
def test_a_document_about_other_things_changes_nothing(drawn: Drawn) -> None:
    other = read([[("Wuppertal Wire", "org", 3, None), ("Quux", "unknown", 1, None)]], "z/")
    before = entities.take(read(drawn), GAZETTEER)
    after = entities.take([*read(drawn), *other], GAZETTEER)
    assert before == tuple(one for one in after if one.key not in ("wuppertalwire", "quux"))
    assert set(entities.suggest(before)) == set(entities.suggest(after))


# Suggestions

NOTHING_ALIKE = [
    pytest.param(("Acme", 9), ("Globex", 1), id="others"),
    pytest.param(("Acme", 9), ("ACME", 1), id="one already"),
    pytest.param(("Meta", 90), ("Beta", 1), id="short"),
    pytest.param(("Python", 90), ("CPython", 1), id="another first letter"),
    pytest.param(("YouTube", 90), ("YouTuber", 1), id="an ending"),
    pytest.param(("Bolivia", 90), ("Bolivian", 1), id="a people"),
    pytest.param(("Winklevoss", 9), ("Winklevosses", 1), id="a plural"),
    pytest.param(("Gnosis", 9), ("GnosisX", 1), id="it goes on"),
    pytest.param(("Intelligence Index", 9), ("AA Intelligence Index", 1), id="a word more"),
    pytest.param(("Google Play", 9), ("Google Pay", 1), id="short words"),
    pytest.param(("US Treasury", 9), ("UK Treasury", 1), id="another country"),
    pytest.param(("Agent Mode", 9), ("AM", 1), id="two initials"),
    pytest.param(("Mistral", 90), ("Mistrel", 1), id="not near enough"),
    pytest.param(("Modern Lamp", 9), ("Modem Lamp", 1), id="a plain word"),
]
ALIKE = [
    pytest.param(("Erdős", 9), ("Erdos", 1), "spelling", id="accents"),
    pytest.param(("Ernst & Young", 9), ("Ernst and Young", 1), "spelling", id="and"),
    pytest.param(("Seedance 2.0", 9), ("Seedance v2.0", 1), "spelling", id="version"),
    pytest.param(("Ethereum", 90), ("Etherem", 1), "misspelling", id="a letter left out"),
    pytest.param(("Istanbul", 90), ("Instanbul", 1), "misspelling", id="a letter too many"),
    pytest.param(("Peter Thiel", 9), ("Peter Theil", 2), "near", id="swapped"),
    pytest.param(("Allegretto", 9), ("Allegreto", 5), "near", id="not rare"),
    pytest.param(("Black Lake Labs", 9), ("BLL", 1), "initials", id="initials"),
    pytest.param(("Lumo", 9), ("Lumo Labs", 1), "suffix", id="a word at the end"),
    pytest.param(("Lumo", 9), ("LumoAI", 1), "suffix", id="glued"),
    pytest.param(("Lumo", 9), ("Lumo.io", 1), "suffix", id="domain"),
]
Counted = tuple[str, int]


def suggested(*names: Counted) -> list[tuple[str, str, str]]:
    """Kind, entity and other of the suggestions for names of one document."""
    counted = extract(names=tuple(name(text, "unknown", count) for text, count in names))
    found = entities.suggest(entities.take([counted], GAZETTEER), frozenset(("modern", "modem")))
    return [(one.kind, one.told.text, one.found.text) for one in found]


@pytest.mark.parametrize(("one", "other"), NOTHING_ALIKE)
def test_nothing_to_suggest(one: Counted, other: Counted) -> None:
    assert suggested(one, other) == []


@pytest.mark.parametrize(("one", "other", "kind"), ALIKE)
def test_what_may_be_one(one: Counted, other: Counted, kind: str) -> None:
    assert suggested(one, other) == [(kind, one[0], other[0])]


def test_two_names_with_lines_of_their_own_are_two() -> None:
    both = {"Lumo": Entity("Lumo", "org"), "Lumo Labs": Entity("Lumo Labs", "org")}
    counted = extract(names=(name("Lumo", "org", 9), name("Lumo Labs")))
    assert entities.suggest(entities.take([counted], Gazetteer(both))) == ()


def test_a_name_is_offered_to_one_only() -> None:
    found = suggested(("Lumo", 9), ("Lumo Labs", 3), ("LumoAI", 2), ("Lumo Labs AI", 1))
    others = [other for _, _, other in found]
    assert sorted(others) == sorted(set(others))
    assert {entity for _, entity, _ in found} == {"Lumo"}


def pairs(count: int) -> int:
    """How many pairs of so many names without any likeness are looked at."""
    names = [sha256(str(number).encode()).hexdigest()[:12] for number in range(count)]
    return len(list(neighbours.alike(names, 6)))


def test_the_pairs_looked_at_grow_with_the_names() -> None:
    assert 9 * pairs(200) < pairs(2000) < 11 * pairs(200)
