"""The reader knows no name: an article about others says of them what the article says."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus import list_articles
from metamorphic import NOTHING, compare, read_both, to_lines
from renaming import (
    BACKGROUND,
    COUNTRIES,
    INVENTED,
    REGIONS,
    SETTLEMENTS,
    TOPICS_IN_PLURAL,
    WITH_ARTICLE,
    Country,
    Named,
    invent,
    rename_article,
    to_renaming,
    vary_amount,
)

from kg.namespaces import to_iri
from kg.records import Article, Claim, Entity, Event, Iri, Literal, Reading, Span, Stance, Value, ValueNode

FLOOR = 0.98
"""The share of claims that must have their counterpart, over all articles, in every turn."""
TURNS = (0, 1)
"""Renamings to compare with: names that the reader happens to take well prove little."""


# ---------------------------------------------------------------- the articles


@pytest.mark.parametrize("turn", TURNS)
def test_the_claims_agree_up_to_the_renaming(turn: int, tmp_path: Path) -> None:
    """Of all roles and relations of both readings at least 98% have their counterpart."""
    agreements = {article.stem: read_both(article, tmp_path, turn) for article in list_articles()}
    whole = sum(agreements.values(), NOTHING)
    told = [line for name, agreement in agreements.items() for line in (f"{name}: {agreement.f1:.3f}", *to_lines(agreement))]
    assert whole.common.total() > 0
    assert whole.f1 >= FLOOR, "\n".join(told)


@pytest.mark.parametrize("article", list_articles(), ids=lambda path: path.stem)
def test_every_article_is_renamed(article: Path) -> None:
    """No full name of the original is left, and the text keeps its lines."""
    renaming = rename_article(article)
    kept = {name for name, other in renaming.names.items() if name == other}
    left = {name for name in renaming.names if " " in name and name in renaming.renamed} - kept
    assert left == set()
    assert renaming.renamed.count("\n") == renaming.text.count("\n")


# ---------------------------------------------------------------- renaming


def rename(text: str, *named: Named) -> str:
    return to_renaming(text, invent(named, text)).renamed


def test_short_forms_and_possessives_follow_the_full_name() -> None:
    """Each word of a name is renamed once."""
    text = "Ada Thistlewood spoke. Thistlewood’s firm, Thistlewood & Grebe, agreed."
    renamed = rename(text, Named(("Ada Thistlewood", "Thistlewood"), "Person"), Named(("Thistlewood & Grebe",), "Company"))
    given, surname = renamed.split()[:2]
    assert renamed.startswith(f"{given} {surname} spoke. {surname}’s firm, {surname} & ")
    assert "Thistlewood" not in renamed
    assert "Ada" not in renamed


def test_class_words_stay() -> None:
    """A university stays one, and a ministry of something else."""
    renamed = rename("Grebe University met the Ministry of Finance.", Named(("Grebe University",), "University"))
    assert renamed.split()[1:3] == ["University", "met"]
    other = rename("The Ministry of Finance met.", Named(("Ministry of Finance",), "GovernmentOrganization"))
    assert other.startswith("The Ministry of ")
    assert "Finance" not in other


def test_acronyms_are_rebuilt_from_the_new_initials() -> None:
    """The acronym of the new name stands for it; a name that is an acronym gets other letters."""
    text = "The Grebe Dunlin Institute (GDI) met FINMA."
    renamed = rename(text, Named(("Grebe Dunlin Institute", "GDI"), "ResearchOrganization"), Named(("FINMA",), "GovernmentOrganization"))
    words = renamed.split()
    assert words[4] == f"({words[1][0]}{words[2][0]}I)"
    assert words[-1] == "LOTSE."


def test_numbers_and_class_words_of_any_language_stay() -> None:
    """ "One" parts a site from the next, "Oyj" says company; both are of the type, not of the name."""
    text = "Kuulo Oyj runs Grebe One. The Grebe 2 is new."
    renamed = rename(text, Named(("Kuulo Oyj",), "Company"), Named(("Grebe One",), "Site"), Named(("Grebe 2",), "Product"))
    words = renamed.split()
    assert (words[1], words[4], words[7]) == ("Oyj", "One.", "2")
    assert words[3] == words[6]
    assert {"Kuulo", "Grebe"}.isdisjoint(words)


def test_what_is_named_after_a_place_follows_it() -> None:
    """The airport of a city that was renamed is that of its new name, a region's government that of another region."""
    text = "Police met her at Bristol airport. She came from Bristol, and the Flemish government knew."
    named = (Named(("Bristol",), "City"), Named(("Bristol airport",), "Site"), Named(("Flemish government",), "GovernmentOrganization"))
    renamed = rename(text, *named)
    city = renamed.split()[4]
    assert f"{city} airport. She came from {city}, and the Bavarian government knew." in renamed


