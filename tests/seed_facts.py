"""What data/articles/microsoft-japan.txt says, line by line, each line as questions that the graph must answer with yes.

A question is the body of a SPARQL ASK over the Turtle that `kg build` writes. `must` facts are stated outright, `good` ones ask for a
little more reading, `never` must not come out. The lines are those of the yardstick, word for word.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.namespaces import PREFIXES

PREFIX_LINES = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the yardstick; all its questions must be answered yes (``asks``) and all its others no (``nots``)."""

    rank: str
    section: str
    text: str
    asks: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rank}: {self.section}: {self.text}"


def to_query(body: str) -> str:
    """The body of an ASK as a whole query."""
    return f"{PREFIX_LINES}ASK {{ {body} }}"


# ---------------------------------------------------------------- pieces of questions


def name(variable: str, *names: str) -> str:
    """``variable`` is labelled or also called by one of these names, exactly."""
    wanted = ", ".join(f'"{each}"' for each in names)
    called = f"{variable}_name"
    return f"{variable} rdfs:label|schema:name|schema:alternateName {called} . FILTER(STR({called}) IN ({wanted})) "


def says(variable: str, *pieces: str) -> str:
    """The words of ``variable``, a label or a literal, hold all these pieces."""
    words = f"{variable}_words"
    holds = " && ".join(f'CONTAINS(LCASE({words}), "{piece}")' for piece in pieces)
    return (
        f"OPTIONAL {{ {variable} rdfs:label|schema:alternateName {variable}_label }} "
        f"BIND(STR(COALESCE({variable}_label, {variable})) AS {words}) FILTER({holds}) "
    )


def exactly(count: int, variable: str, body: str) -> str:
    """There are exactly so many different ``variable`` in ``body``."""
    return f"{{ SELECT (COUNT(DISTINCT {variable}) AS ?number) WHERE {{ {body} }} }} FILTER(?number = {count})"


def words_of(subject: str, path: str, *pieces: str) -> str:
    """Something that ``subject`` has by ``path`` holds these pieces."""
    return f"{subject} {path} ?told . {says('?told', *pieces)}"


PLANNED = "schema:actionStatus schema:PotentialActionStatus"
MICROSOFT = name("?microsoft", "Microsoft")
JAPAN = name("?japan", "Japan") + "?japan a schema:Country . "
USA = name("?usa", "the USA", "USA", "United States", "United States of America")
KISHIDA = name("?kishida", "Fumio Kishida") + "?kishida a schema:Person . "
SMITH = name("?smith", "Brad Smith") + "?smith a schema:Person . "
TSUSAKA = name("?tsusaka", "Miki Tsusaka") + "?tsusaka a schema:Person . "
INVESTMENT = f"?investment a news:Investment ; news:investor ?microsoft . {MICROSOFT}"
TRAINING = f"?training a news:Training ; news:trainer ?microsoft . {MICROSOFT}"
OPENING = f"?opening a news:Opening ; news:opener ?microsoft ; news:site ?lab . {MICROSOFT}"
GRANT = f"?grant a news:Grant ; news:funder ?microsoft . {MICROSOFT}"
CHALLENGE = name("?challenge", "Generative AI Accelerator Challenge")
METI = name("?meti", "Ministry of Economy, Trade and Industry")
ALLIANCE = name("?alliance", "Partnership on Artificial Intelligence Research")
SECRETARIAT = name("?secretariat", "Cabinet Secretariat")
COLLABORATION = f"?collaboration a news:Partnership ; news:partner ?microsoft, ?secretariat . {MICROSOFT} {SECRETARIAT}"
CYBERSECURITY = "?talk schema:about ?topic . " + says("?topic", "cybersecurity")


def post(person: str, role: str, organization: str) -> str:
    """``person`` holds the post ``role`` at ``organization``; both are pieces that bind a variable of their name."""
    return (
        f"?post a org:Membership ; org:member ?{person} ; org:organization ?{organization} ; org:role ?role . "
        f'?role a org:Role ; rdfs:label ?called . FILTER(LCASE(STR(?called)) = "{role}") '
    )


def quoted(person: str, *about: str) -> str:
    """``person`` is quoted about each of ``about``, which are variables bound elsewhere."""
    return "".join(
        f"?{person}_on_{each} a schema:Quotation ; schema:spokenByCharacter ?{person} ; schema:about ?{each} . " for each in about
    )


