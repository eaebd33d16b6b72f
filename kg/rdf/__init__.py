"""Reading x Ontology -> quads -> rdflib graphs and files: the RDF that comes out, as docs/rdf.md tells.

``tables`` holds, beside each record, the field -> predicate tables; ``quads`` applies them; ``graphs`` speaks rdflib; ``files`` writes.
"""

from kg.rdf.files import FORMATS, write_graph, write_text
from kg.rdf.graphs import read_graph, to_dataset, to_graph
from kg.rdf.quads import to_quads

__all__ = ["FORMATS", "read_graph", "to_dataset", "to_graph", "to_quads", "write_graph", "write_text"]
