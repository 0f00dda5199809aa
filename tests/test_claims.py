"""Marked passages -> claims: who, what, how much, in which state, and how sure."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import claims
from factlint.claims.wordings import Wordings
from factlint.model import Claim
from factlint.rules import packs
from tests import pages


@cache
def shipped() -> Wordings:
    return claims.compile(packs.load(packs.shipped()).definitions)


def read(*passages: str, title: str | None = None) -> tuple[Claim, ...]:
    """The claims of a document of marked passages; one that starts with "# " is a heading."""
    return pages.found(shipped(), *passages, title=title)


def told(*passages: str, sure: float = 0.0, title: str | None = None) -> set[str]:
    """The claims as "subject attribute value"."""
    return {
        f"{c.subject} {c.attribute} {c.value.canonical or c.value.text}"
        for c in read(*passages, title=title)
        if c.confidence >= sure
    }


NO_CLAIMS = [
    pytest.param("Would *Acme* have raised $20 million without him?", id="question"),
    pytest.param("If *Acme* raised $20 million, it would grow.", id="hypothesis"),
    pytest.param("A startup raised $20 million.", id="generic subject"),
    pytest.param("*Acme*'s 7M recursive model reaches more people.", id="bare number"),
    pytest.param("*Acme* gained $5 billion against $4 billion a year earlier.", id="comparison"),
    pytest.param("*Acme* met *Foo*. Three startups raised $20 million.", id="counted subject"),
    pytest.param("*Acme*'s tiny rival raised $20 million.", id="another's rival"),
    pytest.param("*Kim Lee/person* raised $20 million.", id="wrong kind"),
    pytest.param("*Acme* raised $20 per seat from its fans.", id="rate"),
    pytest.param("*Acme* rents computing power worth $20 million.", id="worth of a thing"),
    pytest.param("*Acme* raised its guidance for the year to $20 million.", id="what is raised"),
    pytest.param("*Acme* was fined. The *Baz* owner raised $20 million.", id="owner unknown"),
    pytest.param("*Acme Weekly* says: the startup raised $20 million.", id="who tells the news"),
    pytest.param("In *Foo*'s *Acme* there is a lab.", id="owner of unknown kind is no seat"),
    pytest.param("*Foo* launched *Acme/product* Outposts for teams.", id="name goes on"),
    pytest.param("*Acme* buys *Bar*'s sensor business for $9 million.", id="only owns"),
    pytest.param("Worldwide phone shipments grew 11%, *Acme* wrote.", id="a whole market"),
    pytest.param("*Acme* is headquartered in *Foo*.", id="a seat of unknown kind"),
    pytest.param("*Foo Ventures/investor* told of a $9 million round.", id="only gives"),
    pytest.param("A fine-tuned model with 70 billion parameters wins.", id="generic model"),
    pytest.param("*Acme*-based *Foo*.", id="a base of unknown kind"),
    pytest.param("The grantees of *Acme* share $9 million in funding.", id="given away"),
    pytest.param("*Foo* invests in *Acme* bonds.", id="paper of a company"),
    pytest.param("*Foo* launched, later than hoped, *Acme/product* expects to join.",
                 id="what is launched has a verb of its own"),
    pytest.param("*Acme*'s bundle for subscribers, *Kim Lee/person* says, opens.",
                 id="who says so"),
    pytest.param("Use *Acme* to raise a Series A.", id="advice"),
    pytest.param("How to sell *Acme* $9 million in funding.", id="advice on how to"),
    pytest.param("*Foo* financed the takeover of *Acme*.", id="who pays for a purchase"),
    pytest.param("*Acme*: $5 million of $9 million raised.", id="what was aimed for"),
    pytest.param("An *Acme* cofounder is worth $9 billion.", id="a founder is not the firm"),
    pytest.param("*Foo* is buying a lamp maker in a deal worth $9 million.", id="what is bought"),
    pytest.param("*Acme/product*: 41% of them, *Bar/product* 34%.", id="no benchmark"),
    pytest.param("*Acme University* closed a $9 million seed round.", id="a school"),
    pytest.param("The non-profit foundation keeps 26%, *Acme* said.", id="nobody named"),
]  # fmt: skip


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_no_claim(text: str) -> None:
    assert told(text, sure=0.75) == set()


CLAIMS = [
    pytest.param("*Acme*, co-founded by *Kim Lee/person*, has raised $1 billion.",
                 {"Acme funding_amount $1 billion", "Acme founder Kim Lee"},
                 id="participle between"),
    pytest.param("*Foo*'s *Acme* raised $500 million for robots.",
                 {"Acme funding_amount $500 million"}, id="possessive chain"),
    pytest.param("Firms like *Acme* and *Bar* are raising funds (up to $15 million and $6 million,"
                 " respectively).",
                 {"Acme funding_amount up to $15 million", "Bar funding_amount $6 million"},
                 id="respectively"),
    pytest.param("*Acme* closed $2 billion—bringing its valuation to $14 billion.",
                 {"Acme funding_amount $2 billion", "Acme valuation $14 billion"}, id="dash"),
    pytest.param("*Foo* bought *Acme* and *Bar* acquired *Baz* for $3 million.",
                 {"Acme acquirer Foo", "Baz acquirer Bar", "Baz acquisition_price $3 million"},
                 id="two deals"),
    pytest.param("*Foo*'s $4 billion investment in *Acme* pays for lasers.",
                 {"Foo investment $4 billion"}, id="noun of a deal"),
    pytest.param("*Acme* agreed to buy *Bar*, a maker of lamps, for $9 million.",
                 {"Bar acquirer Acme", "Bar acquisition_price $9 million"}, id="skeleton"),
    pytest.param("*Acme* Inc. raised $9 million.", {"Acme funding_amount $9 million"},
                 id="legal form"),
    pytest.param("*Foo* led a $9 million round for *Acme*.",
                 {"Acme funding_amount $9 million", "Acme lead_investor Foo"}, id="backer first"),
    pytest.param("*Acme* spent $9 billion, *Foo* $5 billion and *Bar* $3 billion.",
                 {"Acme spending $9 billion", "Foo spending $5 billion", "Bar spending $3 billion"},
                 id="one verb for all"),
    pytest.param("In *Spain/place*'s *Acme* there is a lab.", {"Acme headquarters Spain"},
                 id="place"),
    pytest.param("*Foo* launched *Acme/product* for teams.", {"Acme developer Foo"}, id="maker"),
    pytest.param("*Acme* raised $9 million in a round led by *Foo*, *Bar* and *Baz*.",
                 {"Acme funding_amount $9 million", "Acme lead_investor Foo",
                  "Acme lead_investor Bar", "Acme lead_investor Baz"}, id="list of leads"),
    pytest.param("*Acme* is backed by *Foo* and *Bar* and was valued at $3 billion.",
                 {"Acme investor Foo", "Acme investor Bar", "Acme valuation $3 billion"},
                 id="and goes on with the subject"),
    pytest.param("*Acme* has 3 million users and 4,000 employees.",
                 {"Acme users 3 million users", "Acme headcount 4,000 employees"},
                 id="words that an earlier figure counts"),
    pytest.param("*Acme* holds 70%; *Foo*, *Bar* and *Baz* own 10% each.",
                 {"Acme stake 70%", "Foo stake 10%", "Bar stake 10%", "Baz stake 10%"}, id="each"),
    pytest.param("*Kim Lee/person* and *Ann Ray/person* are co-chief executives of *Acme*.",
                 {"Acme ceo Kim Lee", "Acme ceo Ann Ray"}, id="shared office"),
    pytest.param("*Acme*, a bank in *Oslo/place*, last year raised $9 million.",
                 {"Acme headquarters Oslo", "Acme funding_amount $9 million"},
                 id="time before the verb"),
    pytest.param("*Acme* does well: 8 million users and, in May, revenue of $9 million.",
                 {"Acme users 8 million users", "Acme revenue $9 million"}, id="behind a colon"),
    pytest.param("*Foo* is to buy lamp maker *Acme* for $9 million.",
                 {"Acme acquirer Foo", "Acme acquisition_price $9 million"}, id="described target"),
    pytest.param("*Acme/product* (from $8/month) is cheaper.", {"Acme price $8"},
                 id="price by the month"),
    pytest.param("*Acme* - Grant Funding ($9 million)", {"Acme funding_amount $9 million"},
                 id="a grant that is received"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_claims_of_a_sentence(text: str, expected: set[str]) -> None:
    assert told(text) == expected


def test_that_is_what_was_told_before() -> None:
    found = told("*Acme* is worth $9 billion. That is double the $4 billion it was worth in May.")
    assert "Acme valuation $4 billion" in found


def test_who_only_tells_the_news_is_not_what_it_is_about() -> None:
    assert told("*Reuters* spoke of *Acme*. It raised $9 million.") == {
        "Acme funding_amount $9 million"
    }


FAR = ["*Bar* makes ships.", *(f"Nothing happened on day {n}." for n in range(40))]


def test_in_a_long_text_only_names_right_here_count() -> None:
    near = [*FAR, "*Acme* makes robots. Revenue was $9 million."]
    far = [*FAR, "It rained. Revenue was $9 million."]
    assert "Acme revenue $9 million" in told(*near, sure=0.75, title="*Bar*")
    assert not told(*far, sure=0.75, title="*Bar*")


def test_the_line_of_place_and_day_is_no_topic() -> None:
    found = told(
        "*OSLO*, Feb 12 (*Newswire*) - Robots by *Acme* sell. The company raised $9 million."
    )
    assert found == {"Acme funding_amount $9 million"}


def test_who_only_describes_another_is_not_what_it_is_about() -> None:
    found = told("Headcount at *Foo* rival *Acme* fell. The company raised $9 million.", sure=0.75)
    assert found == {"Acme funding_amount $9 million"}


def test_who_leads_the_buyer_does_not_lead_what_is_bought() -> None:
    text = "The buyer, led by *Kim Lee/person*, who is CEO, is a bank."
    found = told(f"*Acme* makes robots. {text}")
    assert found == set()


def test_its_right_behind_a_name_is_that_of_the_name() -> None:
    text = "*Acme* lost the bid, and *Bar*, under its CEO *Kim Lee/person*, left with a fee."
    assert "Bar ceo Kim Lee" in told(text, sure=0.75)


def test_the_company_is_the_one_spoken_of() -> None:
    found = told("*Acme* makes robots. The company raised $20 million.", sure=0.75)
    assert found == {"Acme funding_amount $20 million"}


def test_a_rival_makes_it_a_guess() -> None:
    text = "*Acme* makes robots and *Bar* makes ships. It raised $20 million."
    assert told(text, sure=0.75) == set()


def test_money_beside_its_leads_goes_to_the_topic() -> None:
    found = told("*Acme* makes robots.", "*Foo* is leading the round, with funding from *Bar*.")
    assert found == {"Acme lead_investor Foo", "Acme investor Bar"}


def test_we_are_whom_the_title_names() -> None:
    said = ["*Acme* makes robots.", "We've raised $20 million. We are 40 people in Oslo."]
    found = told("# *Acme* grows", *said, sure=0.75)
    assert found == {"Acme funding_amount $20 million", "Acme headcount 40 people"}


def test_we_are_a_guess_where_no_title_names_anybody() -> None:
    far = [*FAR, "*Acme* is a bank. We have raised $20 million."]
    assert told(*far) == {"Acme funding_amount $20 million"}
    assert not told(*far, sure=0.75)


def test_the_model_is_one_named_before() -> None:
    found = told("*Zeta/product* is out. The model has 9 billion parameters on *Nova/product*.")
    assert found == {"Zeta parameters 9 billion parameters"}


CONSTRUCTIONS = {
    "where a person was": (
        "*Acme* appointed *Foo* veteran *Kim Lee/person* as CEO.", "Acme ceo Kim Lee"),
    "where a person was, in an aside": (
        "*Acme*, a bank run by former *Foo* manager *Kim Lee/person*, sells lamps.",
        "Acme ceo Kim Lee"),
    "a title before a name": (
        "*Acme*'s CEO, Dr. *Kim Lee/person*, was there.", "Acme ceo Kim Lee"),
    "what is said of one of a list": (
        "*Acme* was founded by *Kim Lee/person*, its CEO, and *Jo Poe/person*.",
        "Acme founder Jo Poe"),
    "examples that end before a verb": (
        "*Acme*'s round drew investors including *Foo*, *Bar* and *Baz*.", "Acme investor Baz"),
    "a span of time before the figure": (
        "*Acme*'s sales in the three months to September came to $9 million.",
        "Acme revenue $9 million"),
    "who signs a quotation": (
        '"We win." — *Kim Lee/person*, CEO, *Acme*', "Acme ceo Kim Lee"),
    "a figure in a headline": (
        "*Acme* Q3 profit jumps 52% to $9 million.", "Acme profit $9 million"),
    "a plural that changes": ("*Acme* profits surge 44% to $9 million.", "Acme growth 44%"),
    "a headline without a verb": (
        "*Acme* revenue up 16% to $9 million.", "Acme revenue $9 million"),
    "what a deal adds to": (
        "*Acme*, a bank, raised $9 million led by *Foo*, bringing its total to $20 million.",
        "Acme total_funding $20 million"),
    "who holds the office that opens": (
        "*Acme*'s chief executive, *Kim Lee/person*, founded the company in 2016.",
        "Acme founder Kim Lee"),
    "a headline infinitive": ("*Bar* set to raise $9 million.", "Bar funding_amount $9 million"),
    "who doubles": ("*Bar* doubles fundraising to $9 million.", "Bar funding_amount $9 million"),
    "another's list of backers": (
        "*Bar*, which raised $4 million from *Foo* and *Baz*, has 80 employees.",
        "Bar headcount 80 employees"),
    "a rate in another currency": ("*Bar/product* costs €20/month (~$23).", "Bar price ~$23"),
    "whose round others led": (
        "Investors put $9 million into it, in a round which *Foo* led.", "Acme lead_investor Foo"),
    "what is bought of a place": (
        "*Foo* agreed to buy *Oslo/place*-based *Bar*.", "Bar acquirer Foo"),
    "a buyer of a place": (
        "*Bar* is to be acquired by *Japan/place*'s *Foo*.", "Bar acquirer Foo"),
    "in a deal": (
        "*Bar* to be taken private in $9 billion deal.", "Bar acquisition_price $9 billion"),
    "a part of a price": (
        "*Acme*'s deal with *Bar* is worth $9 million, of which $4 million has been paid.",
        "Bar deal_value $4 million"),
    "an offer for what was named": (
        "*Foo* offered $9 million for it last year.", "Acme acquisition_price $9 million"),
    "a round, and whose it is": (
        "*Foo* led the Series B of *Bar*, the maker of *Zeta/product*: $9 million (€8 million).",
        "Bar funding_amount €8 million"),
    "since when all is counted": (
        "Since its founding in 2020 it has raised $9 million.", "Acme total_funding $9 million"),
    "what something is": (
        "*Bar* is a maker of lamps that raised $9 million.", "Bar funding_amount $9 million"),
    "one of two, with its share": (
        "Its rivals are *Bar*, which *Foo* bought in 2023, and *Baz*, with 30% of the market.",
        "Baz market_share 30%"),
    "where it is based": (
        "*Bar*, which is based in *Oslo/place* and sells lamps, grew.", "Bar headquarters Oslo"),
    "what is set off behind what it is": (
        "*Bar*'s new model, *Heron/product*, has 70 billion parameters.",
        "Heron parameters 70 billion parameters"),
    "whose people are meant": (
        "*Bar* was started by two former *Foo* engineers and has 60 employees.",
        "Bar headcount 60 employees"),
    "a label with its year": (
        "*Bar*: Series B (2023): $9 million led by *Foo*.", "Bar funding_amount $9 million"),
    "a dash opens a label": (
        "*Bar* - $9 million seed. *Foo* led the round.", "Bar lead_investor Foo"),
    "what a labelled thing is": (
        "*Bar*: a maker of lamps that raised $9 million.", "Bar funding_amount $9 million"),
    "a place before a dash": (
        "*Foo 2/product* at *Oslo/place* - 7 billion parameters, better at maths.",
        "Foo 2 parameters 7 billion parameters"),
    "whose product it is": (
        "*Foo*'s *Heron/product* phone, costing $900, is sold out.", "Heron price $900"),
    "what sort of firm it is": (
        "*Foo* is paying $9 million for *Bar*, a *Baz/product* specialist founded in 2021.",
        "Bar founded_on 2021"),
    "sales of its things": (
        "*Bar* outsold *Foo* in May. Sales of its cars jumped 69%.", "Bar growth 69%"),
    "who makes a product": ("*Foo* is the developer of *Lumo/product*. *Bar* sells lamps. The"
        " *Lumo/product* developer has 40 employees.", "Foo headcount 40 employees"),
    "who owns a company": ("*Foo* owns *Baz*. *Bar* fell. Shares of the *Baz*"
        " parent rose 3%.", "Foo growth 3%"),
    "its maker": ("*Foo* is the developer of *Lumo/product*. *Bar* fell. *Lumo/product*'s maker"
        " had revenue of $9 million.", "Foo revenue $9 million"),
    "a second sentence behind and": ("*Foo* left in 2024, and *Bar*, led by Kim Lee, raised $9M.",
        "Bar funding_amount $9M"),
    "fresh off a round": ("Good for *Foo*, a maker, and for *Bar*, fresh off a $9M round.",
        "Bar funding_amount $9M"),
    "a month that is no verb": ("By May *Bar* had raised $9M.", "Bar total_funding $9M"),
    "shares that follow": (
        "*Foo* has 29% of the lamp market. *Bar* follows at 20% and *Baz* at 13%.",
        "Baz market_share 13%"),
    "what the figures hold of a verb": ("*Bar* sells lamps. It passed $9 million in revenue.",
        "Bar revenue passed $9 million"),
    "who is inserted": (
        "*Bar* employs 40 people, *Foo* says, and made $9 million in revenue.",
        "Bar revenue $9 million"),
    "part of what somebody has": (
        "Roughly 300 of *Acme*'s 2,500 employees are to lose their jobs.",
        "Acme layoffs Roughly 300"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), CONSTRUCTIONS.values(), ids=CONSTRUCTIONS)
def test_constructions(text: str, claim: str) -> None:
    assert claim in told("*Acme* makes lamps.", text, sure=0.75)


def test_a_figure_behind_an_aside_is_not_that_of_the_noun_before_it() -> None:
    found = told(
        "*Acme* closed a $4 million round, valuing it at $40 million, up from $15 million."
    )
    assert "Acme funding_amount $15 million" not in found
    assert "Acme valuation $15 million" in found


def test_a_multiple_tells_of_the_value_told_before() -> None:
    found = told("*Acme* was valued at $9 billion, triple the $3 billion of its Series B.")
    assert "Acme funding_amount $3 billion" not in found
    assert "Acme valuation $3 billion" in found


def test_what_a_multiple_is_of_is_no_forecast() -> None:
    claims = read(
        "A round would value *Acme* at $9 billion, triple the $3 billion of its Series B."
    )
    said = {claim.value.text: claim.qualifiers.status for claim in claims}
    assert (said["$9 billion"], said["$3 billion"]) == ("forecast", "done")


def test_who_is_left_out_is_whom_the_page_is_about() -> None:
    items = ["- Raised $9 million led by *Foo*.", "- Employs 4,000 people, most in Oslo."]
    found = told("# *Acme*", *items, sure=0.75)
    assert found == {
        "Acme funding_amount $9 million", "Acme lead_investor Foo", "Acme headcount 4,000 people"
    }  # fmt: skip
    later = ("# *Acme*", *FAR, "# News", "Raised $9 million.")
    assert "Acme funding_amount $9 million" in told(*later, title="Acme", sure=0.75)
    assert not told(*later, title="Acme and Foo", sure=0.75)
    assert not told("# *Acme*", "Listed prices are at $9 million in its round.", sure=0.75)


def test_whose_things_a_firm_makes_is_not_what_is_bought() -> None:
    found = told("*Foo* acquires *Acme* template maker *Bar* from home.")
    assert found == {"Bar acquirer Foo"}


def test_a_list_of_one_thing_more_is_no_longer_of_it() -> None:
    found = told("*Acme* spent $9 billion of capex, *Bar* $5 billion.")
    assert found == {"Acme spending $9 billion", "Bar spending $5 billion"}


RANGES = {
    "sizes": ("*Acme/product* has sizes from 0.8B to 9B parameters.", set()),
    "growth": ("*Acme/product* grew from 3B to 7B parameters.", {"Acme parameters 7B parameters"}),
}


@pytest.mark.parametrize(("text", "expected"), RANGES.values(), ids=RANGES)
def test_the_ends_of_a_range_are_the_size_of_none(text: str, expected: set[str]) -> None:
    assert told(text) == expected


def test_a_pronoun_stands_for_none_of_the_names_beside_it() -> None:
    story = "*Kim Lee/person*, a guest of *Foo*, now also has *Acme*. {} It raised $9 million."
    found = told(story.format("It was not born inside *Foo*."), sure=0.75)
    assert "Acme funding_amount $9 million" in found
    assert not told(story.format("The office is near *Foo*."), sure=0.75)


def test_who_leads_a_firm_leads_no_round() -> None:
    found = told("*Kim Lee/person*, who founded *Acme* in 2015 and has led it ever since, left.")
    assert "Acme founder Kim Lee" in found
    assert "Acme lead_investor Kim Lee" not in found


def test_who_tells_the_news_is_owned_by_somebody() -> None:
    found = told("*Acme* makes lamps. It will pay *Reuters* parent *Foo* for its lamps.")
    assert found == {"Reuters parent_company Foo"}


def test_who_tells_the_news_may_raise_money() -> None:
    assert told("*Axios* raised $9 million.") == {"Axios funding_amount $9 million"}
    assert not told("*Axios* put it at $9 million in funding.", sure=0.75)


def test_a_machine_has_no_parameters() -> None:
    assert not told("*RTX 5090/product* holds a model of 32B parameters.")
    assert told("*RTX 5090/product* has 32 GB of memory.")


def test_a_model_told_apart_by_its_size_is_a_guess() -> None:
    text = "*Heron/product* is out. The {} has a context window of 196K tokens."
    assert told(text.format("model"), sure=0.75)
    assert not told(text.format("27B model"), sure=0.75)


def test_a_benchmark_has_no_size() -> None:
    found = told("*Acme/product* is out.", "*FooBench/product* has a context window of 1M tokens.")
    assert "FooBench context_window 1M tokens" not in found


COMPARED = {
    "an expectation": ("*Acme* had revenue of $9 million, vs. $4 million est.", True),
    "another": ("*Acme* lost less than *Foo* or a rival's $9 million loss.", False),
    "at a time": ("*Acme* had revenue of $9 million, compared with $4 million in 2024.", True),
}


@pytest.mark.parametrize(("text", "sure"), COMPARED.values(), ids=COMPARED)
def test_a_comparison_makes_a_guess_of_what_may_be_anothers(text: str, sure: bool) -> None:
    found = [claim for claim in read(text) if claim.value.text in ("$9 million", "$4 million")]
    assert found
    assert (found[-1].confidence >= 0.75) is sure


def test_a_heading_gives_the_topic() -> None:
    found = told("# *Acme* grows", "The company raised $20 million.")
    assert found == {"Acme funding_amount $20 million"}


COLLECTIONS = (
    "# *Acme* News and Links",
    "# Thanks to our sponsor *Acme*!",
    "# *Acme* roundup",
    "# *Acme* Discord",
    "# *Acme*: #general",
)


@pytest.mark.parametrize("heading", COLLECTIONS)
def test_a_heading_over_a_collection_does_not(heading: str) -> None:
    item = "- A firm from Oslo raised $9 million in a round led by *Foo*."
    assert told(heading, item, sure=0.75) == set()


def test_another_section_does_not() -> None:
    assert told("# *Acme* grows", "It sells robots.", "# Other", "It raised $20 million.") == set()


STATUSES = [
    pytest.param("*Acme* raised $20 million to build robots.", "done", id="purpose is no plan"),
    pytest.param("*Acme* to raise $20 million.", "planned", id="headline infinitive"),
    pytest.param("*Acme* plans to raise $20 million.", "planned", id="plans"),
    pytest.param("*Acme* is in talks to raise $20 million.", "in_talks", id="talks"),
    pytest.param("*Acme* is eyeing a $20 million funding round.", "in_talks", id="eyeing"),
    pytest.param("*Acme* reportedly raised $20 million.", "rumored", id="reportedly"),
    pytest.param("*Acme* could raise $20 million.", "forecast", id="could"),
    pytest.param("*Acme* did not raise $20 million.", "denied", id="denied"),
    pytest.param("*Foo* could fail, but *Acme* raised $20 million.", "done", id="other clause"),
]


def test_a_day_is_no_purpose() -> None:
    (claim,) = read("*Foo* launched *Acme/product* on Monday.")
    assert claim.qualifiers.purpose is None


STATUSES += [
    pytest.param("*Acme* has a plan to raise $20 million.", "planned", id="a plan to act on"),
    pytest.param("*Acme* finalizes $20 million round.", "done", id="finalizes"),
    pytest.param("*Acme* hopes to raise $20 million.", "planned", id="hope"),
    pytest.param(
        "Papers wrote that *Acme* raised $20 million, but it did not.", "denied", id="but"
    ),
    pytest.param("Rivals say *Acme* raised $20 million, yet it hasn't.", "denied", id="yet"),
    pytest.param("*Acme* raised $20 million, but *Globex* did not raise any.", "done", id="other"),
    pytest.param("Sources: *Acme* raised $20 million.", "rumored", id="sources"),
    pytest.param("Sources: *Acme* is in talks to raise $20 million.", "in_talks", id="own words"),
    pytest.param("Outlook: *Acme* says it raised $20 million.", "forecast", id="outlook"),
    pytest.param("Robots: *Acme* raised $20 million.", "done", id="another label"),
    pytest.param("*Acme* is finalising a round of $20 million.", "in_talks", id="finalising"),
    pytest.param("*Acme* has a term sheet for a $20 million round.", "planned", id="term sheet"),
    pytest.param("*Acme* is set to top $20 million in its round.", "forecast", id="set to top"),
    pytest.param("*Acme* is believed to have raised $20 million.", "rumored", id="believed"),
    pytest.param(
        "A round of $20 million in *Acme*, led by *Foo*, would value it at $90 million.",
        "forecast",
        id="would",
    ),
    pytest.param(
        "*Acme* raised $20 million, which would be enough for a year.", "done", id="purpose would"
    ),
    pytest.param(
        "*Acme*'s $20 million round closed, and it could be the last.", "done", id="other would"
    ),
    pytest.param("*Acme* raised $20 million, its 26e sold well.", "done", id="no year"),
    pytest.param("*Acme* raised $20 million in 2026E.", "forecast", id="a year of estimates"),
    pytest.param("*Acme* hired him, it was not a $20 million round.", "denied", id="not a"),
]


AHEAD = {
    "an estimate": ("*Acme* had revenue of $9 million, vs. $4 million est.", "forecast"),
    "the start of what is expected": (
        "*Acme* expects revenue of $9 million, up from $4 million.", "done"),
    "the start of what is planned": (
        "*Acme* is to grow revenue from $4 million to $9 million.", "done"),
    "a plan to pay for": ("*Acme/product*'s Max plan, at $9 a month, costs $4 million.", "done"),
    "what users discuss": ("Users are considering *Acme/product*, which costs $4 million.", "done"),
    "a market": ("The global *tea market/market* will reach $4 million.", "forecast"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "status"), AHEAD.values(), ids=AHEAD)
def test_what_is_told_of_a_figure_beside_it(text: str, status: str) -> None:
    said = [c.qualifiers.status for c in read(text) if c.value.text == "$4 million"]
    assert said == [status]


STANDING = [
    pytest.param("*Foo* agrees to acquire *Oslo/place*-based *Acme*.", "done", id="slot"),
    pytest.param("*Foo* plans to buy *Acme*, an *Oslo/place* designer of chips.", "done", id="app"),
    pytest.param(
        "*Foo* is in talks with *Acme* (based in *Oslo/place*).", "done", id="in a bracket"
    ),
    pytest.param("*Acme* plans to move its headquarters to *Oslo/place*.", "planned", id="itself"),
]


@pytest.mark.parametrize(("text", "status"), STANDING)
def test_what_stands_is_not_what_is_planned(text: str, status: str) -> None:
    assert [c.qualifiers.status for c in read(text) if c.attribute == "headquarters"] == [status]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status_is_that_of_the_clause(text: str, status: str) -> None:
    assert [c.qualifiers.status for c in read(text) if c.attribute == "funding_amount"] == [status]


def test_qualifiers() -> None:
    text = "*Acme* raised $20 million in a Series B in March 2026 at a $90 million valuation."
    found = {c.attribute: c.qualifiers for c in read(text)}
    assert found["funding_amount"].round == "Series B"
    assert found["funding_amount"].as_of is not None
    assert found["funding_amount"].as_of.text == "2026-03"
    assert found["valuation"].round == "Series B"


def test_a_round_is_that_between_semicolons() -> None:
    found = read("*Acme*: $7 million Series A led by *Foo*; $9 million Series B.")
    assert {c.qualifiers.round for c in found if c.attribute == "lead_investor"} == {"Series A"}


def test_basis() -> None:
    text = "*Acme* raised $20 million at a $90 million post-money valuation."
    found = {c.attribute: c.qualifiers.basis for c in read(text)}
    assert found == {"funding_amount": None, "valuation": "post-money"}


ONE_PHRASE = [
    pytest.param("*Acme* plans 2 GW hubs exceeding 120 MW capacity.", id="participle"),
    pytest.param("*Acme* plans 2 GW hubs with a capacity of 120 MW.", id="measure"),
]
OTHER_PHRASES = [
    pytest.param("*Acme* plans 2 GW hubs with a 120 MW first phase of capacity.", id="a part"),
    pytest.param("*Acme* plans 2 GW and 120 MW hubs.", id="a list"),
    pytest.param("*Acme* grows capacity from 120 MW to 2 GW of capacity.", id="a change"),
    pytest.param("*Acme* plans 2 GW hubs, each 120 MW of capacity.", id="each"),
]


def phrases(text: str) -> int:
    return len({c.phrase for c in read(text) if c.attribute == "power_capacity"})


@pytest.mark.parametrize("text", ONE_PHRASE)
def test_values_of_one_noun_phrase(text: str) -> None:
    assert phrases(text) == 1


@pytest.mark.parametrize("text", OTHER_PHRASES)
def test_values_of_other_noun_phrases(text: str) -> None:
    assert phrases(text) == 2


def test_places_and_quotes_are_those_of_the_source() -> None:
    (claim,) = read("First line.", "*Acme* raised over $20 million.")
    place = claim.place
    assert (place.line, place.column, place.end_column) == (2, 13, 29)
    assert claim.quote == "Acme raised over $20 million"


@given(st.text(alphabet="*Acme* raised $5M in a by led , . ( ) — valued at ?", max_size=150))
def test_any_text_gives_ordered_confidences(text: str) -> None:
    assert all(0 < claim.confidence < 1 for claim in read(text.replace("*", "")))


MOVED = [
    pytest.param("*Acme* raised $20 million from its backers.", False, id="from whom"),
    pytest.param("*Acme* picked up $20 million.", False, id="picked up"),
    pytest.param("*Acme* raised $20 million, up from $8 million.", True, id="up from"),
    pytest.param("*Acme* raised $20 million, up 150%.", True, id="up by"),
    pytest.param("*Acme* had previously raised $20 million.", True, id="before"),
]


@pytest.mark.parametrize(("text", "moved"), MOVED)
def test_a_value_moved_only_where_the_text_says_so(text: str, moved: bool) -> None:
    found = [c.moved for c in read(text) if c.value.text == "$20 million"]
    assert found
    assert set(found) == {moved}


ASIDES = [
    pytest.param("*Acme*, founded in 2017, has raised $20 million to date.", None, id="aside"),
    pytest.param("In 2019, *Acme* raised $20 million.", "2019", id="own"),
]


@pytest.mark.parametrize(("text", "when"), ASIDES)
def test_the_date_of_an_aside_is_not_that_of_its_sentence(text: str, when: str | None) -> None:
    found = [c.qualifiers.as_of for c in read(text) if c.value.text == "$20 million"]
    assert [one.text if one else None for one in found] == [when]