def focus(node: str, *pieces: str) -> str:
    """``node`` focuses on something that holds these pieces."""
    return f"?{node} news:focus ?topic . {says('?topic', *pieces)}"


# ---------------------------------------------------------------- the yardstick

HEADLINE = "Microsoft to invest $2.9 billion in improving AI and cloud infrastructure in Japan"

ARTICLE = (
    Line(
        "must",
        "article",
        f'headline "{HEADLINE}" (it stands twice; one article)',
        (
            f'?article a schema:NewsArticle ; schema:headline "{HEADLINE}"',
            exactly(1, "?article", "?article a schema:NewsArticle"),
            exactly(1, "?headline", "?article schema:headline ?headline"),
        ),
    ),
    Line(
        "must",
        "article",
        "author Laura Hyde",
        (
            f"?article a schema:NewsArticle ; schema:author ?author . {name('?author', 'Laura Hyde')}",
            exactly(1, "?author", "?article schema:author ?author"),
        ),
    ),
    Line(
        "must",
        "article",
        "publication Technology Record, published by Tudor Rose (an organisation), copyright 2024",
        (
            f"?article a schema:NewsArticle ; schema:isPartOf ?title . ?title a schema:Periodical . {name('?title', 'Technology Record')}",
            f"?article a schema:NewsArticle ; schema:publisher ?house . ?house a schema:Organization . {name('?house', 'Tudor Rose')}",
            '?article a schema:NewsArticle ; schema:copyrightYear ?year . FILTER(STR(?year) = "2024")',
        ),
    ),
)
"""The fourth `must` line, about blocks, is a test of its own: the graph holds no blocks."""

INVESTMENTS = (
    Line(
        "must",
        "investment",
        "one investment (headline, standfirst, caption, body and three quotations speak of the same one), investor Microsoft",
        (
            INVESTMENT,
            exactly(1, "?event", "{ ?event a news:Investment } UNION { ?claim rdf:subject ?event ; rdf:object news:Investment }"),
            exactly(1, "?investor", "?event a news:Investment ; news:investor ?investor"),
            (
                "{ SELECT (COUNT(DISTINCT ?sentence) AS ?tellings) WHERE { ?event a news:Investment . "
                "?claim rdf:subject ?event ; news:attestation/news:sentence ?sentence } } FILTER(?tellings >= 3)"
            ),
        ),
    ),
    Line(
        "must",
        "investment",
        "amount 2.9 billion, currency US dollar, as a number and a code",
        (
            (
                f"{INVESTMENT} ?investment news:amount ?amount . ?amount a schema:MonetaryAmount ; schema:value ?value ; "
                'schema:currency "USD" . '
                "FILTER(?value = 2900000000)"
            ),
            exactly(1, "?amount", "?event a news:Investment ; news:amount ?amount"),
        ),
    ),
    Line("must", "investment", "destination Japan", (f"{INVESTMENT} ?investment news:destination ?japan . {JAPAN}",)),
    Line(
        "must",
        "investment",
        'period two years, "the next two years" (planned)',
        (
            f'{INVESTMENT} ?investment news:period ?period ; {PLANNED} . ?period news:isoDuration ?length . FILTER(STR(?length) = "P2Y")',
            exactly(1, "?period", "?event a news:Investment ; news:period ?period"),
        ),
    ),
    Line(
        "must",
        "investment",
        "purpose cloud computing and artificial intelligence infrastructure",
        (
            f"{INVESTMENT} {words_of('?investment', 'news:purpose', 'cloud computing')}",
            f"{INVESTMENT} {words_of('?investment', 'news:purpose', 'artificial intelligence')}",
            f"{INVESTMENT} {words_of('?investment', 'news:purpose', 'infrastructure')}",
        ),
    ),
    Line(
        "good",
        "investment",
        "the largest single investment Microsoft has made in Japan",
        (f"{INVESTMENT} {words_of('?investment', '?any', 'largest single investment')}",),
    ),
    Line(
        "good",
        "investment",
        "announced during Kishida's state visit to the USA",
        (
            (
                f"{INVESTMENT} ?visit a news:Visit ; news:visitor ?kishida . {KISHIDA} "
                "?announcement a news:Announcement ; news:content|news:announced ?investment ; ?during ?visit"
            ),
        ),
    ),
    Line(
        "good",
        "investment",
        "supports the Japanese government's plan to tackle deflation and stimulate the economy",
        (
            (
                f"{INVESTMENT} ?claim rdf:subject ?investment ; rdf:predicate news:supports ; rdf:object ?plan . "
                f"{says('?plan', 'plan', 'tackle deflation')}"
            ),
        ),
    ),
)

