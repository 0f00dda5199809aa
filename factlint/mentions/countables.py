"""The nouns that news counts, by each of their spellings."""

from __future__ import annotations

from factlint.mentions.units import listed

#: The plural is the unit. Found behind a number across adjectives.
NOUNS = listed(
    """
    tokens parameters params users customers employees people workers engineers developers
    researchers scientists staff staffers personnel jobs roles positions layoffs accounts
    subscribers members visitors viewers downloads installs installations companies startups
    start-ups firms businesses organizations organisations enterprises clients partners
    investors founders backers banks teams countries nations states cities markets regions
    languages locations offices stores sites schools universities hospitals gpus cpus tpus
    chips accelerators processors servers racks nodes cores machines devices robots
    satellites vehicles cars trucks drones units phones smartphones computers laptops wafers
    transistors qubits layers experts heads steps epochs iterations models agents sub-agents
    subagents tools apps applications plugins features benchmarks tasks questions answers
    problems prompts conversations messages queries requests calls images videos photos
    songs tracks documents papers articles posts pages books words characters lines files
    samples examples datapoints records rows entries datasets repositories repos commits
    contributors stars forks issues pull-requests transactions transfers orders trades
    payments deals acquisitions investments rounds projects products services contracts
    patents lawsuits complaints incidents attacks vulnerabilities bugs exploits patients
    doctors students teachers drivers riders passengers households homes families residents
    citizens voters adults children kids men women players gamers creators artists authors
    lawyers attorneys executives directors managers shares stocks votes points views likes
    followers fans comments replies sources months years decades quarters centuries
    experiments trials tests runs sessions seats licenses licences copies packages flights
    trips rides deliveries centers centres datacenters campuses plants factories facilities
    buildings reactors turbines panels batteries barrels bitcoins coins validators wallets
    addresses nfts instances clusters exabytes frames watchers listeners speakers attendees
    participants respondents volunteers nonprofits agencies departments publishers newsrooms
    newspapers magazines podcasts episodes games movies films shows titles domains websites
    professionals chatbots assistants merchants sellers buyers shoppers consumers retailers
    suppliers vendors restaurants farmers investigators victims suspects cases deaths
    arrests soldiers troops missiles shippers colleagues clinics brands shops landlords
    hotels airlines utilities insurers carers holders households memberships subscriptions
    posts redundancies specialists traders airports municipalities governments farms workshops
    """
)

#: Nouns whose singular is not the plural less its s.
_IRREGULAR = {
    "company": "companies", "country": "countries", "city": "cities", "university": "universities",
    "agency": "agencies", "factory": "factories", "facility": "facilities", "battery": "batteries",
    "entry": "entries", "query": "queries", "family": "families", "century": "centuries",
    "delivery": "deliveries", "box": "boxes", "bus": "buses", "business": "businesses",
    "address": "addresses", "campus": "campuses", "process": "processes", "person": "people",
    "child": "children", "man": "men", "woman": "women", "vulnerability": "vulnerabilities",
    "reply": "replies", "repository": "repositories", "param": "parameters",
    "params": "parameters", "copy": "copies", "story": "stories", "class": "classes",
}  # fmt: skip

#: Any spelling of a countable noun, lower-case -> its plural, the unit.
PLURALS: dict[str, str] = {
    **{noun: noun for noun in NOUNS},
    **{noun[:-1]: noun for noun in NOUNS if noun.endswith("s") and not noun.endswith("ies")},
    **_IRREGULAR,
}
