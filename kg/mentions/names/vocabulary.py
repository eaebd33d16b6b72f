"""Tables of English (and of the words by which foreign names begin) that tell names apart by their make and their company."""

from __future__ import annotations

from kg.namespaces import to_iri
from kg.records import Iri
from kg.terms import LEGISLATION, NAMED_EVENT, ORGANIZATION, PEOPLE_GROUP, PERSON, PLACE, PRODUCT, PROGRAMME, SITE, WORK


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _table(rows: dict[str, str]) -> dict[str, Iri]:
    return {word.replace("_", " "): to_iri(name) for name, words in rows.items() for word in words.split()}


CLASS_OF_LABEL: dict[str, Iri] = {
    "PERSON": PERSON,
    "ORG": ORGANIZATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": SITE,
    "NORP": PEOPLE_GROUP,
    "PRODUCT": PRODUCT,
    "EVENT": NAMED_EVENT,
    "WORK_OF_ART": WORK,
    "LAW": LEGISLATION,
}
"""The model's labels that stand for names."""

HONORIFICS = _set(
    "father reverend rev rev. ayatollah mullah det det. insp insp. supt supt. sgt sgt. mr mrs ms miss dr sir dame lord lady prof "
    "mr. mrs. ms. dr. prof. madame monsieur herr "
    "frau señor señora signor don doña"
)
CALENDAR = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december"
)
PARTICLES = _set("de del della dello dell’ di da do dos das du des van von der den ter ten la le el al bin ibn ben abu y e zu zum st ní ap")
LINKS = _set("de del della delle dello dei di da do dos das du des d’ la")
POST_MODIFIERS = _set(
    "chief vice deputy assistant senior former acting interim executive general managing prime foreign first high defence defense finance "
    "financial interior home economy economic health education justice labour labor trade transport energy environment agriculture "
    "development security intelligence culture science technology sports tourism housing immigration migration digital operating "
    "marketing legal policy affairs industry planning information communications social family lord attorney solicitor field rear "
    "lieutenant under co district circuit crown"
)
"""What may stand before a post as part of the title: ranks and portfolios."""
TITLES_IN_NAMES = _set("king prince princess queen pope saint emperor")
"""Titles that a person's name keeps."""
LATIN_TAILS = _set("kc qc mp obe cbe mbe phd jr jr. sr sr.")

TAIL_SITES = _set("church mosque synagogue temple minster monastery prison jail refinery dam bridge palace castle hospital museum")
TAIL_SITES_OF_CITIES = _set("airport station stadium cathedral airbase airfield")
TAIL_PLANTS = _set("factory works plant mine shipyard mill brewery")
TAIL_OTHERS: dict[str, Iri] = {
    "family": PEOPLE_GROUP,
    "project": PROGRAMME,
    "summit": NAMED_EVENT,
    "parliament": to_iri("news:Legislature"),
    "base": SITE,
    "university": to_iri("news:University"),
}

COMPANY_ENDINGS = _set(
    "inc inc. ltd ltd. plc llc corp corp. corporation co co. gmbh ag se sa s.a. spa s.p.a. nv n.v. bv b.v. ab oy oyj asa a/s as kk "
    "holdings limited"
)

