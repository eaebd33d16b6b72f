"""Articles: from bytes to text, blocks and metadata."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.article import list_texts, read_article, read_articles, read_stream, to_article
from kg.article.blocks import find_blocks
from kg.article.metadata import to_authors
from kg.article.paragraphs import find_paragraphs
from kg.errors import InputError
from kg.namespaces import ARTICLE
from kg.records import Article, BlockKind

SEED = Path(__file__).parent.parent / "data" / "articles" / "microsoft-japan.txt"
NEWS = "Acme said on Monday that it would buy its smaller rival Beta for $3 billion.\n\nShares of Beta rose 12%."


def blocks_of(text: str) -> list[tuple[str, str]]:
    article = to_article(text, source="test.txt")
    return [(block.kind.value, text[block.span.start : block.span.end]) for block in article.blocks]


def kind_in_front(line: str) -> str:
    """The kind of a line between a headline and the news."""
    return blocks_of(f"Acme to buy rival Beta\n\n{line}\n\n{NEWS}")[1][0]


def kind_at_end(line: str) -> str:
    """The kind of a line that follows the news."""
    return blocks_of(f"Acme to buy rival Beta\n\n{NEWS}\n\n{line}")[-1][0]


# ---------------------------------------------------------------- the seed article


def test_seed_blocks() -> None:
    """The seed is a headline told twice, caption, standfirst, byline, ten paragraphs, furniture and a footer."""
    kinds = [block.kind.value for block in read_article(SEED).blocks]
    assert kinds == ["headline", "headline", "caption", "standfirst", "byline", *["body"] * 10, "furniture", "footer"]


def test_seed_metadata() -> None:
    """The seed names its author, publication, publisher and year of copyright, and no day."""
    article = read_article(SEED)
    assert article.title.startswith("Microsoft to invest $2.9 billion")
    assert article.authors == ("Laura Hyde",)
    assert (article.publication, article.publisher) == ("Technology Record", "Tudor Rose")
    assert (article.copyright_year, article.published) == ("2024", None)


# ---------------------------------------------------------------- reading


def test_text_is_kept_and_newlines_are_normalised(tmp_path: Path) -> None:
    """Only the byte order mark and the newlines change; white space and oddities stay."""
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffTitle\u00a0 \r\n\r\nBody  text —\trest.\rEnd.\n".encode())
    assert read_article(path).text == "Title\u00a0 \n\nBody  text —\trest.\nEnd.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """UTF-8, UTF-16 with its mark and Windows-1252 give the same text."""
    path = tmp_path / "a.txt"
    path.write_bytes("Café “Noir” sells €5m stake".encode(encoding))
    assert read_article(path).text == "Café “Noir” sells €5m stake"


FRENCH = "Le premier ministre a annoncé mardi un plan de relance pour les petites entreprises du pays. " * 3
REFUSED = [
    ("empty.txt", b" \n\n ", "is empty"),
    ("page.txt", b"<!DOCTYPE html><html><body>Acme</body></html>", "is a web page"),
    ("report.pdf", b"%PDF-1.7 ...", "is a PDF"),
    ("data.bin", bytes(range(256)) * 9, "neither UTF-8 nor Windows-1252"),
    ("zeros.bin", b"abc\x00\x00\x00", "is binary data"),
    ("broken.txt", "“Acme” said".encode()[:-9] + b"\xe2\x80 said \xe2\x80\x9cNo\xe2\x80\x9d", "save it again as UTF-8"),
    ("french.txt", FRENCH.encode(), "does not look like English"),
    ("japanese.txt", "東京 で 新しい 研究所 を 開く".encode(), "does not look like English"),
    ("large.txt", b"Acme buys Beta. " * 700_000, "11.2 MB"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_refused_files(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """A file that is no English text is refused with its name and the reason."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=f"{name}: .*{reason}"):
        read_article(path)


def test_missing_file(tmp_path: Path) -> None:
    """A missing file is an InputError that names it."""
    with pytest.raises(InputError, match=r"none\.txt: there is no such file"):
        read_article(tmp_path / "none.txt")


def test_a_short_text_is_never_called_foreign() -> None:
    """A headline of names has few function words and is still read."""
    assert to_article("Acme, Beta, Gamma rise", source="x").text == "Acme, Beta, Gamma rise"


