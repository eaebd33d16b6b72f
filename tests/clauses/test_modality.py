"""Stance: how grammar alone holds a clause to be true."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, read, says


@pytest.mark.parametrize(
    "row",
    [
        ("Arctis bought the yard in 2011.", says("buy", "asserted")),
        ("Arctis has bought the yard.", says("buy", "asserted")),
        ("Arctis is buying the yard.", says("buy", "asserted")),
        ("Arctis had bought the yard before the war.", says("buy", "asserted")),
        ("Arctis will buy the yard.", says("buy", "planned")),
        ("Arctis is going to buy the yard.", says("buy", "planned")),
        ("Arctis is to buy the yard.", says("buy", "planned")),
        ("Arctis to buy Danish yard", says("buy", "planned", subj="Arctis")),
        ("Arctis may buy the yard.", says("buy", "possible")),
        ("Arctis could have bought the yard.", says("buy", "possible")),
        ("Arctis would have bought the yard if the bank had agreed.", says("buy", "possible"), says("agree", "possible")),
        ("Arctis will buy the yard, hire a manager and be run from Oslo.", says("hire", "planned"), says("run", "planned")),
        ("Arctis will close the yard when it sells the docks.", says("sell", "planned")),
        ("Arctis closed the yard when it sold the docks.", says("sell", "asserted")),
        ("The drug, which goes on sale in India next week, costs $3.", says("go", "planned"), says("cost", "asserted")),
        ("The chairman is leaving tomorrow.", says("leave", "planned")),
        ("Arctis will sell the docks, creating 40 jobs.", says("create", "planned")),
    ],
)
def test_time(row: Row) -> None:
    """Past and present are asserted, the future is planned, and modal verbs make possible; coordinated verbs share."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("Arctis said it would buy the yard.", says("buy", "planned")),
        ("Arctis said it would buy the yard if the price fell.", says("buy", "possible"), says("fall", "possible")),
        ("Buying the yard would create 40 jobs.", says("create", "possible")),
        ("Arctis said on Monday it would sell a dock and that it would hire 300 people.", says("hire", "planned"), says("sell", "planned")),
        ("Arctis said it might buy the yard.", says("buy", "possible")),
        ("Arctis said it bought the yard.", says("buy", "asserted")),
    ],
)
def test_reported_future(row: Row) -> None:
    """ "would" under a verb of saying is the future of then; with a condition, or by itself, a possibility."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("Arctis did not buy the yard.", says("buy", "denied")),
        ("Arctis never paid the fine.", says("pay", "denied")),
        ("Arctis no longer owns the yard.", says("own", "denied")),
        ("Nobody bought the yard.", says("buy", "denied")),
        ("No bank backed the plan.", says("back", "denied")),
        ("Neither Arctis nor Boreas bought the yard.", says("buy", "denied", subj=["Arctis", "Boreas"])),
        ("Arctis left without paying the fine.", says("pay", "denied"), says("leave", "asserted")),
        ("Rather than close the yard, Arctis sold it.", says("close", "denied"), says("sell", "asserted")),
        ("Arctis bought the yard but did not pay for it.", says("buy", "asserted"), says("pay", "denied")),
        ("Arctis will not buy or lease the yard.", says("buy", "denied"), says("lease", "denied")),
        ("Arctis has not yet sold the yard.", says("sell", "denied")),
        ("The firm made no profit.", says("make", "denied"), says("profit", "denied")),
        ("He drove without a licence.", says("licence", "denied"), says("drive", "asserted")),
        ("Arctis has no plans to sell the yard.", says("sell", "denied")),
        ("The winner was not Arctis.", says("winner", "denied")),
    ],
)
def test_denied(row: Row) -> None:
    """Negation denies its own clause, whatever word it stands on, and not the next one."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("Arctis bought not the yard but the docks.", says("buy", "asserted", obj="the docks")),
        ("Not only did Arctis buy the yard, it also closed it.", says("buy", "asserted"), says("close", "asserted")),
        ("The yard was sold not for profit but for safety.", says("sell", "asserted")),
        ("A few banks backed the plan.", says("back", "asserted")),
        ("The yard did not close until May.", says("close", "asserted", subj="The yard")),
        ("The mill will not open until 2031.", says("open", "planned", subj="The mill")),
        ("The fire that killed no one destroyed the mill.", says("destroy", "asserted"), says("kill", "denied")),
        ("The purchase of the yard was not a success.", says("purchase", "asserted"), says("success", "denied")),
        ("Guests paid no more than $50.", says("pay", "asserted")),
        ("The chairman of Arctis, Ann Smith, is expected to become minister.", says("chairman", "asserted"), says("minister", "asserted")),
        ("The purchase of the yard will be its largest.", says("purchase", "planned")),
    ],
)
def test_not_denied(row: Row) -> None:
    """ "not X but Y", "not only" and a negation in another clause leave the clause as it is."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("If Arctis buys the yard, Boreas will sue.", says("buy", "possible"), says("sue", "planned")),
        ("Unless the bank agrees, Arctis will leave.", says("agree", "possible")),
        ("Had the state not rescued the bank, savers would have lost millions.", says("rescue", "possible"), says("lose", "possible")),
        ("It is unclear whether Arctis bought the yard.", says("buy", "possible")),
        ("Did Arctis buy the yard?", says("buy", "possible")),
        ("Who bought the yard?", says("buy", "possible")),
        ("The police say he may not have paid the fine.", says("pay", "possible")),
        ("Hardly any bank backed the plan.", says("back", "possible")),
        ("The firm hardly paid any tax.", says("pay", "possible")),
        ("Few banks backed the plan.", says("back", "possible")),
        ("There is no evidence that Arctis bought the yard.", says("buy", "possible")),
        ("Sell the yard now, the chairman said.", says("sell", "possible")),
        ("The deal will go ahead provided that the regulator agrees.", says("agree", "possible")),
        ("The bank backed it on condition that Arctis repay the loan.", says("repay", "possible"), says("back", "asserted")),
        ("The judge suggested that the firm pay a fine.", says("pay", "possible")),
    ],
)
def test_open(row: Row) -> None:
    """Conditions, questions, orders, "hardly" and "few" leave it open."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    ("text", "lemma", "governors"),
    [
        ("Arctis plans to buy the yard.", "buy", [("plan", "verb", "inf")]),
        ("Arctis denied that it planned to buy the yard.", "buy", [("plan", "verb", "inf"), ("deny", "verb", "that")]),
        ("Arctis did not rule out that it would buy the yard.", "buy", [("rule", "verb", "that")]),
        ("Arctis failed to pay.", "pay", [("fail", "verb", "inf")]),
        ("The line is likely to open.", "open", [("likely", "adj", "inf")]),
        ("The claim that Arctis bought the yard is false.", "buy", [("claim", "noun", "that"), ("be", "verb", "subj")]),
        ("Arctis plans to close the yard after Boreas sells the docks.", "sell", []),
        ("Arctis said it had closed the yard after Boreas sold the docks.", "sell", [("say", "verb", "that")]),
        ("Arctis denied the report, saying that it had paid.", "pay", [("say", "verb", "that"), ("deny", "verb", "conj")]),
        ('"We bought it," he said, "and sold it."', "sell", [("buy", "verb", "conj"), ("say", "verb", "that")]),
        ("Arctis, which plans to buy the yard, fired its chairman.", "fire", []),
        ("Arctis is in talks to buy the yard.", "buy", [("talk", "noun", "inf"), ("be", "verb", "in")]),
        ("Ann Smith is the favourite to lead Arctis.", "lead", [("favourite", "noun", "inf"), ("be", "verb", "pred")]),
        ("Ann Smith was the first woman to lead Arctis.", "lead", []),
        ("Arctis wants the minister to resign.", "resign", [("want", "verb", "other inf")]),
        ("Arctis wants to sell the yard.", "sell", [("want", "verb", "inf")]),
    ],
)
def test_governors(text: str, lemma: str, governors: list[tuple[str, str, str]]) -> None:
    """The words above a clause that may set its stance come nearest first; a plan does not govern when something else happened."""
    _, predications = read(text)
    found = next(predication for predication in predications if predication.lemma == lemma)
    assert [(governor.lemma, governor.pos, governor.slot) for governor in found.governors] == governors
