"""Names: what is one, where it ends, what kind it is, and what it stands for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint import mentions
from factlint.mentions import name_definitions, names
from factlint.model import Entity, EntityKind, Gazetteer

ENTITIES = (
    Entity("Nvidia", "org", ("NVDA",)),
    Entity("Amazon", "org"),
    Entity("Amazon Web Services", "org", ("AWS",)),
    Entity("Bank of America", "org"),
    Entity("Intel", "org"),
    Entity("Meta", "org", ("Meta Platforms",)),
    Entity("Mistral AI", "org", ("Mistral",)),
    Entity("Procter & Gamble", "org"),
    Entity("T. Rowe Price", "org"),
    Entity("AT&T", "org"),
    Entity("Google", "org", ("Alphabet",)),
    Entity("OpenAI", "org"),
    Entity("Target", "org"),
    Entity("Ramp", "org"),
    Entity("Sunday", "org"),
    Entity("Figure AI", "org"),
    Entity("3M", "org"),
    Entity("xAI", "org"),
    Entity("depthfirst", "org"),
    Entity("Reuters", "org"),
    Entity("Gemini", "product", (), "Google"),
    Entity("Claude", "product"),
    Entity("Qwen", "product"),
    Entity("Llama", "product"),
    Entity("Seed 2.0", "product"),
    Entity("iPhone", "product"),
    Entity("Cursor", "product"),
    Entity("GPT-4o", "product"),
    Entity("o3-mini", "product"),
    Entity("Elon Musk", "person", ("Musk",)),
    Entity("United States", "place", ("U.S.", "US")),
    Entity("United Kingdom", "place", ("UK",)),
    Entity("Spain", "place"),
    Entity("Singapore", "place"),
    Entity("Austin", "place"),
)
KNOWN = names.known(
    Gazetteer({spelling: one for one in ENTITIES for spelling in (one.name, *one.aliases)})
)


def read(*texts: str) -> list[tuple[str, EntityKind]]:
    """The names of the last text, with the kinds they have in the document of all texts."""
    lexicon = names.lexicon(texts, KNOWN)
    return [
        (mention.value.text, mention.entity_kind)
        for mention in mentions.find(texts[-1], lexicon, date(2026, 3, 16))
        if mention.value.kind == "name"
    ]


def spelled(*texts: str) -> list[str]:
    """The names of the last text as written."""
    return [text for text, _ in read(*texts)]


def canonical(*texts: str) -> list[str | None]:
    """The names of the last text in their full form."""
    lexicon = names.lexicon(texts, KNOWN)
    return [mention.value.canonical for mention in names.find(texts[-1], (), lexicon)]


NO_NAMES = {
    "article": "The company said that revenue grew.",
    "sentence-initial-adjective": "Annualized revenue passed the plan.",
    "sentence-initial-adverb": "Meanwhile, demand grew.",
    "sentence-initial-plural": "Startups raised less money in the spring.",
    "sentence-initial-noun": "Companies spend more each quarter.",
    "sentence-initial-major": "Major players doubled down on chips.",
    "unlisted-ending": "Reorchestrating everything took a year.",
    "month": "The plan was drawn up in March and signed in May.",
    "weekday": "The deal closes on Monday.",
    "weekday-of-a-company": "On Sunday, the team rested.",
    "round": "It closed a Series C in spring.",
    "quarter": "Sales fell in Q3 and in H1.",
    "title-word": "The CEO and the Chief Financial Officer left.",
    "acronyms": "AI and LLM workloads need GPUs and HBM.",
    "how-weights-are-packed": "It runs in Q4_K_M and in IQ4_XS.",
    "demonym": "A French buyer and a Chinese rival bid.",
    "demonym-plural": "Many Americans pay in cash.",
    "handle": "As @SomeBody wrote, it works.",
    "hashtag": "They posted it under #BigNews today.",
    "title-case-heading": "New Funding Rounds Reshape the Market for Chips",
    "title-case-label": "Model Compression & Better Tools: advances help everyone.",
    "quoted-title": 'Its paper, "Beyond Words to World Models", came out.',
    "plain-compound": "Large-Scale and long-horizon models are here.",
    "spelled-out-term": "Key-Value (KV) caches grow.",
    "term-with-of": "A Mixture-of-Experts design saves power.",
    "defined-term": "The Company shall pay the Buyer.",
    "written-small-too": ["The signal was weak.", "They saw a Signal there."],
    "common-gazetteer-word": "Target users rarely churn.",
    "common-gazetteer-article": "It set the Target too high.",
    "heading-with-gazetteer-word": "How to Target More Users Without Ads",
    "camel-in-a-path": "See src/Main/App.py for more.",
    "after-a-dash": "The stack – Uses agents for the rest.",
    "plural-acronym": "Some VAEs and SLMs are small.",
    "plain-word-in-the-middle": "They see Participation as a duty.",
    "plain-word-in-the-middle-again": "He spoke on Optimizers and rates.",
    "plain-words-in-the-plural": "It is read by Industry Professionals and clerks.",
    "plain-words-in-the-plural-again": "They took part in Tracking Issues every week.",
    "interjection": ["Ooh... that is cheap.", "Gotcha. So it is."],
    "bearing": "He sold it to North American buyers.",
    "several-of-a-firm": "He reads two Amazons a day.",
    "short-forms-of-terms": "The RWA and CBDC markets need RPC and SMS.",
    "artificial": "A.I. and Q&A pages grow.",
    "plain-words-and-ai": "They met in Healthcare AI circles.",
    "variants-alone": "It comes in Large and Base variants.",
    "opener-and-suffix": "Best Software of the year",
    "superlative-title": "Attorney General candidates met.",
    "tier-alone": "They moved to the Max tier and back to Pro.",
    "unit": "It makes 15 MWe from 40 TFLOPS.",
    "deed-after-a-title": "A Co-Founder Departs and a CEO Resigns",
}


@pytest.mark.parametrize("text", NO_NAMES.values(), ids=NO_NAMES)
def test_a_capital_alone_is_no_name(text: str | list[str]) -> None:
    assert spelled(*([text] if isinstance(text, str) else text)) == []


BOUNDARIES = {
    "possessive": ("Lumo's new plant opens.", ["Lumo"]),
    "possessive-known": ("Intel's foundry is for sale.", ["Intel"]),
    "hyphen-backed": ("An Intel-backed startup closed a deal.", ["Intel"]),
    "hyphen-based": ("Singapore-based Lumo hired staff.", ["Singapore", "Lumo"]),
    "hyphen-title-case": ("Nvidia-Backed Lumo hired staff.", ["Nvidia", "Lumo"]),
    "hyphen-prefix": ("Two ex-Google engineers left.", ["Google"]),
    "hyphen-own": ("Sparse-BitNet is fast.", ["Sparse-BitNet"]),
    "en-dash": ("The OpenAI–Lumo pact held.", ["OpenAI", "Lumo"]),
    "em-dash": ("One buyer—Lumo—stayed.", ["Lumo"]),
    "abbreviated-country": ("The U.S. has rules, the UK none.", ["U.S.", "UK"]),
    "country-at-the-end": ("It left the U.S.", ["U.S."]),
    "ampersand": ("Then Procter & Gamble sold it.", ["Procter & Gamble"]),
    "ampersand-glued": ("Then AT&T sold it.", ["AT&T"]),
    "ampersand-of-two": ("Both Intel & Nvidia agreed.", ["Intel", "Nvidia"]),
    "initials": ("Shares went to T. Rowe Price again.", ["T. Rowe Price"]),
    "unknown-initials": ("Shares went to K. Lumo Partners again.", ["K. Lumo Partners"]),
    "of-known": ("Shares went to Bank of America again.", ["Bank of America"]),
    "of-head": ("He taught at the University of Lumo.", ["University of Lumo"]),
    "of-no-head": ("The head of Lumo and the maker of Zedex met.", ["Lumo", "Zedex"]),
    "title-before": ("He met CEO Jane Zedel there.", ["Jane Zedel"]),
    "title-of": ("Jane Zedel, CEO of Lumo, left.", ["Jane Zedel", "Lumo"]),
    "title-with-words": ("Lumo Chief AI Officer Jane Zedel left.", ["Lumo", "Jane Zedel"]),
    "courtesy": ("It was Mr. Zedel who left.", ["Zedel"]),
    "apostrophe": ("They met Jeremy O'Brien there.", ["Jeremy O'Brien"]),
    "particle": ("They met Ludo de Zedel there.", ["Ludo de Zedel"]),
    "particle-of-known-names": ("It takes Nvidia de facto years.", ["Nvidia"]),
    "branch": ("A share of Zedex Kenya was sold.", ["Zedex Kenya"]),
    "branch-of-a-known-firm": ("It is Intel Israel that won.", ["Intel Israel"]),
    "product-first-word": ("They founded Grok Harbor in May.", ["Grok Harbor"]),
    "adverb-like": ("Now: Zedly has been sold.", ["Zedly"]),
    "adverb": ("Now: Finally has it been sold.", []),
    "particle-of-names-only": ("They met Ludo von Zedel there.", ["Ludo von Zedel"]),
    "two-particles": ("They met Ludo van der Zedel there.", ["Ludo van der Zedel"]),
    "particle-first-name": ("They met Luis von Zedel there.", ["Luis von Zedel"]),
    "legal-form": ("It sued Lumo Inc. over chips.", ["Lumo Inc"]),
    "legal-form-comma": ("It sued Lumo, Inc. over chips.", ["Lumo, Inc"]),
    "list": ("Backers are Lumo, Zedex and Intel.", ["Lumo", "Zedex", "Intel"]),
    "brackets": ("It is part of Amazon Web Services (AWS).", ["Amazon Web Services", "AWS"]),
    "longest-first": ("So Amazon Web Services grew.", ["Amazon Web Services"]),
    "domain": ("So Lumo.ai grew.", ["Lumo.ai"]),
    "glued-sentence": ("It left Spain.Then it came back.", ["Spain"]),
    "known-then-known": ("The Google Gemini app is new.", ["Google", "Gemini"]),
    "org-suffix": ("The round was led by Lumo Ventures.", ["Lumo Ventures"]),
    "suffix-of-a-known": ("The round was led by Intel Capital.", ["Intel Capital"]),
    "ai-suffix": ("So Lumo AI raised money.", ["Lumo AI"]),
    "ai-no-suffix": ("So Lumo AI chips sell well.", ["Lumo"]),
    "generic-tail": ("Rentable Nvidia GPU markets grow.", ["Nvidia"]),
    "verb-in-title-case": ("So Nvidia Released results.", ["Nvidia"]),
    "opener-before-known": ("Rival Nvidia grew.", ["Nvidia"]),
    "opener-before-unknown": ("Chipmaker Lumo grew.", ["Lumo"]),
    "participle-before-unknown": ("Buying Lumo makes sense.", ["Lumo"]),
    "plain-words": ("It bought True Anomaly in spring.", ["True Anomaly"]),
    "first-name-and-known": ("They met Kimbal Musk there.", ["Kimbal Musk"]),
    "place-as-first-name": ("They met Austin Zedel there.", ["Austin Zedel"]),
    "camel": ("An iPhone and xAI met eBlobs.", ["iPhone", "xAI", "eBlobs"]),
    "lower-case-known": ("A startup, depthfirst, grew.", ["depthfirst"]),
    "all-caps-heading": ("OPENAI SUES NVIDIA OVER CHIPS", ["OPENAI", "NVIDIA"]),
    "title-general": ("They met Attorney General Jane Zedel there.", ["Jane Zedel"]),
    "title-general-again": ("It sued Secretary General Kofi Zedel there.", ["Kofi Zedel"]),
    "word-before-a-person": ("Its Head of Research Jane Zedel left.", ["Jane Zedel"]),
    "adjective-before-a-person": ("Poor Jane Zedel left.", ["Jane Zedel"]),
    "plain-half-of-a-compound": ("They use Target-Sparse layers.", []),
    "release-of-a-maker": ("They wait for Intel-V4 now.", ["Intel-V4"]),
    "compound-with-a-product": ("They use Zedex3-Llama here.", ["Zedex3-Llama"]),
    "compound-with-a-firm": ("They use Zedex-Intel here.", ["Zedex", "Intel"]),
    "part-with-a-size": ("They run Llama Vision 4B here.", ["Llama Vision 4B"]),
    "part-with-a-number": ("They run Qwen Large 3 for now.", ["Qwen Large 3"]),
    "tuned": ("They run Qwen Coder here.", ["Qwen Coder"]),
    "two-pluses": ("They write Zed++ here.", ["Zed++"]),
    "glued-sentence-of-plain-words": ("So Zedex.Market - Series B Funding", ["Zedex"]),
    "title-case-line": ("Lumo Says Intel Will Build the Next Chips in Spain", ["Intel", "Spain"]),
}


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES.values(), ids=BOUNDARIES)
def test_a_name_ends_where_it_ends(text: str, expected: list[str]) -> None:
    assert spelled(text) == expected


DIGITS = {
    "glued": ("So Qwen3.5 leads.", ["Qwen3.5"]),
    "hyphen": ("They use Lumo-3 now.", ["Lumo-3"]),
    "hyphen-known": ("They use GPT-4o mini now.", ["GPT-4o mini"]),
    "version": ("So Gemini 3.1 Pro leads.", ["Gemini 3.1 Pro"]),
    "whole-version": ("So Gemini 3 leads.", ["Gemini 3"]),
    "variant": ("They use Seed 2.0 mini now.", ["Seed 2.0 mini"]),
    "variant-and-size": ("So Llama 3.1 70B runs here.", ["Llama 3.1 70B"]),
    "capital-variants": ("The iPhone 17 Pro sells.", ["iPhone 17 Pro"]),
    "decimal": ("They use Lumo-1.5B now.", ["Lumo-1.5B"]),
    "one-letter": ("They use Lumo3-o now.", ["Lumo3-o"]),
    "short-form": ("So Claude-ER 1.6 leads.", ["Claude-ER 1.6"]),
    "plus": ("They use Qwen 3.6 Plus now.", ["Qwen 3.6 Plus"]),
    "plus-of-a-sum": ("Qwen plus a wrapper won.", ["Qwen"]),
    "compound": ("They use Claude-based tools.", ["Claude"]),
    "glued-variant": ("They use GPT-4o-codex now.", ["GPT-4o-codex"]),
    "glued-variant-after-version": ("They use Claude 4.6-Air now.", ["Claude 4.6-Air"]),
    "glued-size": ("They use Qwen-safeguard-120b now.", ["Qwen-safeguard-120b"]),
    "high": ("They use o3-mini-high now.", ["o3-mini-high"]),
    "new": ("They use GPT-4o mini (new) now.", ["GPT-4o mini (new)"]),
    "size-and-variant": ("They use Qwen 2.5 72B Instruct now.", ["Qwen 2.5 72B Instruct"]),
    "two-variants": ("They use Gemini 2.0 Flash Thinking now.", ["Gemini 2.0 Flash Thinking"]),
    "in-a-title": ("Google Unveils Gemini 3.1 Flash-Lite", ["Google", "Gemini 3.1 Flash-Lite"]),
    "in-a-title-again": ("Cursor Catches Claude 5.3 Spark", ["Cursor", "Claude 5.3 Spark"]),
    "unknown-version": ("So Lumo 1.36 adds search.", ["Lumo 1.36"]),
    "unknown-whole-version": ("So Lumo 3 is out.", ["Lumo 3"]),
    "device": ("The Lumo 3 phone sells.", ["Lumo 3"]),
    "verb-of-a-product": ("So Lumo 3 packs memory.", ["Lumo 3"]),
    "number-first": ("It was led by 1789 Capital.", ["1789 Capital"]),
    "digit-first": ("So 3M said no.", ["3M"]),
    "money-is-no-version": ("So Gemini cost Google $2 billion.", ["Gemini", "Google"]),
    "percent-is-no-version": ("With Lumo 40% ahead it won.", ["Lumo"]),
    "count-is-no-version": ("For Lumo 300 engineers work.", ["Lumo"]),
    "year-is-no-version": ("At Lumo 2026 began well.", ["Lumo"]),
    "magnitude-is-no-version": ("It gave Gemini 3 million users.", ["Gemini"]),
    "figure-of-a-book": ("As Target 3 shows, it grew.", []),
}


@pytest.mark.parametrize(("text", "expected"), DIGITS.values(), ids=DIGITS)
def test_a_name_owns_its_digits(text: str, expected: list[str]) -> None:
    assert spelled(text) == expected


def test_a_number_inside_a_name_is_no_count() -> None:
    lexicon = names.lexicon(["So Gemini 3 models lead."], KNOWN)
    found = mentions.find("So Gemini 3 models lead.", lexicon, None)
    assert [mention.value.text for mention in found] == ["Gemini 3"]


PLAIN = {
    "label-of-an-entry": ("Beam, supply chains: $95M in April.", ["Beam"]),
    "label-of-a-figure": ("Valuation: $95M in April.", []),
    "raises": ("Beam raised $9 million for robots.", ["Beam"]),
    "not-a-plural": ("Funds raised $9 million for robots.", []),
    "verb-after-known": ("Ramp has grown.", ["Ramp"]),
    "possessive-known": ("Target's stores closed.", ["Target"]),
    "middle": ("They sold it to Ramp in spring.", ["Ramp"]),
    "weekday-like": ("Startups like Sunday, valued at $1 billion, build robots.", ["Sunday"]),
    "weekday-raised": ("So Sunday has raised $165 million.", ["Sunday"]),
    "weekday-startup": ("The startup Sunday builds robots.", ["Sunday"]),
    "bought": ("They bought Beam in spring.", ["Beam"]),
    "posts": ("She works at Beam in spring.", ["Beam"]),
    "often": ("They spoke of Beam, then of Beam, then of Beam.", ["Beam"] * 3),
    "headline-of-a-round": ("Beam - Series B Funding ($9M)", ["Beam"]),
    "headline-of-a-seed": ("Beam - Seed Funding ($9M)", ["Beam"]),
    "headline": ("Lumo Raises $9 Million to Build Better Robots", ["Lumo"]),
    "headline-of-a-plain-word": ("Liquid Set to Raise $250 Million for Chips", ["Liquid"]),
    "headline-of-two-words": ("Neural Magic Nabs $9M to Build Robots", ["Neural Magic"]),
    "headline-of-a-purchase": ("Turnitino to Be Acquired by Banks for $9 Million", ["Turnitino"]),
    "headline-of-a-value": ("Turnitino Valued at $9 Million in a Sale", ["Turnitino"]),
    "headline-of-a-group": ("Goat Group Secures $9M to Build Robots", ["Goat Group"]),
    "headline-of-a-firm": ("Startup Set to Raise $250 Million for Chips", []),
    "headline-of-firms": ("Banks Seek to Raise $250 Million for Chips", []),
    "headline-of-a-person": ("Former Engineer Raises $9M to Build Robots", []),
    "aside": ("Mind, the meditation app, has more users.", ["Mind"]),
    "aside-with-an-article": ("Harbor, a maker of cargo drones, has more users.", ["Harbor"]),
    "aside-of-who-says-so": ("Revenue, the company said, has grown.", []),
    "layoffs": ("Unity will let go of about 240 people.", ["Unity"]),
    "layoffs-of-nobody": ("Unity will let go of its plans.", []),
    "told-of": ("Crate, which employs 40 people, has more users.", ["Crate"]),
    "team": ("Crate's team of ten has grown.", ["Crate"]),
    "seat": (
        "Scale, the San Francisco company that labels data, has grown.",
        ["Scale", "San Francisco"],
    ),
    "opened": ("Founded in 2016 by two sisters, Anchor has grown.", ["Anchor"]),
    "aside-that-tells-no-kind": ("Trust, a thing of beauty, has grown.", []),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_a_plain_word_needs_evidence(text: str, expected: list[str]) -> None:
    assert spelled(text) == expected


TITLE_CASE = {
    "behind-what-it-is": ("Foo Wins Deal for Payroll Startup Zedexo at a Loss", ["Zedexo"]),
    "with-its-suffix": ("Foo Visits the Story App Zedexo Labs at Home", ["Zedexo Labs"]),
    "behind-its-base": ("New York-Based Zedexo Opens a New Shop", ["Zedexo"]),
    "what-is-bought": ("Foo Is Buying Zedexo in Deal Worth More", ["Zedexo"]),
    "a-verb-behind-a-noun": ("Museum Owner Abandons Potential Deal", []),
    "no-name-behind-a-noun": ("Chasing Startup Glory: Why Most Fail at It", []),
    "a-deed-of-an-officer": ("Museum CEO Rebukes Porter and Mehta at Home", []),
}


@pytest.mark.parametrize(("text", "expected"), TITLE_CASE.values(), ids=TITLE_CASE)
def test_a_new_name_in_title_case_needs_a_word_beside_it(text: str, expected: list[str]) -> None:
    assert [name for name in spelled(text) if name != "Foo"] == expected


DEEDS = {
    "verb": ("They saw Acme CEO Slams Porter there.", "Slams Porter", False),
    "given-name": ("They saw Acme CEO James Porter there.", "James Porter", True),
    "short-name": ("They saw Acme CEO Cris Porter there.", "Cris Porter", True),
}


@pytest.mark.parametrize(("text", "name", "is_name"), DEEDS.values(), ids=DEEDS)
def test_a_deed_behind_an_office_is_no_given_name(text: str, name: str, is_name: bool) -> None:
    assert (name in spelled(text)) is is_name


MARKETS = {
    "worth": ("The global tea kettle market was worth $9 billion.", ["tea kettle market"]),
    "with-links": ("The AI in HR market will reach $9 billion.", ["AI in HR market"]),
    "size": ("Globally, retail software market size reached $9 billion.",
             ["retail software market"]),
    "aside": ("The tea market, which has no peer, was estimated at $9.5 billion.", ["tea market"]),
    "figure-before": ("It sells into the growing $9B gaming market.", ["gaming market"]),
    "bracket": ("Within the wider tea market (USD 9 billion), leaves sell.", ["tea market"]),
    "at": ("They put the pet insurance market at about $9 billion.", ["pet insurance market"]),
    "later": ("The tea market gives hope, projected to reach $9 billion.", ["tea market"]),
    "another-noun": ("The ambient sound sector grew from $3 billion to $5 billion.",
                     ["ambient sound sector"]),
    "sentence-before": ("It won. Tea market sales? The tea market hit $9 billion.",
                        ["tea market"]),
    "no-size": ("The tea kettle market was calm, and it raised cash.", []),
    "no-money": ("The tea kettle market reached 9 million people.", []),
    "any": ("The stock market was worth $9 trillion.", []),
    "unnamed": ("The market was worth $9 trillion.", []),
    "unbounded": ("It hopes to enter tea markets for $9 million.", []),
    "cap": ("A $2 trillion tea market cap is far.", []),
    "known": ("The Lumo market is worth $9 billion.", ["Lumo market"]),
    "as-a-service": ("They put the global Tea as a Service market at about $9 billion.",
                     ["Tea as a Service market"]),
    "abbreviation": ("The Home Tea Makers (HTM) market size is approximately $9 billion.",
                     ["Home Tea Makers (HTM) market"]),
    "economy": ("The tea economy is expected to be $9 billion in 2029.", ["tea economy"]),
    "country": ("The U.S. economy is worth $9 trillion.", []),
    "far": ("The tea market is large. " + "So it is said, " * 20 + "for $9 million.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MARKETS.values(), ids=MARKETS)
def test_a_market_is_a_name_where_its_size_is_told(text: str, expected: list[str]) -> None:
    found = [name for name, kind in read(text) if kind == "market"]
    assert found == expected


def test_what_a_market_is_called_by_is_no_name_of_its_own() -> None:
    assert spelled("The Paris tea market reached $9 billion.") == ["Paris tea market"]


KINDS: dict[str, tuple[str, EntityKind]] = {
    "no-evidence": ("They spoke of Lumo at length.", "unknown"),
    "startup": ("The startup Lumo hired staff.", "org"),
    "a firm named": ("So a company named Lumo left.", "org"),
    "named by a firm": ("The company named Lumo.", "unknown"),
    "founded": ("They founded Lumo in May.", "org"),
    "apposition": ("So Lumo, a Paris maker of chips, hired staff.", "org"),
    "apposition-person": ("So Lumo, a founder of two firms, left.", "person"),
    "suffix": ("So Lumo Capital hired staff.", "org"),
    "legal-form": ("So Lumo Inc hired staff.", "org"),
    "verb": ("Lumo raised money.", "org"),
    "possessive": ("They met Lumo's CEO.", "org"),
    "like": ("Companies like Lumo hire.", "org"),
    "title": ("They met CEO Lumo.", "person"),
    "first-name": ("They met Jane Lumo.", "person"),
    "model": ("They use the Lumo model.", "product"),
    "version": ("They use Lumo 3.1 now.", "product"),
    "based": ("A Lumo-based firm grew.", "place"),
    "based-before-a-name": ("A Lumo-based Zedex Labs grew.", "place"),
    "based-before-letters": ("A Lumo-based ZDX grew.", "unknown"),
    "based-letters": ("A LMO-based Zedex grew.", "unknown"),
    "line-of-business": ("They sell Cloud Computing today.", "unknown"),
    "several-of-a-thing": ("They use two iPhones.", "product"),
    "meetup-of-a-thing": ("They met at the Gemini Meetup.", "unknown"),
    "museum": ("They met in the Lumomuseum Zedex.", "org"),
    "every-year": ("They met at LumoCon2026.", "unknown"),
    "city": ("It moved to the city Lumo.", "place"),
    "founder-of": ("They met the founder of Lumo.", "org"),
    "engineer-at": ("She was an engineer at Lumo.", "org"),
    "works-for-the": ("She works for the LMO.", "org"),
    "ceo-after": ("So Lumo CEO Jane Zedel left.", "org"),
    "co-founder-after": ("So Lumo co-founder Jane Zedel left.", "org"),
    "shares-after": ("So Lumo shares fell.", "org"),
    "invested": ("They invested in Lumo again.", "org"),
    "stake": ("He has a stake in Lumo.", "org"),
    "sold-to": ("It was sold to Lumo.", "org"),
    "acquired": ("They acquired Lumo in spring.", "org"),
    "partnered": ("They partnered with Lumo again.", "org"),
    "ticker": ("So Lumo (NASDAQ: LMO) fell.", "org"),
    "apposition-in-brackets": ("So Lumo (a maker of lamps) fell.", "org"),
    "apposition-ends-at-the-comma": ("So Lumo, a Paris fintech, helps car buyers.", "org"),
    "apposition-head": ("So Lumo, a chip company building robots, hired staff.", "org"),
    "is-a-firm": ("Lumo is a chip company.", "org"),
    "is-a-platform": ("Lumo is a payment platform.", "unknown"),
    "listed-firms": ("It has startups like Lumo and Zedex.", "org"),
    "listed-brands": ("It has household names like Lumo and Zedex.", "org"),
    "owns-a-report": ("They read Lumo's report again.", "org"),
    "in-brackets": ("The analytics firm (Lumo) knows.", "org"),
    "printed": ("How Intel lost its lead in the making of chips (Zedwire)", "org"),
    "printed-after-a-dash": ("How Intel lost its lead in the making of chips - Zedwire", "org"),
    "round-in-a-title": ("Lumo - Series A Funding ($9M)", "org"),
    "glued-firm": ("They spoke of LumoLabs at length.", "org"),
    "site": ("They spoke of Lumo.io at length.", "org"),
    "state-body": ("They met the US Treasury again.", "org"),
    "said": ("So Lumo said no.", "org"),
    "who": ("So Lumo, who left, is here.", "person"),
    "aged": ("So Lumo, 34, left.", "person"),
    "office-after": ("So Lumo, CEO of Intel, left.", "person"),
    "first-name-of-another-language": ("They met Jerod Lumo.", "person"),
    "middle-initial": ("Alex L Lumo announced a paper.", "person"),
    "initials": ("They met R.C. Lumo there.", "person"),
    "initials-apart": ("They met J. Lumo there.", "person"),
    "first-name-after-an-article": ("They met the Jane Lumo there.", "person"),
    "speaks": ("Then Lumo speculates that it works.", "person"),
    "written-by": ("It was written by Lumo again.", "person"),
    "two-rare-words": ("They met Zoltu Zedel there.", "person"),
    "an-article-is-no-person": ("They bought the Zoltu Zedel there.", "unknown"),
    "saint": ("They live in St. Lumo there.", "place"),
    "event": ("They met at the Zoltu Summit.", "unknown"),
    "called": ("They use a model called Lumo.", "product"),
    "dubbed": ("It has a chip dubbed Lumo.", "product"),
    "movie": ("They saw the movie Lumo.", "product"),
    "app": ("They use the app Lumo.", "product"),
    "using": ("They did it using Lumo.", "product"),
    "released": ("They released Lumo.", "product"),
    "version-of": ("It is a fork of Lumo.", "product"),
    "scores": ("Lumo scores 71% here.", "product"),
    "weights": ("They like Lumo's weights.", "product"),
    "by-its-maker": ("They like Lumo by Intel.", "product"),
    "ending": ("They spoke of ZedelBench at length.", "product"),
    "size": ("They spoke of Lumo-7B at length.", "product"),
    "last-word": ("They spoke of Lumo Wallet at length.", "product"),
    "seat": ("They have offices in Lumo now.", "place"),
    "born": ("She was born in Lumo.", "place"),
    "before-a-country": ("They met in Lumo, Spain.", "place"),
    "before-a-code": ("They met in Lumo, ZD.", "place"),
    "possessive-of-a-country": ("So Lumo, Spain's lender, fell.", "unknown"),
    "suffix-of-a-place": ("They met in Lumo County.", "place"),
    "gazetteer": ("They met in Spain.", "place"),
    "gazetteer-product": ("They use Gemini 3 Pro now.", "product"),
    "product-that-raises": ("Cursor raised $2.3 billion.", "org"),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_the_context_tells_the_kind(text: str, expected: EntityKind) -> None:
    assert read(text)[0][1] == expected


BESIDE: dict[str, tuple[tuple[str, ...], str, EntityKind]] = {
    "list-of-products": (("They use Claude, Gemini and Lumo.",), "Lumo", "product"),
    "list-with-slashes": (("They use Claude/Lumo here.",), "Lumo", "product"),
    "list-of-firms": (("It is backed by Intel, Amazon and Lumo.",), "Lumo", "org"),
    "mixed-list": (("They spoke of Claude and Spain and Lumo.",), "Lumo", "unknown"),
    "a-pair-with-a-person": (("They spoke of Elon Musk and Lumo.",), "Lumo", "unknown"),
    "a-comma-is-no-list": (("In Claude, Lumo is king.",), "Lumo", "unknown"),
    "owned-by-a-firm": (("They like Google's Lumo here.",), "Lumo", "product"),
    "after-a-firm": (("They like Google Lumo here.",), "Google Lumo", "product"),
    "owns-a-product": (("They like Lumo's Claude here.",), "Lumo", "org"),
    "line-of-products": (("Now Lumo 3 is out.", "So Lumo grew."), "Lumo", "product"),
    "another-of-a-line": (
        ("Now Lumo 3 is out.", "So Lumo Zedel grew."),
        "Lumo Zedel",
        "product",
    ),
    "first-name-of-a-person": (("They met Zane Zedel.", "Then Zane left."), "Zane", "person"),
    "site-of-a-firm": (("The startup Lumo grew.", "Thank Lumo.dev here."), "Lumo.dev", "org"),
    "team-of-a-firm": (("The startup Lumo grew.", "Thank LumoDevs here."), "LumoDevs", "org"),
    "form-among-things": (
        ("They use Claude, Gemini, Qwen and Llama.", "See ZedQuill."),
        "ZedQuill",
        "product",
    ),
    "form-among-firms": (("They met Intel and Amazon.", "See ZedQuill."), "ZedQuill", "unknown"),
    "surname-that-is-a-firm": (("They met Tom Zedel.", "The startup Zedel grew."), "Zedel", "org"),
}


@pytest.mark.parametrize(("texts", "name", "expected"), BESIDE.values(), ids=BESIDE)
def test_the_names_beside_tell_the_kind(
    texts: tuple[str, ...], name: str, expected: EntityKind
) -> None:
    assert dict(read(*texts))[name] == expected


MAKERS: dict[str, tuple[str, EntityKind]] = {
    "worth": ("They say Cursor is worth $9 million.", "product"),
    "raised": ("They say Cursor raised $9 million.", "org"),
}


@pytest.mark.parametrize(("text", "expected"), MAKERS.values(), ids=MAKERS)
def test_a_product_that_raises_money_is_its_maker(text: str, expected: EntityKind) -> None:
    assert read(text) == [("Cursor", expected)]


def test_one_place_in_a_list_makes_no_places_of_the_others() -> None:
    assert read("They met Lumo, Zedex and Austin.")[0] == ("Lumo", "unknown")


def test_a_name_of_the_text_that_goes_beyond_a_candidate_is_found_once() -> None:
    body = "They bought the Lumo Zedex Digital Fund in spring."
    assert spelled(body, "Why Lumo Zedex Digital Fund") == ["Lumo Zedex Digital Fund"]


def test_the_kinds_of_a_document_vote() -> None:
    assert read("Lumo raised $9 million.", "They spoke of Lumo at length.") == [("Lumo", "org")]


def test_a_name_of_the_text_is_found_in_its_heading() -> None:
    assert spelled("They spoke of Wayzo at length.", "Why Wayzo Wins the Next Race") == ["Wayzo"]


CANONICAL: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "as-written": (("They spoke of Lumo.",), ["Lumo"]),
    "alias": (("They spoke of Mistral.",), ["Mistral AI"]),
    "capitals": (("They spoke of NVIDIA.",), ["Nvidia"]),
    "other-case": (("They spoke of Openai.",), ["OpenAI"]),
    "legal-form": (("It sued Lumo Inc. today.",), ["Lumo"]),
    "legal-form-known": (("It sued Meta Platforms, Inc. today.",), ["Meta"]),
    "surname": (("They met Yann Zedel.", "So Zedel left."), ["Yann Zedel"]),
    "surname-of-two": (("They met Yann Zedel and Jane Zedel.", "So Zedel left."), ["Zedel"]),
    "surname-of-another": (("They met Kimbal Musk.", "So Musk left."), ["Kimbal Musk"]),
    "surname-known": (("So Musk left.",), ["Elon Musk"]),
    "first-word": (("It is Lumo Robotics.", "So Lumo left."), ["Lumo Robotics"]),
    "first-word-of-two": (
        ("It is Lumo Robotics, not Lumo Capital.", "So Lumo left."),
        ["Lumo"],
    ),
    "plain-first-word": (("It is Figure AI.", "They sold Figure to a rival."), ["Figure AI"]),
    "plain-first-word-of-three": (
        ("They met Legal Data Intelligence.", "They sold Legal to a rival."),
        [],
    ),
    "first-word-of-a-known-name": (
        ("They met Open AI.", "They sold Open to a rival."),
        [],
    ),
    "definition": (
        ("It is the Advanced Zedex Intelligence (AZI).", "So AZI left."),
        ["Advanced Zedex Intelligence"],
    ),
    "long-form-with-a-short-form": (
        ("They met Lumo HCM.", "The startup Lumo grew."),
        ["Lumo"],
    ),
    "term-with-the-same-letters": (
        ("It is a lumo zest trade (LZT).", "It is LZT Labs.", "So LZT left."),
        ["LZT"],
    ),
    "paper-of-a-firm": (("It is the Lumo Review.", "So Lumo left."), ["Lumo"]),
    "plain-word-of-a-company": (("It is Deep Company.", "They went Deep (they say)."), []),
    "legal-form-of-a-place": (("It sued Spain Corporation.",), ["Spain Corporation"]),
    "plain-word-of-the-text": (("It is the Data Institute.", "So data counts. See Data."), []),
    "variant-is-another-thing": (
        ("They use Seed 2.0 mini and Seed 2.0.",),
        ["Seed 2.0 mini", "Seed 2.0"],
    ),
}


@pytest.mark.parametrize(("texts", "expected"), CANONICAL.values(), ids=CANONICAL)
def test_the_full_form_of_a_name(texts: tuple[str, ...], expected: list[str]) -> None:
    assert canonical(*texts) == expected


DEFINITIONS = {
    "no-short-form": ("They met Alphabet (Google) there.", ()),
    "other-words": ("They met Amazon Web Services (see AWS) there.", ()),
    "source-in-brackets": ("They met in Zedex (The Zedex Courier).", ()),
    "acronym": ("So Amazon Web Services (AWS) grew.", (("AWS", "Amazon Web Services"),)),
    "acronym-first": ("So AWS (Amazon Web Services) grew.", (("AWS", "Amazon Web Services"),)),
    "with-suffix": (
        "So Advanced Zedex Intelligence (AZI Labs) grew.",
        (("AZI Labs", "Advanced Zedex Intelligence"),),
    ),
    "first-word": ("So Lumo Robotics (Lumo) grew.", (("Lumo", "Lumo Robotics"),)),
    "ticker": ("So Lumo Robotics (LMRB) grew.", ()),
    "quoted": ('So Lumo Robotics ("Lumo") grew.', (("Lumo", "Lumo Robotics"),)),
}


@pytest.mark.parametrize(("text", "expected"), DEFINITIONS.values(), ids=DEFINITIONS)
def test_a_text_defines_short_forms(text: str, expected: tuple[tuple[str, str], ...]) -> None:
    lexicon = names.lexicon([text], KNOWN)
    assert names.definitions(text, names.find(text, (), lexicon)) == expected


TICKERS = {
    "letters": ("So Lumo Robotics (LMRB) grew. Sales of LMRB rose.", "Lumo Robotics"),
    "other-letters": ("So Lumo Robotics (LXRB) grew. Sales of LXRB rose.", "LXRB"),
    "too-short": ("So Zedex Robotics (ZX) grew. Sales of ZX rose.", "ZX"),
}


@pytest.mark.parametrize(("text", "full"), TICKERS.values(), ids=TICKERS)
def test_a_ticker_stands_for_its_firm_in_its_own_text(text: str, full: str) -> None:
    assert canonical(text)[-1] == full


NUMERONYMS = {"a16z": "Andreessen Horowitz", "AMI Labs": "Advanced Machine Intelligence"}


@pytest.mark.parametrize(("short", "long"), NUMERONYMS.items(), ids=NUMERONYMS)
def test_short_forms_of_letters(short: str, long: str) -> None:
    assert name_definitions.abbreviates(short, long)


def test_kind_of_asks_gazetteer_and_document() -> None:
    lexicon = names.lexicon(["Lumo raised $9 million."], KNOWN)
    assert [names.kind_of(name, lexicon) for name in ("Spain", "Lumo", "Zed")] == [
        "place",
        "org",
        "unknown",
    ]


WORDS = """
    Lumo Nvidia Series C U.S. The AI iPhone 3.1 70B $9 million (AWS) Sunday @ & - . 's – of Target
    T. A. raised 1789 Capital Gemini xAI CEO Intel-backed Qwen3.5 Inc. /
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=6), max_size=25).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_mentions_are_sorted_disjoint_and_exact(text: str) -> None:
    lexicon = names.lexicon([text], KNOWN)
    found = mentions.find(text, lexicon, date(2026, 3, 16))
    ends = [0, *(mention.end for mention in found)]
    assert all(
        end <= mention.start < mention.end for end, mention in zip(ends, found, strict=False)
    )
    assert all(
        text[mention.start : mention.end] == mention.value.text
        for mention in found
        if mention.value.kind == "name"
    )
