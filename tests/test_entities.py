"""Entities: which spellings are one thing, and what claims are about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import entities
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

DIFFERENT = {
    "variant": ("Gemini Flash", "Gemini"),
    "mini": ("Seed 2.0", "Seed 2.0 mini"),
    "max": ("M3", "M3 Max"),
    "size": ("Llama 3.1 8B", "Llama 3.1 70B"),
    "version": ("Gemini 2.0", "Gemini 20"),
    "digits": ("GPT 4 5", "GPT 45"),
    "ai": ("Together AI", "Together"),
    "labs": ("AMI Labs", "AMI"),
    "alike": ("Together AI", "Sage AI"),
    "one-letter": ("Claude Code", "Claude Codex"),
    "signs-of-nothing": ("&", "+"),
    "plus": ("Disney+", "Disney"),
}
SAME = {
    "case": ("NVIDIA", "Nvidia"),
    "inc": ("Lumo Inc.", "Lumo"),
    "comma-inc": ("Lumo, Inc.", "Lumo"),
    "corporation": ("Lumo Corporation", "Lumo"),
    "two-forms": ("Lumo Co., Ltd.", "Lumo"),
    "gmbh": ("Lumo GmbH", "Lumo"),
    "dots": ("Lumo S.A.", "Lumo"),
    "possessive": ("Lumo's", "Lumo"),
    "curly-possessive": ("Lumo’s", "Lumo"),
    "article": ("The Information", "Information"),
    "dot": ("Character.AI", "Character AI"),
    "blank": ("Soft Bank", "SoftBank"),
    "hyphen": ("DeepSeek-R1", "DeepSeek R1"),
    "version-blank": ("Qwen 3.5", "Qwen3.5"),
    "initials": ("J.P. Morgan", "JP Morgan"),
}


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_keys_keep_things_apart(one: str, other: str) -> None:
    assert entities.key(one) != entities.key(other)


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
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


def extract(*claims: Claim, names: tuple[Name, ...] = ()) -> Extract:
    """One document's extract."""
    return Extract(Document("a.md"), claims, names)


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


def test_the_kind_comes_from_the_names() -> None:
    known = (Name("Lumo", "org", 3), Name("Lumo", "product", 1))
    (found,) = entities.resolve([extract(claim("Lumo"), names=known)], GAZETTEER)
    assert found.subject_kind == "org"


def test_the_most_frequent_spelling_stands_for_a_name() -> None:
    often = extract(claim("Lumo"), names=(Name("Lumo", "org", 5),))
    assert subjects(often, extract(claim("LUMO"))) == ["Lumo", "Lumo"]


def test_a_definition_holds_in_its_document() -> None:
    defined = (Name("LMZ", "org", 1, "Lumo Zedex"), Name("Lumo Zedex", "org", 1))
    assert subjects(extract(claim("LMZ"), names=defined)) == ["Lumo Zedex"]


def test_an_unambiguous_definition_holds_everywhere() -> None:
    defined = extract(names=(Name("LMZ", "org", 1, "Lumo Zedex"),))
    assert subjects(defined, extract(claim("LMZ"))) == ["Lumo Zedex"]


def test_an_ambiguous_definition_holds_only_in_its_document() -> None:
    one = extract(claim("LMZ"), names=(Name("LMZ", "org", 1, "Lumo Zedex"),))
    two = extract(claim("LMZ"), names=(Name("LMZ", "org", 1, "Lima Zoo"),))
    assert subjects(one, two, extract(claim("LMZ"))) == ["Lumo Zedex", "Lima Zoo", "LMZ"]


def test_a_definition_of_a_known_spelling_holds_only_in_its_document() -> None:
    own = extract(claim("AWS"), names=(Name("AWS", "org", 1, "Acme Widget Store"),))
    other = extract(claim("AWS"), names=(Name("Amazon Web Services", "org", 1),))
    assert subjects(own, other) == ["Acme Widget Store", "Amazon Web Services"]


def test_a_name_that_the_corpus_never_uses_is_not_shown() -> None:
    used = extract(claim("Amazon Web Services"), names=(Name("AWS", "org", 1),))
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
    both = (Name("AWS", "org", 5), Name("Amazon Web Services", "org", 1))
    full, short = extract(claim("AWS"), names=both), extract(claim("AWS"), names=both[:1])
    found = entities.resolve([full, short], GAZETTEER)
    assert [(one.subject, one.named) for one in found] == [
        ("Amazon Web Services", "Amazon Web Services"),
        ("Amazon Web Services", "AWS"),
    ]


def test_a_value_has_its_canonical_form_whatever_its_document_uses() -> None:
    said = claim("Lumo", value=Value("name", "AWS", canonical="AWS"))
    elsewhere = extract(names=(Name("Amazon Web Services", "org", 1),))
    (found,) = entities.resolve(
        [extract(said, names=(Name("AWS", "org", 1),)), elsewhere], GAZETTEER
    )
    assert (found.value.canonical, found.named) == ("Amazon Web Services", "Lumo")


def test_figures_stay_as_they_are() -> None:
    said = claim("Lumo")
    (found,) = entities.resolve([extract(said)], GAZETTEER)
    assert found.value == said.value
