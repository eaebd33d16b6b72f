"""Paragraphs -> blocks: headline, standfirst, caption, byline, body, furniture, footer.

A paragraph that shows by its own words what it is (a byline, a credit, "Subscribe to ...") is named first; then position decides:
the headline opens the text, standfirsts stand between it and the byline or the first full sentence, all else is body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dates import DAY, MONTH, YEAR
from kg.records import Block, BlockKind, Span

NAME_WORD = r"(?:[A-Z](?:\.[A-Z])*\.?|(?:[A-Z]['’])?[A-Z][\w’'-]+|(?:Mc|Mac|De|Di|Le|La)[A-Z]\w+)"
PARTICLE = r"(?:de|da|di|del|della|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el|st)"
NAME = rf"{NAME_WORD}(?:\s+(?:{PARTICLE}\s+){{0,2}}(?:{PARTICLE}-)?{NAME_WORD}){{1,3}}"
"""A person's name of two to four capitalised words, particles not counted."""

BY = r"(?:(?:words|story|text|report|reporting|written|posted|published|interview|analysis)\s+)?by:?\s+"
"""What opens a byline."""

_DATE = (
    rf"(?:(?:[A-Z][a-z]+day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+)?"
    rf"(?:{DAY}(?:\s+|-){MONTH}(?:,?\s+|-){YEAR}|{MONTH}\s+{DAY},?\s+{YEAR}|{YEAR}-\d\d-\d\d|{DAY}\s+{MONTH}|{MONTH}\s+{DAY})"
)
_END = re.compile(r"[.!?…]['\"’”)\]]*$")
_ABBREVIATION_END = re.compile(
    r"(?:\b(?:[A-Z]\.){2,}|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|No|St)\.)$"
)

_BYLINE = re.compile(
    rf"(?i:{BY})(?:(?:{NAME_WORD}|{PARTICLE})[\s,]+){{0,5}}{NAME_WORD}\b"
    rf"|{NAME}\s*\|"
    rf"|{NAME}\s*(?:,[^.]{{1,60}}?)?[\s,|·•–—-]+{_DATE}\b"
    rf"|(?i:(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified)(?:\s+(?:on|at))?:?\s+)?){_DATE}\b[^.]{{0,40}}$"
)
_BY_A_TIME = re.compile(rf"by:?\s+(?:{MONTH}|{YEAR}|[A-Z][a-z]+day)\b", re.IGNORECASE)
_NAME_ALONE = re.compile(rf"{NAME}$")
_JOB_LINE = re.compile(
    rf"{NAME},\s.*\b(?:editor|correspondent|reporter|writer|staff|agency|journalist|press|news)\b",
    re.IGNORECASE,
)

