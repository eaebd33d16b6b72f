"""The gate: scores stay above their pins, claims are those accepted, and no pin was lowered in silence."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from corpus import ARTICLES, ROOT, list_articles, read_once

from kg.errors import EvaluationError
from kg.evaluation.claims import to_claim_lines
from kg.evaluation.gold import find_gold
from kg.evaluation.pins import Pins, find_drops, find_shortfalls, from_json, is_told, raise_floors, to_digest, to_json
from kg.evaluation.report import Evaluation
from kg.evaluation.run import evaluate
from kg.evaluation.score import KINDS, ArticleScore, Counts
from kg.namespaces import to_iri
from kg.ontology import load_ontology
from kg.records import Article, Attestation, Claim, Entity, Event, Iri, Literal, Reading, Span, Stance

PINS = ROOT / "tests/quality.json"
CLAIMS = ROOT / "tests/claims"


# ---------------------------------------------------------------- the gate


@pytest.fixture(scope="session")
def evaluation() -> Evaluation:
    """All open articles with gold, read and scored."""
    return evaluate([ARTICLES], read_once, load_ontology())


def test_no_score_is_below_its_pin(evaluation: Evaluation) -> None:
    """What was reached once is reached still."""
    assert find_shortfalls(from_json(PINS.read_text(encoding="utf-8")), evaluation) == ()


def test_the_pins_belong_to_this_gold() -> None:
    """A change of articles or gold is followed by `make claims-accept`."""
    assert from_json(PINS.read_text(encoding="utf-8")).digest == to_digest(find_gold([ARTICLES]))


@pytest.mark.parametrize("article", list_articles(), ids=lambda path: path.stem)
def test_the_claims_are_those_accepted(article: Path) -> None:
    """A change of what is read is looked at (`make claims`) and accepted (`make claims-accept`)."""
    golden = (CLAIMS / f"{article.stem}.txt").read_text(encoding="utf-8").splitlines()
    assert list(to_claim_lines(read_once(article))) == golden


def test_no_pin_is_lowered_in_silence() -> None:
    """Every floor that a commit on record, or the working tree, lowers is told in the CHANGELOG."""
    changelog = ROOT / "CHANGELOG.md"
    told = changelog.read_text(encoding="utf-8") if changelog.is_file() else ""
    history = [*read_history(PINS), from_json(PINS.read_text(encoding="utf-8"))]
    assert [drop for drop in find_drops(history) if not is_told(drop, told)] == []


def read_history(path: Path) -> list[Pins]:
    """The pins in the commits that changed them, oldest first: as far back as the clone goes, none without git."""
    name = path.relative_to(ROOT).as_posix()
    commits = run_git("log", "--format=%H", "--", name).split()
    return [from_json(text) for commit in reversed(commits) if (text := run_git("show", f"{commit}:{name}"))]


def run_git(*arguments: str) -> str:
    """What git prints, empty when it fails or is not there."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""


# ---------------------------------------------------------------- its parts


def test_claims_are_told_in_plain_lines() -> None:
    """Types and claims, sorted, with the stances in which they are attested; literals stand in quotation marks."""
    article, acme, deal = Iri("http://x/"), Iri("http://x/acme"), Iri("http://x/deal")
    event = Event(deal, "Acme buys", to_iri("news:Acquisition"), Stance.PLANNED)
    claims = (
        Claim(Iri("http://x/1"), deal, to_iri("news:buyer"), acme),
        Claim(Iri("http://x/2"), deal, to_iri("news:purpose"), Literal("to grow", language="en")),
    )
    attested = [
        Attestation(claims[0].iri, article, stance, Span(0, 1), Span(0, 1), None, None, "rule", 1.0)
        for stance in (Stance.PLANNED, Stance.ASSERTED)
    ]
    reading = Reading(
        Article(article, "x.txt", "", "", "", ()),
        "model",
        "hash",
        entities=(Entity(acme, "Acme", to_iri("news:Company")),),
        events=(event,),
        claims=claims,
        attestations=tuple(attested),
    )
    assert to_claim_lines(reading) == (
        "Acme buys — a — news:Acquisition [planned]",
        "Acme buys — news:buyer — Acme [asserted, planned]",
        "Acme buys — news:purpose — “to grow” []",
        "Acme — a — news:Company",
    )


def make_evaluation(hits: int, misses: int) -> Evaluation:
    """An evaluation with these counts for every kind."""
    return Evaluation((ArticleScore("x", dict.fromkeys(KINDS, Counts(hits, 0, misses))),))


def test_a_score_below_its_floor_is_told() -> None:
    """The sentence says the kind, the score and the floor; kinds that no evaluation scores are left alone."""
    pins = Pins({"facts": 0.9, "roles": 0.5, "good lines": 5})
    assert find_shortfalls(pins, make_evaluation(1, 1)) == ("facts: 0.666 is below the floor of 0.9",)


def test_accepting_raises_floors_and_lowers_none() -> None:
    """A floor above the score stays where it is, and the digest is the new one."""
    raised = raise_floors(Pins({"facts": 0.9, "roles": 0.5, "good lines": 5}, {}, "old"), make_evaluation(1, 1), "new")
    assert (raised.floors["facts"], raised.floors["roles"], raised.floors["good lines"]) == (0.9, 0.666, 5)
    assert raised.digest == "new"
    assert raised.counts["facts"] == {"hits": 1, "false alarms": 0, "misses": 1}


def test_pins_survive_their_file() -> None:
    """Written and read back they are the same; another file is refused."""
    pins = Pins({"facts": 0.5}, {"facts": {"hits": 1}}, "digest")
    assert from_json(to_json(pins)) == pins
    with pytest.raises(EvaluationError, match="not a file of pinned scores"):
        from_json("[]")


def test_a_floor_that_was_lowered_long_ago_must_still_be_told() -> None:
    """A later rise does not undo the drop."""
    history = [Pins({"facts": 0.9}), Pins({"facts": 0.7}), Pins({"facts": 0.95})]
    assert find_drops(history) == (("facts", 0.7),)
    assert not is_told(("facts", 0.7), "- Facts are better.")


def test_the_digest_follows_gold_and_text(tmp_path: Path) -> None:
    """A changed letter in either changes the digest; the order of the paths does not."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
        (tmp_path / f"{name}.gold.yaml").write_text("", encoding="utf-8")
    gold = find_gold([tmp_path])
    before = to_digest(gold)
    assert to_digest(reversed(gold)) == before
    (tmp_path / "a.txt").write_text("A", encoding="utf-8")
    assert to_digest(gold) != before