PEOPLE = (
    Line("must", "people", "Fumio Kishida is Prime Minister of Japan", (KISHIDA + JAPAN + post("kishida", "prime minister", "japan"),)),
    Line("must", "people", "Brad Smith is vice chair of Microsoft", (SMITH + MICROSOFT + post("smith", "vice chair", "microsoft"),)),
    Line("must", "people", "Brad Smith is president of Microsoft", (SMITH + MICROSOFT + post("smith", "president", "microsoft"),)),
    Line(
        "must",
        "people",
        "Miki Tsusaka is president of Microsoft Japan",
        (TSUSAKA + name("?unit", "Microsoft Japan") + post("tsusaka", "president", "unit"),),
    ),
    Line(
        "must",
        "people",
        "Fumio Kishida made a state visit to the USA",
        (
            f"?visit a news:Visit ; news:visitor ?kishida ; news:visited ?usa . ?usa a schema:Country . {KISHIDA} {USA}",
            (
                "?visit a news:Visit . ?claim rdf:subject ?visit ; news:attestation ?attestation . "
                "?attestation news:sentence/oa:hasSelector/oa:exact ?quote . FILTER(CONTAINS(?quote, 'state visit'))"
            ),
        ),
    ),
    Line(
        "must",
        "people",
        "Fumio Kishida met Brad Smith",
        (f"?meeting a news:Meeting ; news:participant ?kishida, ?smith . {KISHIDA} {SMITH}",),
    ),
    Line(
        "must",
        "people",
        "Fumio Kishida met Miki Tsusaka",
        (f"?meeting a news:Meeting ; news:participant ?kishida, ?tsusaka . {KISHIDA} {TSUSAKA}",),
    ),
)

PASSAGES = {
    "Fumio Kishida": (
        (
            "As economic activities in the digital space increase, it is important for the Japanese industry as a whole to work with "
            "global companies "
            "like Microsoft that are equipped with a set of digital infrastructure"
        ),
        (
            "Microsoft has made significant contributions to the social implementation of generative AI in Japan through various "
            "initiatives, and we "
            "look forward to further collaboration. We also look forward to deepening our cooperation in the field of cybersecurity"
        ),
    ),
    "Brad Smith": (
        "[This is] Microsoft’s most significant investment in Japan since we set roots here in 1978",
        (
            "These investments in digital infrastructure, AI skills, cybersecurity, and AI research are essential ingredients for Japan "
            "to build a "
            "robust AI economy"
        ),
    ),
    "Miki Tsusaka": (
        "We are honoured to contribute to Japan and its future with our largest investment to date, technology and knowledge",
        (
            "In collaboration with our partners, Microsoft Japan is fully committed to supporting the people and organisations of Japan "
            "to solve social "
            "problems and achieve more"
        ),
    ),
}
"""Who says what, word for word, without the punctuation at the end; compared in a test of its own.

- must: Kishida is quoted, the two passages word for word, as one or two quotations
- must: Smith is quoted, two passages; Tsusaka is quoted, two passages
"""

QUOTATIONS = (
    Line(
        "must",
        "quotations",
        "each quotation names its speaker and, where it does, what it is about (Microsoft, Japan, the investment, cybersecurity)",
        (
            KISHIDA + MICROSOFT + JAPAN + quoted("kishida", "microsoft", "japan"),
            SMITH + MICROSOFT + JAPAN + quoted("smith", "microsoft", "japan"),
            TSUSAKA + JAPAN + quoted("tsusaka", "japan"),
            INVESTMENT + SMITH + quoted("smith", "investment"),
            f"?talk schema:spokenByCharacter ?kishida . {KISHIDA} {CYBERSECURITY}",
            f"?talk schema:spokenByCharacter ?smith . {SMITH} {CYBERSECURITY}",
        ),
        (
            "?quotation a schema:Quotation FILTER NOT EXISTS { ?quotation schema:spokenByCharacter ?speaker }",
            "?quotation a schema:Quotation ; schema:spokenByCharacter ?one, ?other FILTER(?one != ?other)",
            "?quotation schema:spokenByCharacter ?speaker FILTER NOT EXISTS { ?speaker a schema:Person }",
        ),
    ),
    Line(
        "good",
        "quotations",
        'Microsoft in Japan since 1978 (said by Smith; "we" is Microsoft)',
        (
            (
                f"{SMITH} {MICROSOFT} ?dated rdf:subject ?event ; rdf:object ?date ; news:attestation/news:saidBy ?smith . "
                "?date rdfs:label ?year . "
                'FILTER(CONTAINS(?year, "1978")) ?claim rdf:subject ?event ; rdf:object ?microsoft . FILTER(?event != ?microsoft)'
            ),
        ),
    ),
    Line(
        "good",
        "quotations",
        "and its 46-year history of working with Japan",
        (
            (
                f'{MICROSOFT} {JAPAN} ?lasting rdf:subject ?event ; rdf:object/news:isoDuration ?length . FILTER(STR(?length) = "P46Y") '
                "?one rdf:subject ?event ; rdf:object ?microsoft . ?other rdf:subject ?event ; rdf:object ?japan"
            ),
        ),
    ),
)

