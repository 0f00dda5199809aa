"""A bare number -> whether it is what something scored: "71.9 on GPQA Diamond", "MMLU: 84.6"."""

from __future__ import annotations

import re

#: How the names of benchmarks look, and those that look otherwise.
_BENCHMARK = r"""
    (?: [\w-]* (?: [Bb]ench | [Ee]val | BENCH ) [\w+.-]*
      | [A-Z][\w-]* (?: QA | Arena ) \b [\w+.-]*
      | \w* MMLU [\w+-]* | MMMU [\w-]* | GPQA | AIME | HMMT | GSM8K | MATH (?: -500 )? | HLE
      | MBPP \+?
      | ARC-AGI (?: -\d )? | ARC-[CE] | HellaSwag | WinoGrande | BrowseComp | OSWorld [\w-]* | BFCL
      | GDPval [\w-]* | MultiChallenge | SciCode | Humanity's\ Last\ Exam | Intelligence\ Index
      | FrontierMath | MathVista | BBH | Codeforces )
    (?: \ (?: Verified | Diamond | Pro | Lite | Hard | Multilingual | [Vv]\d [\d.]* | '?\d\d
      | 20\d\d | \d\.\d ) )? (?! \w )
"""
# "GPQA Diamond 71.9", "MMLU: 84.6", "a GPQA score of 71.9", "(MMLU 84.6"
_BEHIND = re.compile(
    rf"{_BENCHMARK} (?: \ scores? )? (?: : | , | \ \( | \ (?: of | at | is | was | - ) )? \  $",
    re.VERBOSE,
)
# "71.9 on GPQA Diamond", "71.9 points on the MMLU"
_BEFORE = re.compile(rf"\ (?: points\ )? (?: on | in ) \ (?: the \  )? {_BENCHMARK}", re.VERBOSE)
# "on AIME 2025 the model gets 83.3"
_AHEAD = re.compile(
    rf"\b [Oo]n \  (?: the \  )? {_BENCHMARK} ,? [^.,;:!?()]{{4,48}} \  $", re.VERBOSE
)
# "scores 71.9"
_SCORING = re.compile(r"\b scor (?: es? | ed | ing ) (?: \ [a-z]+ )? \  $", re.VERBOSE)
#: How far left of a number the name of its benchmark may start, in characters.
_REACH = 80


def is_score(text: str, start: int, end: int) -> bool:
    """Whether the number text[start:end] is a score on a benchmark."""
    if _BEFORE.match(text, end):
        return True
    lead = text[max(0, start - _REACH) : start]
    return any(pattern.search(lead) for pattern in (_SCORING, _BEHIND, _AHEAD))
