"""ontology/*.ttl -> Ontology: classes, properties, roles and senses, compiled once and cached by content hash.

``record`` holds what the stages see, ``read`` the Turtle as it stands, ``compile`` the rules of inheritance and order, ``cache`` the
compiled form on disk, ``check`` conflicts and shapes, ``describe`` the page that ``kg ontology`` prints.
"""

from kg.ontology.check import check_ontology
from kg.ontology.describe import describe_ontology
from kg.ontology.load import load_ontology
from kg.ontology.record import ClassInfo, Ontology, PropertyInfo, Role, Sense

__all__ = [
    "ClassInfo",
    "Ontology",
    "PropertyInfo",
    "Role",
    "Sense",
    "check_ontology",
    "describe_ontology",
    "load_ontology",
]
