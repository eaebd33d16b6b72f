"""The words by which a paragraph shows what it is: bylines, credits and captions, furniture, footers.

Each table holds regular expressions for the start of a paragraph, one habit of newspapers a line; they are general to English
news pages and name no publication. Agencies are named where only a picture credit puts them so.
"""

from __future__ import annotations

import re

from kg.dates import DAY, MONTH, YEAR

NAME_WORD = r"(?:[A-Z](?:\.[A-Z])*\.?|(?:[A-Z]['’])?[A-Z][\w’'-]+)"
PARTICLE = r"(?:de|da|di|del|della|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el|st)"
NAME = rf"{NAME_WORD}(?:\s+(?:{PARTICLE}\s+){{0,2}}(?:{PARTICLE}-)?{NAME_WORD}){{1,3}}"
"""A person's name of two to four capitalised words, particles not counted."""

BY = r"(?:(?:words|story|text|report|reporting|written|posted|published|interview|analysis)\s+)?by:?\s+"
"""What opens a byline."""

_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)"
_DAY_OF_NEWS = rf"{_WEEKDAY}?(?:{DAY}(?:\s+|-){MONTH}(?:(?:,?\s+|-){YEAR})?|{MONTH}\s+{DAY}(?:,?\s+{YEAR})?|{YEAR}-\d\d-\d\d)"
_TIME_OF_NEWS = r"(?:[\s,|·•@–—-]|at\b|\d{1,2}(?:[.:h]\d\d)*|[ap]\.?m\b\.?|[A-Z]{2,4}\b|(?:last\s+)?updated:?\b.*)*$"


def _openings(*patterns: str) -> re.Pattern[str]:
    """One pattern for a paragraph that opens in any of these ways, whatever its case, bullets before it ignored."""
    return re.compile(rf"\W*(?:{'|'.join(patterns)})", re.IGNORECASE)


BYLINES = re.compile(
    rf"(?i:{BY})(?:(?:{NAME_WORD}|{PARTICLE}|and|&)[\s,]+){{0,7}}{NAME_WORD}"
    rf"(?:$|\s*[,|·•(–—-]|\s+(?:and|&|in|for|at|of|from|with)\s|\s+{_DAY_OF_NEWS})"
)
"""A line of authors, opened by a word."""

NAMED_BYLINES = re.compile(rf"{NAME}\s*\||{NAME}\s*(?:,[^.]{{1,60}}?)?[\s,|·•–—-]+{_DAY_OF_NEWS}{_TIME_OF_NEWS}")
"""A line of an author, closed by a bar or a date."""

DATELINES = re.compile(
    rf"(?i:(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified)(?:\s+(?:on|at))?:?\s+)?)"
    rf"(?:{_DAY_OF_NEWS}{_TIME_OF_NEWS}|\d+\s+(?:minute|hour|day)s?\s+ago$)"
)
"""A line that holds the day of publication and nothing else."""

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.]{2,}"
PLACE_DATELINES = re.compile(
    rf"(?:{_CAPITALS}(?:[ -][A-ZÀ-Þ][\w'’.]*)*(?:,\s[^—–\n]{{1,60}}?)?(?:\s\([^)\n]{{2,40}}\))?"
    rf"|[A-ZÀ-Þ][\w'’., /-]{{2,60}}?\s\([A-ZÀ-Þ][^)\n]{{1,40}}\))\s*(?:[—–]|\s--?\s)\s*(?=\S)"
)
"""The place in capitals, or a place and an agency in brackets, before a dash."""

TIME_AFTER_BY = re.compile(rf"by:?\s+(?:(?:early|mid|late)\b|{MONTH}\b|{YEAR}\b|{_WEEKDAY})", re.IGNORECASE)

JOBS = re.compile(rf"{NAME},?\s(?:[^.]*\s)?(?i:editor|correspondent|reporter|writer|staff|journalist|columnist)\b[^.]*$")
"""A name and what its bearer does at the newspaper."""

_AGENCY = r"(?:getty|ap|afp|reuters|shutterstock|istock|alamy|unsplash|bloomberg|epa|pa|dpa|handout|file)"
CAPTIONS = re.compile(
    # Who stands where: "(far left)", "(second from right)", "(pictured)", "(left in the picture)".
    r"\((?:from\s+)?(?:(?:far|top|bottom|front|back|first|second|third|fourth)\s+)*(?:from\s+)?(?:the\s+)?"
    r"(?:left|right|cent(?:re|er)|middle|row|pictured|above|below|[LCR])(?:\s+(?:in|to|with)\b[^)]*)?\)"
    # What opens a caption: "Pictured:", "File photo", "Photo by", "Image caption,".
    r"|^(?:pictured\b|file (?:photo|picture|image)\b|(?:above|below|left|right):)"
    r"|^(?:photo|photograph|image|picture)s?\s+(?:by|courtesy|credit|source|caption)\b"
    # Credits, at the start or after the caption's sentence: "Photo: Jane Doe", "Credit: Getty".
    r"|(?:^|[.)|/]\s*|\()(?:photo|photograph|image|picture|credit|caption|graphic|illustration)s?(?:\s+credit)?\s*[:|/]"
    # An agency that closes the line: "A boat in Kerrow / Getty Images", "(AP Photo/Jane Doe)".
    rf"|(?:[/|(]|\b(?:via|by)\s)\s*{_AGENCY}(?:\s+(?:images?|photos?|pictures?|file))?\b[^.]{{0,30}}$"
    rf"|^{_AGENCY}\s+(?:images?|photos?|pictures?)$",
    re.IGNORECASE,
)

