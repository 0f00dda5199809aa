"""Summary -> the sentence that ends a report: what was read, seen, compared and found."""

from __future__ import annotations

from factlint.model import Counts, Finding, Summary


def plural(count: int, noun: str) -> str:
    """The count and its noun: "1 document", "3 documents"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


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
    return ", ".join(counts)
