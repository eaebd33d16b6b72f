"""The terms of the vocabularies that several modules know by name, each a single constant.

A class is told by its noun, a property by what it leads to, a datatype by ``XSD_``. A term that one module alone knows stands there.
"""

from kg.namespaces import to_iri

# What RDF says of anything.
TYPE = to_iri("rdf:type")
LABEL = to_iri("rdfs:label")
SAME_AS = to_iri("owl:sameAs")
PAGE = to_iri("schema:sameAs")
SUBJECT = to_iri("rdf:subject")
PREDICATE = to_iri("rdf:predicate")
OBJECT = to_iri("rdf:object")

# Who and what.
THING = to_iri("schema:Thing")
PERSON = to_iri("schema:Person")
PEOPLE_GROUP = to_iri("news:PeopleGroup")
AGENT = to_iri("news:Agent")
ORGANIZATION = to_iri("schema:Organization")
COMPANY = to_iri("news:Company")
COMPETITION = to_iri("news:Competition")
COURT = to_iri("news:Court")
GOVERNMENT = to_iri("news:Government")
AUTHORITY = to_iri("news:GovernmentOrganization")
MINISTRY = to_iri("news:Ministry")
MEDIA = to_iri("news:MediaOrganization")
PARTY = to_iri("news:PoliticalParty")
TEAM = to_iri("news:SportsTeam")
PLACE = to_iri("schema:Place")
COUNTRY = to_iri("news:Country")
REGION = to_iri("news:Region")
CITY = to_iri("news:City")
SITE = to_iri("news:Site")
PRODUCT = to_iri("schema:Product")
WORK = to_iri("schema:CreativeWork")
AWARD = to_iri("news:Award")
PROGRAMME = to_iri("news:Programme")
LEGISLATION = to_iri("news:Legislation")
CONCEPT = to_iri("skos:Concept")
NAMED_EVENT = to_iri("news:NamedEvent")

# What happens, and who holds which post.
EVENT = to_iri("news:Event")
POST = to_iri("org:Role")
MEMBERSHIP = to_iri("org:Membership")
MEMBER = to_iri("org:member")
ROLE = to_iri("org:role")
HELD_AT = to_iri("org:organization")
NEW_POST, NEW_EMPLOYER, APPOINTER = to_iri("news:post"), to_iri("news:organization"), to_iri("news:appointer")
UNIT_OF = to_iri("org:unitOf")

# Groups of words.
FORMER, AUDIENCE = to_iri("lex:Former"), to_iri("lex:Audience")

# How much, how long and when.
MONEY = to_iri("schema:MonetaryAmount")
PERCENTAGE = to_iri("news:Percentage")
QUANTITY = to_iri("schema:QuantitativeValue")
DURATION = to_iri("time:Duration")
INSTANT = to_iri("time:Instant")
SCORE = to_iri("news:Score")
AGE = to_iri("news:Age")

# What is said and by which words.
CLAUSE = to_iri("lex:Clause")
WORDS = to_iri("lex:Words")
ANCHOR = to_iri("lex:anchor")
DESCRIPTION = to_iri("schema:description")
COMMUNICATION = to_iri("schema:CommunicateAction")
DOING = to_iri("news:Doing")
STATEMENT, ENDEAVOUR = to_iri("news:Statement"), to_iri("news:Endeavour")
HAPPENING, WORDING = to_iri("news:Happening"), to_iri("news:wording")
ACTOR, CONCERNED, COUNTERPART = to_iri("news:actor"), to_iri("news:concerned"), to_iri("news:counterpart")
CAUSATION = to_iri("news:Causation")
DECISION = to_iri("news:Decision")
CHARACTERISATION = to_iri("news:Characterisation")
GENERAL = (DOING, STATEMENT, ENDEAVOUR, CAUSATION, HAPPENING, CHARACTERISATION)
YIELDING = (DOING, ENDEAVOUR, CAUSATION)
SPEAKER, CONTENT = to_iri("news:speaker"), to_iri("news:content")
REPORTED = to_iri("lex:reported")
NEWS_ARTICLE = to_iri("schema:NewsArticle")
MENTIONS = to_iri("schema:mentions")
CLAIM_CLASS = to_iri("news:Claim")
BACKGROUND_FACT = to_iri("news:BackgroundFact")
ATTESTATION = to_iri("news:attestation")
SENTENCE = to_iri("news:sentence")
SELECTOR = to_iri("oa:hasSelector")
EXACT = to_iri("oa:exact")
DERIVED_FROM = to_iri("prov:wasDerivedFrom")
USED = to_iri("prov:used")

# Datatypes.
XSD_STRING = to_iri("xsd:string")
XSD_INTEGER = to_iri("xsd:integer")
XSD_DECIMAL = to_iri("xsd:decimal")
XSD_BOOLEAN = to_iri("xsd:boolean")
XSD_DURATION = to_iri("xsd:duration")
XSD_DATE = to_iri("xsd:date")
XSD_MONTH = to_iri("xsd:gYearMonth")
XSD_YEAR = to_iri("xsd:gYear")

VALUE_CLASSES = frozenset({MONEY, PERCENTAGE, QUANTITY, DURATION, INSTANT, SCORE, AGE})
"""The classes of what is told inside its event."""
