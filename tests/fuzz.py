"""Articles made strange by chance, and what must hold whatever they say.

``python -m tests.fuzz --runs 500 --seed 1`` looks further than the tests; every run is made again by its seed and number.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.article import to_article
from kg.article.files import to_text
from kg.errors import KgError
from kg.namespaces import to_iri
from kg.pipeline import Reader
from kg.rdf import FORMATS, to_quads
from kg.records import Reading, Span
from kg.turtle import Quad, to_safe_text

ARTICLES = Path(__file__).resolve().parent.parent / "data/articles"
FORMS = {"ttl": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS}

ODD = (
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ufffe"),
    *(
        "\U0001f600",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "e\u0301",
        "\u0130",
        "\u00df",
        "\ufb01",
        "\u0645\u0631\u062d\u0628\u0627",
        "\u4e2d\u6587",
    ),
    *(
        '"',
        "'",
        "“",
        "”",
        "‘",
        "’",
        "«",
        "»",
        '"""',
        "'''",
        "<b>",
        "</script>",
        "<!--",
        "&amp;",
        "\\",
        "\\u0041",
        "{{js}}",
        "${x}",
        "%00",
        "#",
        "@en",
        "^^",
    ),
    *("\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u2009", "\u00ad"),
    *(
        "$",
        "€",
        "£5",
        "$-3 million",
        "$0",
        "$1e309 million",
        "$" + "9" * 400,
        "¥12,,3",
        "$3.",
        "$.5bn",
        "1,0,0",
        "½",
        "three-and-a-half",
        "1/0",
    ),
    *(
        "31 February 2024",
        "0000-00-00",
        "99/99/9999",
        "the 32nd of May",
        "last week",
        "12:61",
        "2024-13-01",
        "in 20245",
        "over -3 years",
        "100000000 years",
    ),
    *(
        "0%",
        "1e5 %",
        "%",
        "-7.5 per cent",
        "O'Brien-Smith",
        "Mr.",
        "Dr. Dr.",
        "of of of",
        "the the",
        "A" * 300,
        "a-" * 200,
        "(" * 50,
        ")" * 50,
        "—" * 30,
    ),
    *(
        "said",
        "will",
        "not",
        "which",
        "by",
        "and",
        "whose",
        "to",
        "he",
        "it",
        "they",
        "we",
        "’s",
        "'s",
        "s’",
        "n't",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "...",
    ),
    *(
        "https://x.example/a b?c=<d>",
        "mailto:a@b.c",
        "@handle",
        "#tag",
        "C:\\dir\\file",
        "/etc/passwd",
        "=1+1",
        "(c) 2024",
        "©",
        "Reuters",
        "| by A. B. |",
    ),
)
"""Pieces that something once fell over, somewhere."""

Mutation = Callable[[str, random.Random], str]


# ---------------------------------------------------------------- making


def insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    glue = chance.choice(("", " "))
    return f"{text[:at]}{glue}{chance.choice(ODD)}{glue}{text[at:]}"


def delete(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 20, 200)) :]


def repeat(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.choice((1, 3, 10, 60, 300))]
    return text[:at] + piece * chance.choice((2, 2, 3, 20)) + text[at:]


