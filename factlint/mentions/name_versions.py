"""A name that is read up to some place -> where it ends with its version: "Seed 2.0 mini"."""

from __future__ import annotations

import re

from factlint.mentions import name_words as words

#: What names start with.
CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
#: " 3.1", " 70B", "-4o", " v2", " 2.0 mini": what a product's name may go on with.
_VERSION = re.compile(
    r"""
    (?: [ -] v? \d{1,4} (?: \.\d+ ){0,3} [A-Za-z]? (?: -?A?\d*[Bb] )?
        (?! [\w%$€] | [.,-]\d | \ ?(?:percent|per\ cent|million|billion|trillion|thousand|bn)\b
          | -(?:year|month|day|week|hour|minute|fold|inch|nm|bit) )
    ){1,2}
    """,
    re.VERBOSE,
)
#: "-1" of "TinySwallow-1.5B", "-o" of "BLIP3-o", "-ER" of "Robotics-ER": glued to a product.
_GLUED = re.compile(r"(?:(?<=\d)\.\d+[A-Za-z]?|-(?:[a-z]|[A-Z]{1,4})(?:\d[\w.]*\w)?)(?![\w-])")
#: "-safeguard-120b", "-3.5-omni-30B": what is glued to a product and ends with its size.
_SIZED = re.compile(r"(?:-[A-Za-z0-9.]+){0,4}-\d+(?:\.\d+)?[bB](?![\w-])")
_PART = rf"[ ](?:Reasoning|{'|'.join(sorted(words.PRODUCT_PARTS))})"
#: " Reasoning 3B" of "Jamba Reasoning 3B", " Large 3": a part of a line, with its size or number.
_PARTED = re.compile(
    rf"(?:{_PART}){{1,2}}[ ]\d{{1,4}}(?:\.\d+)?(?P<size>[BT](?:-A\d+B)?)?(?![\w%$]|[.,-]\d)"
)
#: " Coder" of "Qwen3 Coder", " Standard" of "Model Y Standard": such words end a name.
_TUNED = re.compile(r" (?:Codex|Coder|Instruct|Thinking|Standard|Premium|Ultimate)(?![\w-])")
_VERSION_STARTS = frozenset("0123456789v")
_VARIANT = re.compile(
    rf"[ -](?:{'|'.join(sorted(words.VARIANTS))})\b(?! of\b)|(?<=\d)[ ]Plus\b(?![ ]\d)"
    rf"|-(?:{'|'.join(sorted(words.GLUED_VARIANTS | words.PRODUCT_PARTS))})(?![\w-])"
    r"|(?<=[a-z])[ ]\(new\)"
)
_SIZE = re.compile(r"\d[Bb]$")
_YEAR = re.compile(r" (?:19|20)\d\d\b")
#: What may follow a number that belongs to the unknown name before it.
_AFTER_VERSION = re.compile(
    rf"(?:$|[,;:.)]|'s\b| [{CAPITALS}(]"
    r"| (?:is|are|was|were|has|have|can|as|at|by|or|will|and|with|in|on|to|from|for|now)\b"
    rf"| (?:models?|chips?|{'|'.join(sorted(words.VARIANTS))})\b"
    r"| (?:phone|app|laptop|tablet|watch|car|camera|robot|headset|processor|device|console|bike"
    r"|drone|card|engine|browser|assistant|printer|speaker|satellite|rocket|truck)\b"
    r"| (?:supports?|introduces?|adds?|brings?|runs?|scores?|costs|sells|starts|ships|launches"
    r"|draws|packs|needs|beats|outperforms|reaches|uses|takes|weighs|fits|processes|generates|handles|accepts|achieves|answers|responds|reads|writes"
    r"|follows|remains|keeps|offers|includes|features|delivers|comes|tops|leads|ranks|matches|surpasses"
    r"|scored|reached|achieved|got|hit|beat|outperformed|launched|shipped|came|ran|used|took"
    r"|needed|supported|delivered|topped|led|ranked|matched"
    r"|exceeds|trails|improves|reduces|doubles|carries|shows|arrives|goes|gets)\b)"
)


def versioned(text: str, end: int, *, is_product: bool, is_known: bool) -> int:
    """Where a name that is read up to `end` ends with its version: "Seed" in "Seed 2.0 mini"."""
    after = text[end : end + 1]
    if after == "-" and is_product and (sized := _SIZED.match(text, end)):
        end = sized.end()
        after = text[end : end + 1]
    if after == "-" or after == ".":  # nearly always it is another one
        glued = _GLUED.match(text, end)
        if glued and (is_product or not is_known or glued[0][0] == "."):
            end = glued.end()
            after = text[end : end + 1]
    if is_product and after == " " and text[end + 1 : end + 2].isupper():
        return _parted(text, end)
    if after != " " and after != "-":
        return end
    stop = end
    if text[end + 1 : end + 2] in _VERSION_STARTS:
        version = _VERSION.match(text, end)
        if version and _belongs(text, version, is_product=is_product, is_known=is_known):
            stop = version.end()
    if stop == end and not is_product:
        return end
    while variant := _VARIANT.match(text, stop):
        stop = variant.end()
    return stop


def _parted(text: str, end: int) -> int:
    """Where a product's name ends with the part of its line: "Qwen3 Coder", "Mixtral Large 3"."""
    parted = _PARTED.match(text, end)
    if parted and (parted["size"] or _AFTER_VERSION.match(text, parted.end())):
        return parted.end()
    tuned = _TUNED.match(text, end)
    return tuned.end() if tuned else end


def _belongs(text: str, version: re.Match[str], *, is_product: bool, is_known: bool) -> bool:
    """Whether a number after a name is part of it: "Weaviate 1.36", not "Tesla 3 times"."""
    if _YEAR.match(text, version.start()):
        return False
    if is_product or version[0].startswith("-"):
        return is_product or not is_known
    number = version[0]
    if is_known:
        sized = "." in number or _SIZE.search(number) is not None  # "Acme 30B supports"
        return sized and bool(_AFTER_VERSION.match(text, version.end()))
    return "." in number or number[-1].isalpha() or bool(_AFTER_VERSION.match(text, version.end()))