def test_iri_is_the_url_or_the_relative_path(tmp_path: Path) -> None:
    """The IRI is the URL, else the percent-encoded path relative to the root, else the file name."""
    path = tmp_path / "sub" / "a b.txt"
    path.parent.mkdir()
    path.write_text(NEWS)
    assert read_article(path, root=tmp_path).iri == ARTICLE + "sub/a%20b.txt"
    assert read_article(path).iri == ARTICLE + "a%20b.txt"
    assert to_article(NEWS, source="x", url="https://news.example/1").iri == "https://news.example/1"


def test_folder_pattern_and_stream(tmp_path: Path) -> None:
    """A folder gives its texts in order of their names, a pattern what it matches, "-" the standard input."""
    for name in ("b.txt", "a.txt", "notes.yaml", ".hidden.txt"):
        (tmp_path / name).write_text(NEWS)
    assert [file.name for file in list_texts(str(tmp_path))] == ["a.txt", "b.txt"]
    assert [file.name for file in list_texts(str(tmp_path / "[b]*.txt"))] == ["b.txt"]
    assert read_stream(io.BytesIO(NEWS.encode())).source == "stdin"
    articles = list(read_articles(["-"], stdin=io.BytesIO(NEWS.encode())))
    assert isinstance(articles[0], Article)


def test_a_bad_source_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Missing and empty sources come as errors in their place, and so does a second article of the same name."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    for path in (tmp_path / "a.txt", tmp_path / "other" / "a.txt"):
        path.write_text(f"{NEWS} {path.parent.name}")
    sources = ["none.txt", "empty", "a.txt", "other/a.txt", "*.md"]
    found = list(read_articles(str(tmp_path / source) for source in sources))
    assert [type(one).__name__ for one in found] == ["InputError", "InputError", "Article", "InputError", "InputError"]
    assert "holds no texts" in str(found[1])
    assert "already named a.txt, and its text is not this one; pass the folder that holds both" in str(found[3])


def test_what_never_ends_is_too_large() -> None:
    """As a device or a pipe may, whatever its size says; an empty name is no source."""
    (failed,) = read_articles(["/dev/zero"])
    assert "has 10.0 MB, more than the 10 MB of one article" in str(failed)
    with Path("/dev/zero").open("rb") as endless:
        (failed,) = read_articles(["-"], stdin=endless)
    assert "more than the 10 MB of one article" in str(failed)
    (failed,) = read_articles([""])
    assert "an empty name is no source" in str(failed)


def test_the_same_text_under_the_same_name_comes_once(tmp_path: Path) -> None:
    """As where a file is given beside its folder."""
    (tmp_path / "a.txt").write_text(NEWS)
    assert len(list(read_articles([str(tmp_path), str(tmp_path / "a.txt")]))) == 1


# ---------------------------------------------------------------- paragraphs


def test_blank_lines_or_lines_part_paragraphs() -> None:
    """Blank lines part paragraphs; so do single line ends in a text that no program wrapped."""
    assert len(find_paragraphs("One\n\nTwo two.\n \nThree.")) == 3
    assert len(find_paragraphs("Acme to buy Beta\nBy Jane Doe\nAcme said on Monday it would buy.")) == 3


def test_wrapped_lines_stay_together() -> None:
    """Lines that a program wrapped at a width belong to one paragraph."""
    text = (
        "Acme said on Monday it would buy its smaller rival Beta for\nthree billion dollars, ending weeks of talks between the\n"
        "two companies and their owners.\n\nThe deal needs the approval of the authority, which said it\nwould look at it.\n"
    )
    assert len(find_paragraphs(text)) == 2


def test_blocks_hold_no_white_space_at_their_ends() -> None:
    """A block's span begins and ends with a character that prints."""
    text = "  Acme buys Beta \n\n\t Acme said it would buy Beta.\u00a0\n"
    assert [words for _, words in blocks_of(text)] == ["Acme buys Beta", "Acme said it would buy Beta."]


# ---------------------------------------------------------------- kinds of block