def test_topics_in_the_plural_become_topics_in_the_plural() -> None:
    """A school of sciences does not become one of nothing known."""
    renamed = rename("The School of Marine Sciences met.", Named(("School of Marine Sciences",), "School"))
    assert renamed.startswith("The School of Marine ")
    assert renamed.split()[4] in TOPICS_IN_PLURAL


@pytest.mark.parametrize(
    ("text", "name", "other", "renamed"),
    [
        ("It is an Italian firm.", "Italian", "Brazilian", "It is a Brazilian firm."),
        ("A Danish firm met a friend.", "Danish", "Austrian", "An Austrian firm met a friend."),
        ("A Danish firm and an island.", "Danish", "European", "A European firm and an island."),
    ],
)
def test_articles_follow_the_sound_of_the_new_name(text: str, name: str, other: str, renamed: str) -> None:
    """ "A" and "an" change where the sound behind them does, and nowhere else."""
    assert to_renaming(text, {name: other}).renamed == renamed


def test_every_turn_renames_otherwise() -> None:
    """The same names become others, of the same make."""
    text, named = (
        "Ada Thistlewood met Grebe University.",
        (Named(("Ada Thistlewood",), "Person"), Named(("Grebe University",), "University")),
    )
    turns = [to_renaming(text, invent(named, text, turn)).renamed for turn in range(3)]
    assert len(set(turns)) == 3
    assert all(turn.endswith(" University.") for turn in turns)


@pytest.mark.parametrize("place", [*COUNTRIES, *WITH_ARTICLE, *REGIONS], ids=lambda place: place.name)
def test_places_to_rename_to_are_known_by_their_names(place: Country) -> None:
    """The first that the background knowledge has of a name is the place that is meant."""
    best = BACKGROUND.find_places(place.name)[0]
    assert best.kind in {"country", "region"}
    assert BACKGROUND.find_country_of_demonym(place.demonym) == best
    assert [BACKGROUND.find_places(city)[0].country_iri for city in place.cities] == [best.iri] * len(place.cities)


def test_invented_names_are_nobodys() -> None:
    """No invented name is a given name, a known place or a noun."""
    known = [
        name
        for name in (*INVENTED, *SETTLEMENTS)
        if BACKGROUND.find_gender(name) or BACKGROUND.find_places(name) or BACKGROUND.find_noun_classes(name.lower())
    ]
    assert known == []


def test_places_become_places_of_the_same_kind() -> None:
    """A country becomes a country with its demonym, its city one of that country; an unknown city stays unknown."""
    text = "The Japanese minister left Osaka for Wexmouth, far from Japan."
    renamed = rename(text, Named(("Japan",), "Country"), Named(("Osaka",), "City"), Named(("Wexmouth",), "City"))
    assert renamed == "The Polish minister left Warsaw for Harwick, far from Poland."