PROGRAMMES = (
    Line(
        "must",
        "programmes",
        "Generative AI Accelerator Challenge is a programme, led by the Ministry of Economy, Trade and Industry",
        (f"?challenge a news:Programme . ?meti news:leads ?challenge . {CHALLENGE} {METI}",),
    ),
    Line(
        "must",
        "programmes",
        "the Ministry of Economy, Trade and Industry (METI) is a ministry of Japan",
        (f"?meti a schema:GovernmentOrganization ; org:unitOf|org:subOrganizationOf ?japan . {METI} {JAPAN}",),
    ),
    Line(
        "must",
        "programmes",
        "Microsoft supports the Generative AI Accelerator Challenge",
        (f"?microsoft news:supports ?challenge . {MICROSOFT} {CHALLENGE}",),
    ),
    Line(
        "must",
        "programmes",
        "Microsoft trains three million workers, over three years (planned), in AI skills",
        (
            (
                f"{TRAINING} ?training news:trainee ?trainees ; {PLANNED} . ?trainees schema:value ?number ; schema:unitText ?counted . "
                'FILTER(?number = 3000000 && CONTAINS(?counted, "workers"))'
            ),
            f'{TRAINING} ?training news:period/news:isoDuration ?length . FILTER(STR(?length) = "P3Y")',
            f"{TRAINING} {words_of('?training', 'news:subject', 'ai skills')}",
        ),
    ),
    Line(
        "must",
        "programmes",
        "that training focuses on women, developers and students",
        tuple(TRAINING + focus("training", group) for group in ("women", "developers", "students")),
    ),
    Line(
        "must",
        "programmes",
        "Microsoft partners with the United Nations Institute for Training and Research",
        (
            f"?partnership a news:Partnership ; news:partner ?microsoft, ?institute ; {PLANNED} . {MICROSOFT} "
            + name("?institute", "United Nations Institute for Training and Research"),
        ),
    ),
    Line(
        "good",
        "programmes",
        "the Challenge helps startups and established enterprises develop foundation models",
        tuple(
            f"?help a news:Assistance ; news:helper ?challenge ; news:beneficiary ?helped . {CHALLENGE} {says('?helped', piece)} "
            f"{words_of('?help', 'news:purpose', 'foundation models')}"
            for piece in ("startups", "enterprises")
        ),
    ),
    Line(
        "good",
        "programmes",
        "AI-centric programmes in vocational high schools; a programme for startups",
        (
            f"?launch a news:Launch ; news:launcher ?microsoft ; news:launched ?offer . {MICROSOFT} {says('?offer', 'ai-centric')}",
            (
                f"?launch a news:Launch ; news:launcher ?microsoft ; news:launched ?offer . {MICROSOFT} {says('?offer', 'programme')} "
                f"{words_of('?launch', '?any', 'startups')}"
            ),
        ),
    ),
    Line(
        "good",
        "programmes",
        "free content on AI, cybersecurity and digital skills",
        (
            "?claim rdf:object ?content . "
            + says("?content", "free", "content")
            + "?claim news:attestation/news:sentence/oa:hasSelector/oa:exact ?quote . FILTER(CONTAINS(?quote, 'digital skills'))",
        ),
    ),
)

