"""A word -> whether it may name things that a list spells out one by one."""

from __future__ import annotations

#: What is measured or counted in passing, and nobody lists; people are rather asked than listed.
_UNLISTED = frozenset(
    ("years", "months", "weeks", "days", "hours", "minutes", "seconds", "quarters", "decades",
     "percent", "percents", "dollars", "euros", "pounds", "cents", "tokens", "parameters", "bytes",
     "miles", "meters", "kilometers", "feet", "inches", "tons", "tonnes", "degrees", "watts",
     "times", "units", "users", "customers", "people", "employees", "respondents", "readers",
     "participants", "members", "viewers", "subscribers", "visitors", "patients", "students",
     "companies", "startups", "firms", "founders", "shares", "votes", "seats", "cores", "gpus",
     "cpus", "lines", "words", "pages", "characters", "copies", "sales", "downloads", "stars",
     "views", "likes", "comments", "series", "news", "business", "process", "access", "basis",
     "analysis", "is", "was", "has", "does", "this", "us", "its", "as", "less", "across", "plus",
     "versus", "whereas", "others", "always", "perhaps", "thus", "various", "previous", "serious")
)  # fmt: skip


def is_listed(word: str) -> bool:
    """Whether a word is the plural of things that may be listed."""
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _UNLISTED
    )