def swap(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(chance.choice((1, 5, 30))):
        one, other = chance.randrange(len(words)), chance.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return " ".join(words)


def change_case(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    end = at + chance.choice((5, 50, 500))
    return text[:at] + chance.choice((str.upper, str.lower, str.title, str.swapcase))(text[at:end]) + text[end:]


def change_spaces(text: str, chance: random.Random) -> str:
    old, new = chance.choice(((" ", ""), (" ", "  "), ("\n\n", " "), ("\n\n", "\n"), (". ", ".\n\n"), (", ", " "), (".", ""), ("’", "'")))
    return text.replace(old, new, chance.choice((1, 5, -1)))


def cut(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[start : start + chance.choice((1, 10, 100, 1000))]


MUTATIONS: tuple[Mutation, ...] = (insert, insert, insert, delete, repeat, swap, change_case, change_spaces, cut)


def make_text(seed: int, number: int) -> str:
    """Make the article of that number."""
    chance = random.Random(seed * 1_000_003 + number)
    paths = sorted(ARTICLES.glob("*.txt"))
    text = chance.choice(paths).read_text(encoding="utf-8")
    paragraphs = text.split("\n\n")
    if chance.random() < 0.7:
        first = chance.randrange(len(paragraphs))
        text = "\n\n".join(paragraphs[first : first + chance.choice((1, 2, 4))])
    for _ in range(chance.choice((1, 2, 4, 8, 16))):
        text = chance.choice(MUTATIONS)(text, chance) or " "
    return text


# ---------------------------------------------------------------- holding


def check_text(text: str, reader: Reader) -> Reading | None:
    """Read a text and check all that must hold; None where it is refused in words. Raises AssertionError, or what fell over."""
    try:
        article = to_article(to_text(text.encode(errors="surrogatepass"), where="fuzz"), source="fuzz.txt")
        reading = reader.read(article)
    except KgError as error:
        refusal = str(error)
    else:
        check_reading(reading)
        check_files(reading, to_quads(reading, reader.ontology))
        return reading
    assert refusal.strip(), "refused without a word"
    return None


def check_reading(reading: Reading) -> None:
    """Every span lies within the text and holds words; claims, attestations and nodes name each other."""
    text = reading.article.text
    spans: list[Span] = [span for node in (*reading.entities, *reading.events) for span in node.mentions]
    spans += [block.span for block in reading.article.blocks]
    spans += [span for speech in reading.speeches for span in speech.passages]
    for each in reading.attestations:
        assert each.sentence.covers(each.trigger), "a trigger outside its sentence"
        spans += [span for span in (each.sentence, each.trigger, each.subject_span, each.object_span) if span is not None]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text), f"no span of the text: {span}"
        assert text[span.start : span.end].strip(), f"a span of nothing: {span}"
    for entity in reading.entities:
        assert entity.label.strip(), "an entity without a name"
    assert {claim.iri for claim in reading.claims} == {each.claim for each in reading.attestations}
    known = {node.iri for node in (*reading.entities, *reading.events, *reading.values)}
    for claim in reading.claims:
        assert claim.subject in known, f"a claim about what is not there: {claim.subject}"
        assert isinstance(claim.object, str) is False or claim.object in known or claim.predicate.endswith("#type"), claim


def check_files(reading: Reading, quads: Sequence[Quad]) -> None:
    """Each format is read back by another engine as the same quads, and every quote stands where its offsets say."""
    text = to_safe_text(reading.article.text)
    for name, form in FORMATS.items():
        found = {
            (quad.subject.value, quad.predicate.value, str(quad.object)) for quad in ox.parse(form(quads).encode(), format=FORMS[name])
        }
        assert len(found) == len({quad[:3] for quad in quads}), f"{name} holds other triples"
    told = {(quad.subject, quad.predicate): quad.object for quad in quads}
    starts, ends, exact = (to_iri(f"oa:{part}") for part in ("start", "end", "exact"))
    for (node, predicate), value in told.items():
        if predicate == exact:
            position = node.replace("#quote=", "#position=")
            start, end = (told[position, part] for part in (starts, ends))  # type: ignore[index]
            assert text[int(start.lexical) : int(end.lexical)] == value.lexical, "a quote that is not there"  # type: ignore[union-attr]


def main() -> int:
    """Run so many texts and tell which fell over."""
    parser = argparse.ArgumentParser(description="Read articles made strange by chance, and check what must hold.")
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", type=int, help="the number of one run")
    options = parser.parse_args()
    reader, failed, read = Reader(), 0, 0
    for number in [options.only] if options.only is not None else range(options.runs):
        text = make_text(options.seed, number)
        try:
            read += check_text(text, reader) is not None
        except Exception:  # noqa: BLE001  (whatever falls over is what is looked for)
            failed += 1
            sys.stdout.write(f"seed {options.seed}, run {number}:\n{traceback.format_exc()}\n{text[:2000]!r}\n")
    sys.stdout.write(f"seed {options.seed}: {read} read, {failed} failed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
