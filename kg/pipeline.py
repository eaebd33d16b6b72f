"""Article -> Reading -> files: the composition of all stages, from top to bottom.

The library's verbs are ``read``, ``build``, ``query``, ``facts``, ``explain`` and ``export``; the command line offers the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kg.article import read_article, read_articles
from kg.background import open_background
from kg.check import check
from kg.clauses import find_predications
from kg.corrections import Correction, correct, find_files, read_corrections
from kg.errors import InputError, KgError
from kg.frames import match_frames
from kg.jobs import Done, do_all
from kg.masks import mask_names
from kg.mentions import find_mentions
from kg.namespaces import to_iri
from kg.ontology import Ontology, load_ontology
from kg.outputs import write_all
from kg.parse import load_model, parse, parse_again
from kg.rdf import FORMATS, to_graph, to_quads
from kg.records import NEWS_BLOCKS, Article, Iri, Reading
from kg.resolve import resolve
from kg.sparql import Result, run_query
from kg.syntax import Lexis, to_tree
from kg.telling import Fact, list_facts

if TYPE_CHECKING:
    import rdflib
    from spacy.language import Language

    from kg.chains import Explanation
    from kg.network import Network

PAGE = "html"
ALL_FORMATS = (*FORMATS, PAGE)
DEFAULT_FORMATS = ("ttl", "trig", PAGE)
FRAME = (
    '<iframe title="{title}" srcdoc="{page}" sandbox="allow-scripts allow-downloads allow-popups" '
    'style="width: 100%; height: 40rem; border: 1px solid #8888"></iframe>'
)
"""How a notebook shows the page: apart from the notebook, which it can neither read nor change."""


class Reader:
    """Reads articles with one model and one vocabulary, both loaded when the first article needs them.

    ``folders`` hold the user's Turtle, added to the shipped vocabulary. ``corrections`` is the user's file of them; without one, those
    that stand beside the graphs hold. Loading raises OntologyError and ModelError.
    """

    def __init__(self, folders: Sequence[Path | str] = (), model: str | None = None, corrections: Path | str | None = None) -> None:
        self.folders = [Path(folder) for folder in folders]
        self.model = model
        self.corrections = None if corrections is None else Path(corrections)

    @cached_property
    def ontology(self) -> Ontology:
        """The vocabulary."""
        return load_ontology(self.folders or None)

    @cached_property
    def nlp(self) -> Language:
        """The language model."""
        return load_model(self.model)

    @cached_property
    def lexis(self) -> Lexis:
        """What the repairs of a parse need to know of words."""
        return _to_lexis(self.ontology)

    def read(self, article: Article, output: Path | None = None) -> Reading:
        """Return all that the article says. Corrections are looked for in the folder ``output``.

        Raises InputError for a sentence that nests more deeply than any that people write.
        """
        try:
            return self._read(article, output)
        except RecursionError as error:
            raise InputError(f"{article.source}: a sentence nests too deeply to be read; take it out or break it up") from error

    def _read(self, article: Article, output: Path | None) -> Reading:
        """The stages, front to back."""
        corrections = self._find_corrections(article, output)
        ontology, background = self.ontology, open_background()
        parsed = parse(article, self.nlp)
        mentions = find_mentions(parsed, ontology, background)
        words = mask_names(parsed.doc, mentions, ontology, background)
        tree = to_tree(parsed.doc, mentions, self.lexis, parse_again(parsed, words, self.nlp))
        news = [block.span for block in article.blocks if block.kind in NEWS_BLOCKS]
        predications = find_predications(tree, mentions, news, self.lexis)
        matches = match_frames(tree, predications, mentions, ontology)
        apart = [each.parting for each in corrections if each.parting is not None and each.is_meant_for(article)]
        reading = resolve(parsed, tree, mentions, predications, matches, ontology, background, apart=apart)
        return check(correct(reading, corrections, ontology), ontology)

    def _find_corrections(self, article: Article, output: Path | None) -> list[Correction]:
        found = find_files((output / to_stem(article)).parent, output) if output is not None else ()
        paths = found if self.corrections is None else (self.corrections,)
        return [correction for path in paths for correction in read_corrections(path)]

    def __reduce__(self) -> tuple[type[Reader], tuple[Sequence[Path], str | None, Path | None]]:
        """What another process needs to make the same reader; it loads what it reads with by itself."""
        return Reader, (self.folders, self.model, self.corrections)


def _to_lexis(ontology: Ontology) -> Lexis:
    """The verbs of the vocabulary, and its classes of persons and of all that acts."""

    def find_below(*names: str) -> frozenset[Iri]:
        tops = frozenset(to_iri(name) for name in names)
        return tops | {known for known in ontology.classes if any(ontology.is_a(known, top) for top in tops)}

    return Lexis(
        verbs=ontology.verbs | ontology.speech_verbs,
        speech=ontology.speech_verbs,
        persons=find_below("schema:Person", "org:Role"),
        actors=find_below("schema:Person", "schema:Organization", "news:PeopleGroup"),
    )


@dataclass(frozen=True, slots=True, repr=False)
class Build:
    """What was read from one article, and the files that were written of it."""

    reading: Reading
    ontology: Ontology
    files: tuple[Path, ...] = ()

    @property
    def graph(self) -> rdflib.Graph:
        """All that the reading says, as one rdflib graph."""
        return to_graph(self.reading, self.ontology)

    @property
    def network(self) -> Network:
        """Entities and events as a networkx graph, whose edges are facts with their evidence (see ``kg.network``)."""
        from kg.network import to_network

        return to_network(to_quads(self.reading, self.ontology), self.ontology)

    def __repr__(self) -> str:
        """In one line: the ontology alone would fill pages."""
        told = self.reading
        return f"<Build of {told.article.source}: {len(told.entities)} entities, {len(told.events)} events, {len(told.claims)} claims>"

    def _repr_html_(self) -> str:
        """The page, where a notebook shows what was built; made when it is asked for."""
        from kg.view import to_page

        page = to_page(to_quads(self.reading, self.ontology), title=self.reading.article.title, ontology=self.ontology)
        return FRAME.format(title=escape(self.reading.article.title), page=escape(page))


def read(source: Path | str, *, reader: Reader | None = None) -> Reading:
    """Return all that the article in a file says; raises KgError."""
    article = read_article(Path(source))
    return (reader or Reader()).read(article)


def build(
    source: Path | str,
    output: Path | str,
    *,
    formats: Sequence[str] = DEFAULT_FORMATS,
    facts_only: bool = False,
    reader: Reader | None = None,
) -> Build:
    """Read the article in a file and write its graph to the folder ``output``, all formats or none; raises KgError."""
    reader, output = reader or Reader(), Path(output)
    reading = reader.read(read_article(Path(source)), output)
    return write_reading(reading, reader.ontology, output, formats=formats, facts_only=facts_only)


@dataclass(frozen=True, slots=True)
class Builder:
    """Reads one article after the other and writes its files: the work of ``build_all``, in whichever process."""

    reader: Reader
    output: Path
    formats: Sequence[str] = DEFAULT_FORMATS
    facts_only: bool = False

    def prepare(self) -> None:
        """Load the vocabulary and the model; raises OntologyError and ModelError."""
        _ = self.reader.ontology, self.reader.nlp

    def __call__(self, article: Article) -> tuple[Reading, tuple[Path, ...]]:
        """Return what the article says, and the files that were written; raises KgError."""
        reading = self.reader.read(article, self.output)
        built = write_reading(reading, self.reader.ontology, self.output, formats=self.formats, facts_only=self.facts_only)
        return built.reading, built.files


def build_all(
    sources: Iterable[str],
    output: Path | str,
    *,
    formats: Sequence[str] = DEFAULT_FORMATS,
    facts_only: bool = False,
    reader: Reader | None = None,
    jobs: int = 1,
) -> Iterator[Build | KgError]:
    """Build the articles of files, folders, patterns and "-", in their order; what fails comes as its error, and the rest goes on.

    ``jobs`` processes work at once; the files are the same with any number of them. Raises OntologyError and ModelError, with which no
    article could be read.
    """
    reader = reader or Reader()
    work = Builder(reader, Path(output), formats, facts_only)
    with closing(do_all(_refuse_namesakes(read_articles(sources)), work, jobs)) as results:
        for item in results:
            if not isinstance(item, Done):
                yield item
            elif isinstance(item.result, KgError):
                yield item.result
            else:
                reading, files = item.result
                yield Build(reading, reader.ontology, files)


def _refuse_namesakes(articles: Iterable[Article | InputError]) -> Iterator[Article | KgError]:
    """Put an error in the place of an article whose files would replace those of an earlier one."""
    taken: dict[str, str] = {}
    for article in articles:
        if not isinstance(article, Article):
            yield article
            continue
        other = taken.setdefault(to_stem(article), article.source)
        if other != article.source:
            yield InputError(f"{article.source}: its files would replace those of {other}; rename one, or choose another folder with -o")
        else:
            yield article


def write_reading(
    reading: Reading, ontology: Ontology, output: Path, *, formats: Sequence[str] = DEFAULT_FORMATS, facts_only: bool = False
) -> Build:
    """Write a reading in each format below the folder ``output``, named after its article; raises GraphError."""
    quads = to_quads(reading, ontology, facts_only=facts_only)
    place = output / to_stem(reading.article)
    texts = {f"{place.name}.{name}": FORMATS[name](quads) for name in formats if name != PAGE}
    if PAGE in formats:
        from kg.view import to_page

        told = to_quads(reading, ontology) if facts_only else quads
        texts[f"{place.name}.{PAGE}"] = to_page(told, title=reading.article.title, ontology=ontology)
    return Build(reading, ontology, write_all(place.parent, texts))


def to_stem(article: Article) -> str:
    """Return the path below the output folder, without suffix, that an article's files have."""
    return str(Path(article.source).with_suffix(""))


def query(graph: Path | str, sparql: str) -> Result:
    """Return what a query finds in a graph file; raises GraphError, QueryError."""
    return run_query(Path(graph), sparql)


def facts(graph: Path | str) -> tuple[Fact, ...]:
    """Return every fact of a graph file as a sentence with its quote and stance; raises GraphError."""
    return list_facts(Path(graph))


def explain(graph: Path | str, subject: str, object: str | None = None) -> Explanation:  # noqa: A002  (as in a triple)
    """Return what ties two things in a graph file, or all that is told of one; raises GraphError, QueryError."""
    from kg.chains import explain as explain_path

    return explain_path(Path(graph), subject, object)


def export(graph: Path | str, output: Path | str) -> Path:
    """Write a graph file in the format that the suffix of ``output`` names; raises GraphError."""
    from kg.exports import export_graph

    return export_graph(Path(graph), Path(output))