_CAPTION = re.compile(
    r"\((?:from\s+)?(?:far\s+|top\s+|bottom\s+|front\s+|back\s+|second\s+|third\s+|fourth\s+|first\s+)*"
    r"(?:from\s+)?(?:the\s+)?(?:left|right|centre|center|middle|row|pictured|above|below|L|R|C)(?:\s+(?:in|to|with)\b[^)]*)?\)"
    r"|^(?:pictured|above|below|(?:file\s+)?(?:photo|photograph|image|picture|caption|video|credit|graphic|illustration)s?)"
    r"(?:\s*(?:credit|by|courtesy(?:\s+of)?))?\s*[:|/]"
    r"|^(?:photo|photograph|image|picture)s?\s+(?:by|courtesy|credit)\b"
    r"|^(?:pictured|file photo)\b|\b(?:photo|image|picture|file)\s*(?:credit)?:|\bcredit:"
    r"|[/|(]\s*(?:getty|ap|afp|reuters|shutterstock|istock|alamy|unsplash|handout|bloomberg|epa|file)\b"
    r"|\b(?:getty images|ap photo|shutterstock|istock(?:photo)?|(?:via|by) (?:getty|reuters|ap|afp)\b)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\W*(?:"
    r"subscribe\b|sign (?:up|in)\b|log ?in\b|register (?:now|here|today|for|to)\b|(?:get|join|receive) (?:our|the|your)\b.*\b(?:newsletter|inbox|app)\b"
    r"|newsletters?\b|follow (?:us|our|@|.*\bon (?:x|twitter|facebook|instagram|linkedin|threads|whatsapp|google news|bluesky)\b)"
    r"|(?:read|see|find out|learn|discover) (?:more|also|next|the full story)\b|also (?:read|see)\b|see also\b|more (?:on|from) [^.]*$"
    r"|(?:keep|continue) reading\b|related(?: (?:articles?|stor(?:y|ies)|topics?|content|news|links?|posts?|reading|coverage))?\W*(?:$|:)"
    r"|share\W*$|share (?:this|on|via|with|article|story|the (?:article|story))\b|(?:print|email|save|copy|bookmark) (?:this|article|story|page|link)\b"
    r"|(?:advertisement|advertising|sponsored(?: content)?|promoted|promotion)\W*(?:$|[:\-–—|])|(?:story|article) continues\b|advertisement\b.*\bscroll\b"
    r"|(?:we|this (?:site|website|page)) uses? cookies\b|(?:accept|manage|reject)(?: all)? cookies\b|cookie (?:policy|settings|preferences|notice)"
    r"|(?:most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you)?|editor.s picks?|top stories|latest news|you (?:may|might) (?:also )?like)\W*$"
    r"|(?:watch|listen|read|video|podcast|audio|live|gallery|explainer|explained|tags?|topics?|filed under|categor(?:y|ies)|sections?)\s*[:|]"
    r"|(?:listen to this|watch this|click here|tap here|skip to|go to|back to (?:top|home)|view comments?|leave a comment|post a comment|comments?\W*(?:\d+\W*)?$)"
    r"|\d+[ -]min(?:ute)?s?(?: read)?\W*$|(?:reading time|estimated reading time)\b"
    r"|(?:support (?:our|us|independent)|become a (?:member|subscriber|supporter)|donate (?:now|today|to us)|download (?:our|the) app|join the (?:conversation|discussion))"
    r"|(?:have you got|do you have|got) (?:a|any) (?:story|tip|news|question)|send us\b|get in touch with us\b|enable javascript\b|please (?:enable|subscribe|log in|sign in)\b"
    r")",
    re.IGNORECASE,
)
_LIST_HEADING = re.compile(
    r"\W*(?:read (?:more|also|next)|also read|see also|more (?:on|from)|related|most (?:read|popular|viewed)|trending|recommended|you (?:may|might)"
    r"|editor.s picks?|top stories|latest news|tags?|topics?|filed under|categor|sections?)[^.]*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\)\s|copyright\b)|.*\ball rights reserved\b|.*©\s*\d{4}",
    re.IGNORECASE | re.DOTALL,
)
_FOOTER = re.compile(
    r"\W*(?:this (?:article|story|report|piece|post|content)(?:'s headline)? (?:was|is|has been|have been|appeared|first|originally|may|must)\b"
    r"|(?:first|originally) (?:published|appeared)\b|the (?:views|opinions) expressed\b|terms (?:of|and)\b|privacy (?:policy|notice)\b"
    r"|\(?(?:additional )?(?:reporting|editing|writing|compiled|edited) by\b|about the authors?\b|(?:correction|clarification|editor.s note)\b"
    r"|(?:ends|###+|-30-|[-–—\s]*ends[-–—\s]*|\*\s*\*\s*\*)\W*$|notes? (?:to|for) editors?\b"
    r"|for (?:more|further|additional) (?:information|details)\b|(?:media|press|investor) (?:contacts?|enquiries|inquiries|relations)\b"
    r"|[^.]{2,80} is (?:published|produced|owned and operated) by\b|disclaimer\b|forward-looking statements\b)",
    re.IGNORECASE,
)


def find_blocks(text: str, paragraphs: Sequence[Span]) -> tuple[Block, ...]:
    """Return one block for each paragraph, in the order of the text."""
    words = [" ".join(text[span.start : span.end].split()) for span in paragraphs]
    kinds: list[BlockKind | None] = [_own_kind(line) for line in words]
    first_news = next(
        (
            index
            for index, kind in enumerate(kinds)
            if kind is None and _is_sentence(words[index])
        ),
        len(words),
    )
    _settle_credits(words, kinds, first_news)
    headline = _find_headline(words, kinds)
    if headline is not None:
        _mark_front(words, kinds, headline)
    _mark_lists(words, kinds)
    return tuple(
        Block(kind or BlockKind.BODY, span)
        for kind, span in zip(kinds, paragraphs, strict=True)
    )