FURNITURE = _openings(
    r"subscribe\b|sign (?:up|in)\b|log ?in\b|(?:please )?register (?:now|here|today|for free|to (?:read|continue|comment))\b",
    r"(?:get|join|receive) (?:our|the|your)\b.*\b(?:newsletter|inbox|app|mailing list)\b|newsletters?\W*(?:$|:)",
    r"follow (?:us|our)\b|follow @|follow\b.*\bon (?:x|twitter|facebook|instagram|linkedin|threads|whatsapp|google|bluesky)\b",
    r"(?:read|see|find out|learn|discover) more\b|read (?:next|also|the full story)\b|(?:also read|see also)\b",
    r"more (?:on|from) [^.]*$|(?:keep|continue) reading\b",
    r"related(?: (?:articles?|stor(?:y|ies)|topics?|content|news|links?|posts?|reading|coverage))?\W*(?:$|:)",
    r"share\W*$|share (?:this|on|via|article|story|the (?:article|story))\b",
    r"(?:print|email|save|copy|bookmark) (?:this|article|story|page|link)\b",
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?)\W*(?:$|[:|–—-])|(?:story|article) continues\b",
    r"(?:we|this (?:web)?site|this page) uses? cookies\b|(?:accept|manage|reject)(?: all)? cookies\b|cookie (?:policy|settings|notice)",
    r"(?:most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you)?|editor.?s.? picks?)\W*$",
    r"(?:top stories|latest news|key points|you (?:may|might) (?:also )?like)\W*$",
    r"(?:click|tap) here\b|skip to\b|back to (?:top|home)\W*$|listen to this\b|watch this\b",
    r"(?:view|leave a|post a) comments?\b|comments?\W*(?:\d+\W*)?$|\d+ comments?\W*$",
    r"\d+[ -]min(?:ute)?s?(?: read)?\W*$|(?:estimated )?reading time\b|published\W*$|updated\W*$",
    r"support (?:our|independent) journalism\b|become a (?:member|subscriber|supporter)\b|donate (?:now|today|to us)\b",
    r"download (?:our|the)\b.*\bapp\b|join the (?:conversation|discussion)\W*$|(?:please )?enable javascript\b",
    r"(?:have you got|do you have|got) (?:a|any) (?:story|tip|news|question)\b|get in touch with us\b",
    r"[_*=~\s-]*$",
)

LABELS = _openings(
    r"(?:watch|listen|read|live|video|podcast|audio|gallery|explainer|explained)\s*[:|]",
    r"(?:tags?|topics?|sections?|filed under|categor(?:y|ies))\s*[:|]",
)
"""Furniture, unless it opens the text: there it belongs to the headline ("Explained: how rates work")."""

LISTS = _openings(
    r"subscribe\b|sign up\b|(?:read|see|find out|learn) more\b|(?:read (?:next|also)|also read|see also)\b",
    r"more (?:on|from)\b|related\b|most (?:read|popular|viewed|shared)\b|trending\b|recommended\b|editor.?s.? picks?\b",
    r"top stories\b|latest news\b|you (?:may|might)\b|tags?\b|topics?\b|sections?\b|filed under\b|categor",
)
"""Furniture whose next lines are links or a form, as long as they do not close like sentences."""

COPYRIGHTS = re.compile(
    r"\W*(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|by\b|:))|.*\ball rights reserved\b|.*©\s*\d{4}",
    re.IGNORECASE,
)

FOOTERS = _openings(
    r"this (?:article|story|report|piece|post|content)(?:.s headline)? (?:was|is|has been|have been)?\s*(?:first|originally|also|last)?\s*"
    r"(?:published|republished|appeared|amended|updated|corrected|produced|translated|adapted|syndicated|supported)\b",
    r"(?:first|originally) (?:published|appeared)\b|the (?:views|opinions) expressed\b",
    r"terms (?:of (?:use|service)|and conditions)\b|privacy (?:policy|notice)\b|disclaimer\W*(?:$|:)|forward-looking statements\b",
    r"(?:additional )?(?:reporting|editing|writing|compiled|edited) by\b",
    r"[^.]{0,90}\bcontributed(?: reporting)? to this (?:report|story|article)\b",
    r"about the authors?\b|(?:correction|clarification|editor.?s note)\W*(?:$|:)",
    r"ends\W*$|-30-|notes? (?:to|for) editors?\W*(?:$|:)|(?:media|press|investor) (?:contacts?|enquiries|inquiries|relations)\W*(?:$|:)",
    r"for (?:more|further|additional) (?:information|details)\b.*\b(?:contact|visit|see|call|email)\b|source:?\s+\S+(?:\s\S+){0,4}$",
)

PUBLISHED_BY = re.compile(r"\W*[A-Z][^.]{2,80} is (?:published|produced|owned and operated) by\b")
"""A footer only beside other footers: of a book it is news."""