@pytest.mark.parametrize(
    ("text", "renamed"),
    [
        ("It paid $2.9 billion over two years.", "It paid $3.2 billion over three years."),
        ("It employs 5,200 people and 90 clerks.", "It employs 6,533 people and 13 clerks."),
        ("Shares fell 3.1 per cent on 30 September 2024.", "Shares fell 4.4 per cent on 30 September 2024."),
        ("On 8 March 2025 it was 1978 again.", "On 8 March 2025 it was 1978 again."),
        ("They won 3-1 in 2023.", "They won 3-1 in 2023."),
        ("SFr18.4bn and TL9.1 billion", "SFr21.7bn and TL1.4 billion"),
        ("the eight-year-old", "the eight-year-old"),
    ],
)
def test_amounts_change_and_dates_stay(text: str, renamed: str) -> None:
    """As many digits, the same unit; days, years and scores are no amounts."""
    assert rename(text) == renamed


def test_one_stays_one() -> None:
    """A single thing does not become several, since its noun would not."""
    assert vary_amount("1") == "1"


def test_words_of_a_span_are_those_of_the_renamed_text() -> None:
    """A span that cuts a renamed word takes the whole of it."""
    renaming = to_renaming("London-based Grebe", {"London": "Oslo", "Grebe": "Talvera"})
    assert renaming.renamed == "Oslo-based Talvera"
    assert renaming.words_at(Span(0, 12)) == "Oslo-based"
    assert renaming.words_at(Span(3, 12)) == "Oslo-based"
    assert renaming.words_at(Span(13, 18)) == "Talvera"


# ---------------------------------------------------------------- comparing


def make_reading(text: str, buyer: str, amount: str, purpose: str = "to grow") -> Reading:
    """A reading of one acquisition."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    event, who, money = Iri("http://x/event"), Iri("http://x/who"), Iri("http://x/money")
    value = Value(to_iri("schema:MonetaryAmount"), "1", to_iri("xsd:decimal"), amount)
    objects = (("news:buyer", who), ("news:amount", money), ("news:purpose", Literal(purpose)), ("rdf:type", to_iri("news:Acquisition")))
    return Reading(
        Article(Iri("http://x/"), "x.txt", "", text, "", ()),
        "model",
        "hash",
        entities=(Entity(who, "canonical label", to_iri("news:Company"), mentions=(span(buyer),)),),
        events=(Event(event, "deal", to_iri("news:Acquisition"), Stance.ASSERTED),),
        values=(ValueNode(money, value, span(amount)),),
        claims=tuple(Claim(Iri(f"http://x/{name}"), event, to_iri(name), target) for name, target in objects),
    )


def test_readings_that_differ_in_names_only_agree() -> None:
    """Entities and values are compared by their words, clauses by their renamed words; types are not compared."""
    text = "Grebe paid $5 million to help Grebe."
    renaming = to_renaming(text, {"Grebe": "Talvera"})
    ours, theirs = (
        make_reading(text, "Grebe", "$5 million", "to help Grebe"),
        make_reading(renaming.renamed, "Talvera", "$6 million", "to help Talvera"),
    )
    agreement = compare(ours, theirs, renaming)
    assert (agreement.f1, agreement.common.total()) == (1.0, 3)


def test_a_claim_that_one_reading_lacks_lowers_the_agreement() -> None:
    """Two of three claims agree, one differs on either side."""
    text = "Grebe and Dunlin paid $5 million."
    agreement = compare(make_reading(text, "Grebe", "$5 million"), make_reading(text, "Dunlin", "$5 million"), to_renaming("", {}))
    assert agreement.f1 < 1
    renaming = to_renaming(text, {})
    agreement = compare(make_reading(text, "Grebe", "$5"), make_reading(renaming.renamed, "Dunlin", "$6"), renaming)
    assert round(agreement.f1, 3) == 0.667
    assert to_lines(agreement) == ["  - news:Acquisition — news:buyer — grebe", "  + news:Acquisition — news:buyer — dunlin"]