def ends_sentence(line: str) -> bool:
    """Whether the line closes like a sentence.

    >>> ends_sentence("“It works.”"), ends_sentence("Stocks rise in the U.S.")
    (True, False)
    """
    return bool(_END.search(line)) and not _ABBREVIATION_END.search(line)


def is_byline(line: str) -> bool:
    """Whether the line names the author or the date of the article.

    >>> is_byline("By Jane Doe and John Roe in Lyon"), is_byline("By Tuesday the river had risen")
    (True, False)
    """
    if len(line.split()) > 20 or _BY_A_TIME.match(line) or ends_sentence(line):
        return False
    return bool(_BYLINE.match(line))


def _own_kind(line: str) -> BlockKind | None:
    """The kind that the words alone tell, wherever the paragraph stands."""
    count = len(line.split())
    if _COPYRIGHT.match(line) and count <= 120 or _FOOTER.match(line):
        return BlockKind.FOOTER
    if count <= 40 and _FURNITURE.match(line):
        return BlockKind.FURNITURE
    if is_byline(line):
        return BlockKind.BYLINE
    if count <= 70 and _CAPTION.search(line):
        return BlockKind.CAPTION
    return None


def _is_sentence(line: str) -> bool:
    return ends_sentence(line) and len(line.split()) >= 8


def _settle_credits(
    words: list[str], kinds: list[BlockKind | None], first_news: int
) -> None:
    """Before the news, a copyright line is a picture credit; a full sentence that only resembles a footer is news."""
    for index in range(min(first_news, len(words))):
        if kinds[index] is BlockKind.FOOTER:
            kinds[index] = (
                BlockKind.CAPTION
                if _COPYRIGHT.match(words[index])
                else BlockKind.FURNITURE
            )


def _find_headline(words: list[str], kinds: list[BlockKind | None]) -> int | None:
    """Index of the headline: the first paragraph left over, if it is short, has no final period and is not alone."""
    left = [index for index, kind in enumerate(kinds) if kind is None]
    if (
        len(left) > 2
        and _is_section_label(words[left[0]])
        and _is_headline(words[left[1]])
    ):
        kinds[left[0]] = BlockKind.FURNITURE
        left = left[1:]
    if len(words) < 2 or len(left) < 2 or not _is_headline(words[left[0]]):
        return None
    return left[0]


def _is_section_label(line: str) -> bool:
    return len(line.split()) <= 2 and not ends_sentence(line)


def _is_headline(line: str) -> bool:
    return (
        len(line.split()) <= 30
        and not re.search(r"[.…]['\"’”)\]]*$", line)
        or bool(_ABBREVIATION_END.search(line))
    )


def _mark_front(words: list[str], kinds: list[BlockKind | None], headline: int) -> None:
    """Name the headline, its repetitions, and the standfirsts between it and the news."""
    for index, line in enumerate(words):
        if line.casefold() == words[headline].casefold() and kinds[index] is None:
            kinds[index] = BlockKind.HEADLINE
    last = _find_byline(words, kinds, headline)
    for index in range(headline + 1, len(words) - 1):
        if kinds[index] is not None:
            continue
        if index > last and ends_sentence(words[index]):
            return
        if (
            _NAME_ALONE.match(words[index])
            or _JOB_LINE.match(words[index])
            and not ends_sentence(words[index])
        ):
            kinds[index] = BlockKind.BYLINE
        elif index < last or len(words[index].split()) >= 4:
            kinds[index] = BlockKind.STANDFIRST


def _find_byline(words: list[str], kinds: list[BlockKind | None], headline: int) -> int:
    """Index of the byline if at most three short paragraphs stand between it and the headline, else the headline's."""
    byline = next(
        (
            index
            for index in range(headline, len(kinds))
            if kinds[index] is BlockKind.BYLINE
        ),
        headline,
    )
    between = [index for index in range(headline + 1, byline) if kinds[index] is None]
    near = len(between) <= 3 and all(
        len(words[index].split()) <= 60 for index in between
    )
    return byline if near and byline < len(words) - 1 else headline


def _mark_lists(words: list[str], kinds: list[BlockKind | None]) -> None:
    """Lines without a final period that follow a heading such as "Related stories" are links to other articles."""
    in_list = False
    for index, line in enumerate(words):
        if kinds[index] is BlockKind.FURNITURE:
            in_list = bool(_LIST_HEADING.match(line))
        elif kinds[index] is None and in_list and not ends_sentence(line):
            kinds[index] = BlockKind.FURNITURE
        else:
            in_list = False
