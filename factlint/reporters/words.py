"""Finding or summary -> words: what stands below the sides, and the sentence that ends a report."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.model import Counts, Finding, Summary


def plural(count: int, noun: str, many: str = "") -> str:
    """The count and its noun: "1 document", "3 documents"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {many or noun + 's'}"


def coverage(summary: Summary) -> str:
    """What was looked at, and what was not."""
    unread = ", ".join(f"{count:,} {suffix}" for suffix, count in sorted(summary.unread.items()))
    return (
        f"{plural(summary.documents, 'document')} read"
        + (f" (not read: {unread})" if unread else "")
        + f"; {figures(Counts(summary.figures, summary.bound))}; "
        + f"{plural(summary.claims, 'claim')}, {summary.compared:,} compared"
    )


def figures(counts: Counts) -> str:
    """How many figures were seen, and how many of them a claim holds."""
    share = f" ({100 * counts.bound / counts.figures:.0f} %)" if counts.figures else ""
    return f"{plural(counts.figures, 'figure')} seen, {counts.bound:,} bound to a claim{share}"


def verdict(summary: Summary, shown: tuple[Finding, ...]) -> str:
    """How many findings there are of each severity, and how many of them are not shown."""
    hidden = summary.info - sum(finding.severity == "info" for finding in shown)
    counts = [plural(summary.error, "error"), plural(summary.warning, "warning")]
    if summary.info > hidden:
        counts.append(f"{summary.info - hidden:,} info")
    if hidden:
        counts.append(f"{hidden:,} info hidden (--show info)")
    if summary.suppressed:
        counts.append(f"{summary.suppressed:,} suppressed")
    if summary.baselined:
        counts.append(f"{summary.baselined:,} known from the baseline")
    return ", ".join(counts)


def notes(finding: Finding) -> Iterator[tuple[str, str]]:
    """What stands below the sides, each with its label: the reason, the odd side, the hint."""
    if finding.because not in ("", finding.message):
        yield "because", finding.because
    if finding.related:
        yield "odd", _odd(finding)
    if finding.hint:
        yield "hint", finding.hint


def _odd(finding: Finding) -> str:
    """Which side looks odd, in words."""
    reason = f"; {finding.odd_reason}" if finding.odd_reason else ""
    if finding.odd == "undecided":
        return f"undecided{reason}"
    side = finding.place if finding.odd == "this" else finding.related[0].place
    return f"{side.path}:{side.line}{reason}"