LAB = (
    Line(
        "must",
        "lab",
        "Microsoft opens a Microsoft Research Asia lab (planned), located in Tokyo",
        (
            f"{OPENING} ?opening {PLANNED} . {says('?lab', 'microsoft research asia')}",
            f"{OPENING} {name('?tokyo', 'Tokyo')} {{ ?opening news:place ?tokyo }} UNION {{ ?lab news:locatedIn ?tokyo }}",
        ),
    ),
    Line(
        "must",
        "lab",
        "it focuses on embodied AI and robotics, on societal AI and wellbeing, on scientific discoveries",
        tuple(
            f"{OPENING} {{ ?lab news:focus ?topic }} UNION {{ ?opening news:focus ?topic }} {says('?topic', piece)}"
            for piece in ("embodied ai", "robotics", "societal ai", "wellbeing", "scientific discoveries")
        ),
    ),
    Line(
        "must",
        "lab",
        'the "new research lab in the country" of the standfirst is that lab',
        (
            (
                f"{OPENING} ?claim rdf:subject ?opening ; rdf:object ?lab ; "
                "news:attestation/news:sentence/oa:hasSelector/oa:exact ?quote . "
                "FILTER(CONTAINS(?quote, 'open a new research lab in the country'))"
            ),
            exactly(1, "?lab", "?opening a news:Opening ; news:site ?lab"),
        ),
    ),
    Line(
        "must",
        "lab",
        "Tokyo is in Japan (background knowledge, marked as such)",
        (
            (
                f"{name('?tokyo', 'Tokyo')} {JAPAN} ?fact a news:BackgroundFact ; rdf:subject ?tokyo ; rdf:object ?japan ; "
                "prov:wasDerivedFrom ?source . "
                "FILTER NOT EXISTS { ?fact news:attestation ?attestation }"
            ),
        ),
        (f"{name('?tokyo', 'Tokyo')} {JAPAN} ?claim a news:Claim ; rdf:subject ?tokyo ; rdf:object ?japan",),
    ),
)

UNIVERSITIES = (
    Line(
        "must",
        "universities",
        "one grant by Microsoft of 10 million US dollars in resource grants, over five years (planned), with two recipients",
        (
            (
                f'{GRANT} ?grant {PLANNED} ; news:amount ?amount . ?amount schema:value ?value ; schema:currency "USD" . '
                "FILTER(?value = 10000000)"
            ),
            f'{GRANT} ?grant news:period/news:isoDuration ?length . FILTER(STR(?length) = "P5Y")',
            exactly(1, "?event", "?event a news:Grant"),
            exactly(2, "?recipient", "?event a news:Grant ; news:recipient ?recipient"),
        ),
    ),
    Line(
        "must",
        "universities",
        "recipient The University of Tokyo; recipient the Partnership on Artificial Intelligence Research; never two amounts",
        (
            f"{GRANT} ?grant news:recipient ?tokyo . {name('?tokyo', 'The University of Tokyo', 'University of Tokyo')}",
            f"{GRANT} ?grant news:recipient ?alliance . {ALLIANCE}",
            exactly(1, "?amount", "?event a news:Grant ; news:amount ?amount"),
        ),
    ),
    *(
        Line(
            "must",
            "universities",
            f"{university} is a member of that Partnership",
            (
                (
                    f"{ALLIANCE} {name('?university', university)} "
                    "{ ?alliance org:hasMember ?university } UNION { ?university org:memberOf ?alliance }"
                ),
            ),
        )
        for university in ("Keio University", "Carnegie Mellon University")
    ),
)

GOVERNMENT = (
    Line(
        "must",
        "government",
        "the Cabinet Secretariat of Japan collaborates with Microsoft (planned)",
        (
            f"{COLLABORATION} ?collaboration {PLANNED}",
            f"?secretariat a schema:GovernmentOrganization ; org:unitOf|org:subOrganizationOf ?japan . {SECRETARIAT} {JAPAN}",
        ),
    ),
    Line(
        "must",
        "government",
        "to strengthen cybersecurity resilience",
        (f"{COLLABORATION} {words_of('?collaboration', 'news:purpose', 'strengthen cybersecurity resilience')}",),
    ),
    Line(
        "must",
        "government",
        "the collaboration focuses on information sharing, talent development and technology solutions",
        tuple(
            COLLABORATION + focus("collaboration", topic) for topic in ("information sharing", "talent development", "technology solutions")
        ),
    ),
    Line(
        "must",
        "government",
        '"the government" is the government of Japan',
        (
            f"?government a news:Government ; org:unitOf|org:subOrganizationOf|news:governs ?japan . {JAPAN}",
            exactly(1, "?government", "?government a news:Government"),
        ),
    ),
)