FRONT = [
    ("By Jane Doe", "byline"),
    ("By JANE DOE and JOHN O'ROURKE", "byline"),
    ("By Jane van der Berg, Environment Editor", "byline"),
    ("Words by Jane Doe", "byline"),
    ("By Reuters", "byline"),
    ("Jane Doe |", "byline"),
    ("Jane Doe | 12 March 2025", "byline"),
    ("Jane Doe, Agency | 12 March 2025", "byline"),
    ("Jane Doe", "byline"),
    ("Jane Doe Transport correspondent", "byline"),
    ("Mon 3 Mar 2025 10.15 GMT", "byline"),
    ("Published: March 3, 2025 at 9:30 a.m. EST", "byline"),
    ("3 hours ago", "byline"),
    ("Deal ends months of talks and needs approval by the regulator", "standfirst"),
    ("• Shares of both firms rise in early trade", "standfirst"),
    ("Jane Doe (far left) and John Roe (second from right) in Lyon", "caption"),
    ("The founder, Mary Poe (pictured), opened the plant on Friday.", "caption"),
    ("Photo: Jane Doe", "caption"),
    ("A plant of Acme in Lyon. Credit: Jane Doe/Getty Images", "caption"),
    ("File photo of the plant", "caption"),
    ("Workers at the plant in May (AP Photo/Jane Doe)", "caption"),
    ("© 2025 Agency", "caption"),
    ("Share", "furniture"),
    ("5 min read", "furniture"),
    ("Advertisement", "furniture"),
    ("By 2030 the company will have closed both of its plants.", "body"),
    ("By Tuesday night the river had risen to its highest mark.", "body"),
    ("LYON, 3 March (Agency) — Acme said on Monday it would buy Beta.", "dateline"),
    ("WASHINGTON (AP) — The Senate on Monday passed a $4 billion farm bill.", "dateline"),
    ("The far left and the far right both gained seats in the vote.", "body"),
]


@pytest.mark.parametrize(("line", "kind"), FRONT)
def test_lines_between_headline_and_news(line: str, kind: str) -> None:
    """Bylines, standfirsts, captions and furniture are told from the first sentence of the news."""
    assert kind_in_front(line) == kind


END = [
    ("Subscribe to the weekly newsletter", "furniture"),
    ("Sign up for our morning briefing.", "furniture"),
    ("Follow us on X and Facebook", "furniture"),
    ("Follow Jane Doe on LinkedIn", "furniture"),
    ("Read more: Acme's year in numbers", "furniture"),
    ("More on this story", "furniture"),
    ("Related stories", "furniture"),
    ("Share this article", "furniture"),
    ("We use cookies to improve this site.", "furniture"),
    ("Tags: batteries, Lyon", "furniture"),
    ("• ©2024 Daily Press. All Rights Reserved.", "footer"),
    ("Copyright 2025 The Daily Press.", "footer"),
    ("This article was first published by the Daily Press.", "footer"),
    ("(Reporting by Jane Doe in London; editing by John Roe)", "footer"),
    ("Mary Poe in Denver contributed to this report.", "footer"),
    ("For more information, please contact the press office.", "footer"),
    ("ENDS", "footer"),
    ("Share prices fell by 3% on Monday.", "body"),
    ("Subscribers to the service will pay more from May.", "body"),
    ("Follow the money, said one critic of the plan.", "body"),
    ("Register to vote by Friday, officials told residents.", "body"),
    ("Terms of the deal were not disclosed.", "body"),
    ("Copyright holders had sued the firm in May.", "body"),
    ("Correction officers went on strike in May.", "body"),
    ("This story is about courage, said Mary Poe.", "body"),
    ("Her memoir, Night Songs, is published by Faber.", "body"),
    ("Related companies also gained, Acme said.", "body"),
    ("Newsletters sent to clients were leaked in May.", "body"),
    ("Advertisement spending rose by 4%, it said.", "body"),
]


@pytest.mark.parametrize(("line", "kind"), END)
def test_lines_after_the_news(line: str, kind: str) -> None:
    """Furniture and footers are told from sentences that only begin like them."""
    assert kind_at_end(line) == kind


def test_links_under_a_heading_are_furniture() -> None:
    """The headlines under "Related stories" belong to other articles; a subheading of the news stays body."""
    text = f"Acme to buy Beta\n\n{NEWS}\n\nWhat happens next\n\nThe owners vote in May.\n\nRelated stories\n\nGamma sells plant"
    assert [kind for kind, _ in blocks_of(text)][-4:] == ["body", "body", "furniture", "furniture"]


def test_is_published_by_beside_a_footer() -> None:
    """Who publishes a newspaper stands in a footer when footers surround it."""
    text = f"Acme to buy Beta\n\n{NEWS}\n\n©2024 Press House\n\nThe Daily Record is published by Press House."
    assert blocks_of(text)[-1][0] == "footer"
    assert to_article(text, source="x").publication == "Daily Record"


