"""Drafts in reading order -> the title among them, and passages that know the headings above them.

A heading opens a section and belongs to it itself; what stands above the first heading, and the
front matter, is section 0. `headings` and `dated` come from the headings above, so that a heading
does not name itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factlint.documents import dates
from factlint.documents.contents import Draft
from factlint.intervals import DateRange
from factlint.model import Passage


def titled(drafts: list[Draft]) -> list[Draft]:
    """The heading of the first level is the title, if it is the only one or stands first of all."""
    tops = [index for index, draft in enumerate(drafts) if draft.level == 1]
    if not tops or (len(tops) > 1 and tops[0] > 0):
        return drafts
    head = drafts[tops[0]]
    return [*drafts[: tops[0]], replace(head, kind="title"), *drafts[tops[0] + 1 :]]


def passages(
    drafts: Iterable[Draft], section: int = 0, base: DateRange | None = None
) -> Iterator[Passage]:
    """Give each draft its section, the headings above it and their date.

    The first section is `section`; `base` dates what stands under no dated heading.
    """
    above: list[tuple[int, str, DateRange | None]] = []
    texts: tuple[str, ...] = ()
    dated = base
    for draft in drafts:
        if not draft.level:
            yield Passage(
                draft.text, draft.kind, draft.map, section, texts, draft.field, dated,
                draft.column, draft.row,
            )  # fmt: skip
            continue
        section += 1
        while above and above[-1][0] >= draft.level:
            above.pop()
        dated = _date(above) or base
        texts = tuple([text for _, text, _ in above])
        own = dates.of_heading(draft.text, dated)
        dated = own or dated
        yield Passage(
            draft.text, draft.kind, draft.map, section, texts, draft.field, dated, row=draft.row
        )
        above.append((draft.level, draft.text, own))
        texts = (*texts, draft.text)


def _date(above: list[tuple[int, str, DateRange | None]]) -> DateRange | None:
    return next((dated for _, _, dated in reversed(above) if dated is not None), None)