HEADS = _table(
    {
        "news:Competition": "league cup championship championships tournament olympics games liga playoffs open masters",
        "news:MediaOrganization": (
            "times post gazette herald tribune zeitung journal news chronicle guardian observer telegraph radio tv television "
            "broadcasting today newspaper newspapers magazine weekly daily news_agency press_agency press"
        ),
        "news:Hospital": "hospital",
        "news:SportsTeam": "united rovers wanderers fc afc hotspur albion cf sc club",
        "news:Company": (
            "group motors airlines airways airline bank partners capital industries technologies energy pharmaceuticals pharma "
            "logistics foods electronics petroleum insurance brewery studios records entertainment ventures solutions software "
            "semiconductor robotics automotive telecom telecommunications minerals management services asset_management sons zn steel "
            "shipping freight cinema pictures mining gas oil water textiles homes hotels chemicals brands biotech "
            "aerospace engineering beverages"
        ),
        "news:PoliticalParty": "party democrats",
        "news:Legislature": "parliament senate knesset duma",
        "news:Court": "court tribunal",
        "news:ResearchOrganization": "centre center institute instituto institut istituto observatory laboratory laboratories",
        "news:Ministry": "ministry department secretariat treasury",
        "news:GovernmentOrganization": "agency authority council commission office bureau inspectorate service",
        "news:PoliceForce": "police constabulary gendarmerie",
        "news:MilitaryForce": "army navy forces brigade brigades corps militia battalion guards",
        "news:Association": "foundation trust union federation association society alliance confederation chamber charity guild",
        "schema:Organization": (
            "committee coalition network movement front organization organisation organisations forum board house_of_representatives "
            "house_of_commons house_of_lords"
        ),
        "news:NamedEvent": (
            "war summit conference festival revolution battle expo fair day games storm hurricane biennale reformation spring holocaust"
        ),
        "news:Award": "prize award awards medal oscar prix",
        "news:Legislation": "act bill treaty convention accord accords protocol directive pact constitution memorandum",
        "news:BodyOfWater": "sea ocean river lake estuary strait canal gulf",
        "schema:Place": "mountains mountain island islands valley desert peninsula bay street avenue square road coast",
        "news:Region": "province county region district territory territories",
        "news:Site": (
            "airport station stadium palace castle tower towers cathedral minster mosque church chapel museum gallery theatre theater "
            "park house hall prison arena bridge hotel factory plant works mine mill refinery memorial quay wharf pier"
        ),
        "news:University": "university college academy school universität",
        "news:Programme": "initiative programme program project scheme goals challenge partnership",
        "schema:CreativeWork": "bible koran quran symphony",
    }
)
"""What the last word of a name, or the last before "of" and "for", says of the thing; the house that keeps the works is not the work."""

FIRST_WORDS = _table(
    {
        "news:Award": "prix premio prémio preis",
        "news:Competition": "taça copa coupe coppa",
        "news:ResearchOrganization": "instituto institut institute istituto",
        "news:Site": "estádio estadio stade stadio schloss gare château castello palazzo musée museo museu teatro théâtre camp fort",
        "news:Company": "banco banca banque crédit air autos",
        "news:NamedEvent": "storm hurricane typhoon cyclone",
        "news:BodyOfWater": "lake río rio",
        "schema:Place": "mount cape",
        "news:University": "universidade université universidad università universität",
        "news:PoliticalParty": "partido parti partito",
        "news:MediaOrganization": "radio diario journal",
        "news:SportsTeam": (
            "fc afc sv vfb vfl tsv fsv rb bsc ssc ogc psv nk hnk fk rcd atlético étoile borussia dynamo dinamo lokomotiv spartak hapoel "
            "maccabi"
        ),
    }
)
"""What the first word of a name says of the thing, as the Romance languages and storms have it."""

NOUNS_BEHIND = _table(
    {
        "news:PoliticalParty": "party",
        "schema:Organization": (
            "group movement militants rebels fighters jihadists sect gang militia guerrillas insurgents cartel charity ngo union"
        ),
        "news:MediaOrganization": "newspaper daily magazine weekly broadcaster tabloid news_agency news_channel television",
        "news:Region": "province district region county prefecture peninsula ward constituency borough",
        "news:Competition": "tournament championship",
        "news:Company": "shares stock bank airline carmaker shareholders customers chain",
        "schema:Product": "app smartphone jet jets drug vaccine engine software",
        "news:NamedEvent": "festival conference",
    }
)
"""The noun that a name stands before and names: "the X party", "the newspaper X"."""