HEADLINES = [
    ("Acme to buy Beta\n\nAcme said it would buy Beta.", "Acme to buy Beta"),
    ("Will Acme buy Beta?\n\nAcme said it would buy Beta.", "Will Acme buy Beta?"),
    ("Stocks rise in the U.S.\n\nShares rose on Monday.", "Stocks rise in the U.S."),
    ("Business\n\nAcme to buy Beta\n\nAcme said it would buy Beta.", "Acme to buy Beta"),
    ("Advertisement\n\nAcme to buy Beta\n\nAcme said it would buy Beta.", "Acme to buy Beta"),
    ("Explained: how rates work\n\nRates rose on Monday.", "Explained: how rates work"),
    ("Acme to buy Beta.\n\nAcme said it would buy Beta.", ""),
    ("Acme to buy Beta", ""),
]


@pytest.mark.parametrize(("text", "title"), HEADLINES)
def test_title_is_the_headline(text: str, title: str) -> None:
    """The first short paragraph without a final period is the headline; a text without one has no title."""
    assert to_article(text, source="x").title == title


def test_no_text_is_lost_or_read_twice() -> None:
    """Blocks are in order, do not overlap, and cover all but white space."""
    text = SEED.read_text(encoding="utf-8")
    blocks = find_blocks(text, find_paragraphs(text))
    rest = text
    for block in reversed(blocks):
        rest = rest[: block.span.start] + rest[block.span.end :]
    assert not rest.strip()
    assert all(block.kind in BlockKind for block in blocks)


# ---------------------------------------------------------------- metadata

AUTHORS = [
    ("By Jane Doe", ("Jane Doe",)),
    ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
    ("By Jane Doe, Mary Poe and John Roe, Reuters", ("Jane Doe", "Mary Poe", "John Roe")),
    ("By Jane Doe in Lyon", ("Jane Doe",)),
    ("By Jane Doe, Environment Editor", ("Jane Doe",)),
    ("Jane Doe Transport correspondent", ("Jane Doe",)),
    ("Jane Doe, Agency | 12 March 2025", ("Jane Doe",)),
    ("By Ludwig van der Berg | March 3, 2025", ("Ludwig van der Berg",)),
    ("Words by Zoë O’Neill-Brown", ("Zoë O’Neill-Brown",)),
    ("By J. K. Doe – 12 March 2025", ("J. K. Doe",)),
    ("By Reuters", ()),
    ("By Staff Reporter", ()),
    ("12 March 2025", ()),
]


@pytest.mark.parametrize(("byline", "authors"), AUTHORS)
def test_authors(byline: str, authors: tuple[str, ...]) -> None:
    """A byline gives the people it names, not their jobs, places and agencies."""
    assert to_authors(byline) == authors


PUBLISHED = [
    (f"Acme to buy Beta\n\nBy Jane Doe | 12 March 2025\n\n{NEWS}", "2025-03-12"),
    (f"Acme to buy Beta\n\nUpdated March 13, 2025\n\nPublished March 12, 2025\n\n{NEWS}", "2025-03-12"),
    (f"Acme to buy Beta\n\nLYON, 12 March 2025 (Agency) — {NEWS}", "2025-03-12"),
    (f"Acme to buy Beta\n\n{NEWS}\n\nFirst published 12th March 2025", "2025-03-12"),
    (f"Acme to buy Beta\n\n2025-03-12\n\n{NEWS}", "2025-03-12"),
    (f"Acme to buy Beta\n\nLYON, 12 March (Agency) — {NEWS}", None),
    (f"Acme to buy Beta\n\nAcme, founded on 12 March 2001, said so.\n\n{NEWS}", None),
    (f"Acme to buy Beta\n\n{NEWS}\n\nThis article was amended on 13 March 2025.", None),
]


@pytest.mark.parametrize(("text", "published"), PUBLISHED)
def test_published(text: str, published: str | None) -> None:
    """The day of publication is a full date in byline, dateline or footer, never a date of the news."""
    assert to_article(text, source="x").published == published


COPYRIGHT = [
    ("©2024 Press House. All Rights Reserved.", "Press House", "2024"),
    ("© Press House 2024", "Press House", "2024"),
    ("Copyright © 2019–2025 The Associated Press. All rights reserved.", "The Associated Press", "2025"),
    ("All rights reserved.", None, None),
]


@pytest.mark.parametrize(("footer", "publisher", "year"), COPYRIGHT)
def test_copyright(footer: str, publisher: str | None, year: str | None) -> None:
    """A copyright line gives its holder and its latest year."""
    article = to_article(f"Acme to buy Beta\n\n{NEWS}\n\n{footer}", source="x")
    assert (article.publisher, article.copyright_year) == (publisher, year)
