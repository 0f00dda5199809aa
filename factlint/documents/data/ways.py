"""Dotted ways ("deals.*.amount") and the keys that lead to a value -> whether they are the same."""

from __future__ import annotations

from functools import lru_cache

#: A step into a list, and in a way: any key, or any entry of a list.
ANY = "*"


@lru_cache(maxsize=4096)
def fits(way: str, keys: str) -> bool:
    """Whether the dotted `keys` of a value are the way; entries of lists may go without saying.

    >>> fits("rounds.amount", "rounds.*.amount"), fits("tags.*", "tags.*"), fits("tags", "tags.*")
    (True, True, True)
    """
    steps = tuple(way.split(".")) if way else ()
    at = {0}
    for key in keys.split(".") if keys else ():
        reached = {index + 1 for index in at if index < len(steps) and steps[index] in (ANY, key)}
        at = at | reached if key == ANY else reached
    return len(steps) in at


def below(keys: str, key: str) -> str:
    """The keys of what lies one step below."""
    return f"{keys}.{key}" if keys else key