PLACE_NOUNS = _set(
    "city town village capital port suburb resort region province district island valley state neighbourhood neighborhood area"
)
PERSON_POSSESSIONS = _set(
    "wife husband father mother son daughter brother sister parents widow mother-in-law career childhood death birth lawyer lawyers "
    "biography smile hair face body supporters cabinet predecessor successor presidency mentor girlfriend boyfriend friend friends "
    "uncle aunt cousin grandfather grandmother"
)
ORG_POSSESSIONS = _set(
    "employees staff workers workforce factory factories plant board chairman chairwoman chair ceo headquarters customers shareholders "
    "revenue profit profits sales owners owner products bondholders depot offices subsidiary shares members founder founders readers "
    "clients management boss spokesman spokeswoman spokesperson director"
)
KIN = _set("wife husband father mother son daughter brother sister parents widow uncle aunt cousin grandfather grandmother")
STRONG_POSSESSIONS = _set(
    "employee workforce factory plant shareholder headquarters subsidiary share stake takeover customer revenue depot warehouse"
)
OWNED_NOUNS = _set("shares employees shareholders stake takeover acquisition workforce customers subsidiary branch unit")
PERSON_VERBS = _set(
    "born die marry divorce retire resign recall think believe feel smile cry laugh weep graduate study remember write sing act sit "
    "stand walk live love hate know want add explain argue quip joke tweet confess testify plead wed"
)
ORG_VERBS = _set(
    "acquire employ merge manufacture operate publish list broadcast headquarter recruit import export market partner list restructure "
    "supply"
)
ORG_OBJECT_VERBS = _set("acquire found buy own nationalise nationalize privatise privatize restructure operate")
SIZES = ("largest", "biggest", "smallest")
"""What firms and places are among their like, and few people."""
TRADES = _set(
    "farmer grower brewer baker builder printer publisher shipper miner driller trader dealer broker exporter importer supplier maker "
    "manufacturer operator owner developer distributor insurer lender retailer seller carrier landlord bookmaker producer processor "
    "provider contractor distiller refiner packer breeder lessor reinsurer wholesaler grocer hotelier"
)
"""Nouns for people who do a trade, and for firms that do."""
MAKERS = ("make", "sell", "produce", "own", "employ", "supply", "manufacture", "operate")
MOTIONS = _set("come move travel fly return emigrate flee sail drive relocate")
TOWN_NOUNS = _set("builders firm firms club brokers lawyers traders residents suburb office branch newspaper docks harbour streets")
SITE_NOUNS = _set("depot plant factory warehouse mill shipyard refinery mine headquarters campus")
BRIDGES = _set("Without Against Before Beyond Between Behind Under")
"""Prepositions that a name writes with a capital ("Reporters Without Borders")."""
LOCATIVE = _set("in near outside around across throughout inside")
SPORT_WORDS = _set(
    "league match goal goals coach striker midfielder defender goalkeeper winger football soccer season cup team teams club clubs squad "
    "players player tournament championship halftime kick-off penalty referee relegation relegated promotion standings semifinal "
    "quarterfinal semi-final final fixture stadium fans derby win wins draw scored scorer title qualifier matchday transfer rugby "
    "cricket basketball hockey"
)
TEAM_VERBS = _set(
    "beat face host draw lose win play defeat thrash concede trounce crush edge visit relegate sign loan outplay qualify trail lead "
    "entertain"
)
TEAM_NOUNS = _set("win victory defeat draw loss match game tie clash final semifinal semi-final leg contract deal transfer spell move")
TEAM_MEMBERS = _set(
    "midfielder striker coach captain goalkeeper defender winger fans supporters attacker player players forward boss playmaker keeper "
    "skipper side squad teammate teammates"
)
WORK_NOUNS = _set(
    "film movie book novel album song single track title play opera show series documentary comedy thriller poem painting essay article "
    "sequel blockbuster memoir drama hit bestseller musical ballet symphony report study exhibition photograph entitled titled called "
    "feature soundtrack"
)
MEDIA_NOUNS = _set("newspaper daily magazine weekly broadcaster tabloid journal paper channel station agency website")
LANGUAGE_WORDS = _set("language languages speaking speaker speakers translation dialect lessons")
BEFORE_LANGUAGES = _set("in into speak speaks spoke speaking learn learns learning learned fluent taught teach teaches")
PARTY_PLURALS = _set("democrats republicans greens liberals socialists conservatives communists tories")
SPORT_CORE = _set(
    "league striker midfielder defender goalkeeper winger football soccer halftime kick-off referee matchday rugby cricket basketball "
    "hockey semifinal quarterfinal relegation coach"
)
GIVING_VERBS = frozenset({"award", "hand"})
AWARD_VERBS = _set("award hand win receive present get give nominate")
SHARE_NOUNS = _set("shares share stake stakes interest investment invest confidence trust role part believe invested investor investors")
PLACE_PARTS = _set(
    "parts part north south east west outskirts streets coast outside centre center suburbs shores mayor bishop residents inhabitants "
    "city town village port"
)
SURNAME_HEADS = _set(
    "court day hall park church castle lake house street bridge banks bay temple post spring war press times tower towers college park "
    "square road"
)
SAYING = _set("say tell add warn insist claim")
LOWER_ACRONYMS = _set("is who")