_PRONOUNS = "i we you he she it they me us him her them who which that this these those its their our one another itself themselves"
PRONOUNS = ", ".join(f'"{pronoun}"' for pronoun in _PRONOUNS.split())

ENTITY = "?entity rdfs:label|schema:alternateName ?label . FILTER EXISTS { ?article schema:mentions ?entity } "

NEVER = (
    Line(
        "never",
        "never",
        'AI, "Subscribe" or a position in the photo ("far left") as a place, product, person or role',
        nots=(
            (
                "?entity a ?class ; rdfs:label|schema:alternateName ?label . "
                "VALUES ?class { schema:Place schema:Product schema:Person org:Role } "
                'FILTER(LCASE(?label) IN ("ai", "artificial intelligence", "generative ai")'
                ' || LCASE(?label) IN ("subscribe", "far left", "second left", "far right"))'
            ),
            'FILTER EXISTS { ?entity rdfs:label ?label FILTER(LCASE(?label) IN ("subscribe", "far left", "second left", "far right")) }',
        ),
    ),
    Line(
        "never",
        "never",
        "Tudor Rose as a person; Keio University as a person",
        nots=(
            f"?house a schema:Person . {name('?house', 'Tudor Rose')}",
            f"?university a schema:Person . {name('?university', 'Keio University')}",
        ),
    ),
    Line(
        "never",
        "never",
        "Microsoft, Microsoft Japan and Microsoft Research Asia merged into one",
        asks=(MICROSOFT + name("?unit", "Microsoft Japan"),),
        nots=(
            (
                "?entity rdfs:label|schema:name|schema:alternateName ?one, ?other . FILTER(?one < ?other && "
                '?one IN ("Microsoft", "Microsoft Japan", "Microsoft Research Asia") && '
                '?other IN ("Microsoft", "Microsoft Japan", "Microsoft Research Asia"))'
            ),
        ),
    ),
    Line(
        "never",
        "never",
        "two investments, two labs or two Microsofts for one",
        asks=(
            exactly(1, "?event", "?event a news:Investment"),
            exactly(1, "?event", "?event a news:Opening"),
            exactly(1, "?lab", "?lab a news:ResearchLab"),
            exactly(1, "?microsoft", MICROSOFT),
            exactly(1, "?japan", name("?japan", "Japan")),
        ),
    ),
    Line(
        "never",
        "never",
        "a pronoun as the subject or object of a fact",
        nots=(f"{ENTITY} FILTER(LCASE(STR(?label)) IN ({PRONOUNS}))",),
    ),
    Line(
        "never",
        "never",
        'a relation that the text does not state, a co-occurrence, or a bare "related to"',
        asks=(
            exactly(4, "?post", "?post a org:Membership"),
            exactly(1, "?visit", "?visit a news:Visit"),
            exactly(3, "?partnership", "?partnership a news:Partnership"),  # with the institute, with the Secretariat, and for 46 years
            exactly(1, "?leader", "?leader news:leads ?led"),
            exactly(2, "?member", "?body org:hasMember ?member"),
        ),
        nots=(
            "?subject ?predicate ?object . FILTER(REGEX(STR(?predicate), '(related|cooccur|associated)', 'i'))",
            (
                "?subject ?predicate ?object . FILTER(STRSTARTS(STR(?predicate), STR(news:)) || STRSTARTS(STR(?predicate), STR(org:))) "
                "?subject rdfs:label ?label . ?object rdfs:label ?name . FILTER NOT EXISTS { ?object a rdf:Statement } "
                "FILTER NOT EXISTS { ?claim rdf:subject ?subject ; rdf:predicate ?said ; rdf:object ?object } "
                "FILTER(?predicate NOT IN (news:equivalent))"
            ),
        ),
    ),
    Line(
        "never",
        "never",
        "an amount without its currency, a fact without the words that say it",
        nots=(
            "?amount a schema:MonetaryAmount FILTER NOT EXISTS { ?amount schema:currency ?currency }",
            (
                "?claim a news:Claim FILTER NOT EXISTS "
                "{ ?claim news:attestation/news:sentence/oa:hasSelector/oa:exact ?quote . FILTER(?quote != '') }"
            ),
        ),
    ),
)

LINES = (*ARTICLE, *INVESTMENTS, *PEOPLE, *QUOTATIONS, *PROGRAMMES, *LAB, *UNIVERSITIES, *GOVERNMENT, *NEVER)
