"""Who may import whom: the tables below are the architecture, and these tests keep them true."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kg"

GROUND = {"errors", "namespaces", "records", "terms", "agreement"}
"""What every room may stand on."""

ROOMS: dict[str, set[str]] = {
    # ground
    "errors": set(),
    "agreement": set(),
    "records": set(),
    "namespaces": {"records"},
    "terms": {"namespaces"},
    "resources": GROUND,
    "outputs": GROUND,
    "dates": GROUND,
    "jobs": GROUND,
    # what the text is read with
    "ontology": GROUND | {"resources"},
    "background": GROUND | {"resources"},
    "syntax": GROUND,
    # the text half, front to back: stages never import each other
    "article": GROUND | {"dates"},
    "parse": GROUND,
    "mentions": GROUND | {"ontology", "background", "dates", "syntax"},
    "masks": GROUND | {"ontology", "background"},
    "clauses": GROUND | {"syntax"},
    "frames": GROUND | {"ontology", "syntax"},
    "resolve": GROUND | {"ontology", "background", "syntax"},
    "check": GROUND | {"ontology"},
    "corrections": GROUND | {"ontology", "outputs", "sparql", "telling", "directory", "turtle", "identity"},
    # the graph half: it knows the text half's records, not its rooms
    "turtle": GROUND,
    "rdf": GROUND | {"ontology", "turtle"},
    "store": GROUND | {"ontology", "turtle"},
    "sparql": GROUND | {"turtle", "resources", "store"},
    "telling": GROUND | {"sparql", "turtle", "store"},
    "directory": GROUND | {"sparql"},
    "identity": GROUND | {"sparql", "directory", "store"},
    "chains": GROUND | {"sparql", "telling", "directory", "store"},
    "network": GROUND | {"ontology"},
    "view": GROUND | {"ontology", "network"},
    "exports": GROUND | {"turtle", "sparql", "network", "outputs", "store"},
    # what the user keeps beside the knowledge base
    "own": GROUND | {"background", "sparql"},
    # judges and tellers of readings
    "evaluation": GROUND | {"ontology", "outputs", "resources", "sparql", "turtle"},
    "summary": GROUND | {"ontology"},
    "overview": GROUND | {"ontology", "store", "view", "resources"},
}
"""Room -> the rooms it may import; the ``OVERSEERS`` see them all."""

OVERSEERS = {"pipeline", "storing", "cli", "__main__"}

FRONTIERS: dict[str, set[str]] = {
    "spacy": {"parse", "syntax", "mentions", "masks", "clauses", "resolve"},
    "rdflib": {"ontology", "rdf", "network", "view"},
    "pyshacl": {"ontology"},
    "pyoxigraph": {"ontology", "sparql", "store"},
    "networkx": {"network", "view", "chains", "exports"},
    "pyvis": {"view"},
    "sqlite3": {"background", "own"},
    "yaml": {"evaluation", "corrections"},
}
"""Library -> the rooms that may import it at run time; annotations are free."""

LONGEST_FUNCTION = 60
LONGEST_MODULE = 450
"""Lines of code: neither blank nor comment nor docstring."""


@dataclass(frozen=True)
class Import:
    """One import statement: what it names, and whether it is run, and when the module is loaded."""

    module: str
    names: tuple[str, ...]
    line: int
    at_top: bool
    for_types: bool


def list_modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def to_name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    """The room that a module belongs to: its folder or file directly below kg/; "" for the package root."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def find_imports(path: Path) -> list[Import]:
    return list(_walk(ast.parse(path.read_text(encoding="utf-8")), at_top=True, for_types=False))


def _walk(node: ast.AST, *, at_top: bool, for_types: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(alias.name, (), child.lineno, at_top, for_types)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"line {child.lineno}: a relative import"
            yield Import(child.module or "", tuple(alias.name for alias in child.names), child.lineno, at_top, for_types)
        else:
            is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            is_guard = isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"
            yield from _walk(child, at_top=at_top and not is_function, for_types=for_types or is_guard)


def find_rooms(found: Import) -> set[str]:
    """The rooms of kg that an import names; {""} for the package root."""
    parts = found.module.split(".")
    if parts[0] != "kg":
        return set()
    if len(parts) > 1:
        return {parts[1]}
    return {name if name in ROOMS or name in OVERSEERS else "" for name in found.names} or {""}


@pytest.mark.parametrize("path", list_modules(), ids=to_name)
def test_a_room_imports_only_what_the_table_allows(path: Path) -> None:
    """The stages never import each other; text half and graph half meet in plain records."""
    room = room_of(path)
    if room in OVERSEERS or not room:
        return
    assert room in ROOMS, f"kg/{room} has no line in the table of rooms"
    wrong = [f"line {found.line}: {name}" for found in find_imports(path) for name in find_rooms(found) - ROOMS[room] - {room, ""}]
    assert wrong == []


@pytest.mark.parametrize("path", list_modules(), ids=to_name)
def test_nobody_imports_the_package_root(path: Path) -> None:
    """Except for the version: what stands in kg/__init__.py is for users."""
    wrong = [found.line for found in find_imports(path) if "" in find_rooms(found) and found.names != ("__version__",)]
    assert wrong == []


@pytest.mark.parametrize("path", list_modules(), ids=to_name)
def test_a_library_is_imported_behind_its_frontier(path: Path) -> None:
    """Only the rooms of the table know a library, so that it can be replaced in one place."""
    room = room_of(path)
    wrong = [
        f"line {found.line}: {found.module}"
        for found in find_imports(path)
        if not found.for_types and room not in FRONTIERS.get(found.module.split(".")[0], {room})
    ]
    assert wrong == []


@pytest.mark.parametrize("path", list_modules(), ids=to_name)
def test_a_module_opens_with_a_sentence(path: Path) -> None:
    """The docstring says what goes in and what comes out."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", list_modules(), ids=to_name)
def test_functions_and_modules_stay_small(path: Path) -> None:
    """A room that outgrows a module becomes a folder; a function does one thing."""
    text = path.read_text(encoding="utf-8")
    code = find_code_lines(text)
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    sizes = {node.name: len(code & set(range(node.lineno, (node.end_lineno or 0) + 1))) for node in functions}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}
    assert len(code) <= LONGEST_MODULE


def find_code_lines(text: str) -> set[int]:
    """The numbers of the lines that are neither blank nor comment nor string statement.

    >>> sorted(find_code_lines('"A docstring."' + chr(10) + '# a comment' + chr(10) + 'x = 1'))
    [3]
    """
    lines = {number for number, line in enumerate(text.splitlines(), 1) if line.strip() and not line.lstrip().startswith("#")}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def test_the_rooms_are_those_of_the_table() -> None:
    """Neither a room without a line nor a line without a room."""
    assert {room_of(path) for path in list_modules()} == {*ROOMS, *OVERSEERS, ""}


def test_no_circles() -> None:
    """The table itself is free of circles: a room stands only on rooms that do not stand on it."""

    def stands_on(room: str) -> set[str]:
        return ROOMS[room] | {below for other in ROOMS[room] for below in stands_on(other)}

    assert [room for room in ROOMS if room in stands_on(room)] == []


def find_terms(path: Path) -> set[str]:
    """The prefixed names that a module spells out as IRIs."""
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    named = (call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "to_iri" and call.args)
    return {argument.value for argument in named if isinstance(argument, ast.Constant) and isinstance(argument.value, str)}


def test_a_term_is_spelled_in_one_place() -> None:
    """What several modules know by name stands in kg/terms.py and nowhere else."""
    where: dict[str, list[str]] = {}
    for path in list_modules():
        for term in find_terms(path):
            where.setdefault(term, []).append(to_name(path))
    assert {term: paths for term, paths in where.items() if len(paths) > 1} == {}


def find_loaded(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*sorted(set(sys.modules) - before))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT).stdout.split())


@pytest.mark.parametrize("statement", ["import kg", "import kg.cli", "import kg.cli; kg.cli.make_parser()"])
def test_the_command_line_starts_light(statement: str) -> None:
    """Help and usage errors pay for no stage and no library."""
    loaded = {name for name in find_loaded(statement) if name.partition(".")[0] in {*FRONTIERS, "kg"}}
    assert {name for name in loaded if not name.startswith("kg.cli.")} <= {"kg", "kg.cli", "kg.errors"}


def test_a_build_needs_no_graph_library() -> None:
    """Reading an article and writing its graph files loads neither rdflib nor the drawing libraries."""
    heavy = {"rdflib", "networkx", "pyvis", "pyshacl", "IPython", "pandas"}
    assert {name.partition(".")[0] for name in find_loaded("import kg.pipeline")} & heavy == set()


def test_a_question_to_a_store_loads_no_stage_and_no_writer() -> None:
    """Nor the records that only stages hand on: all of it would take as long as the first answer."""
    loaded = find_loaded("import kg.sparql, kg.store.part, kg.ontology")
    assert loaded & {"kg.records.grammar", "kg.records.reading", "kg.store.keep", "kg.store.derive", "rdflib", "networkx", "numpy"} == set()


def test_a_picture_loads_nothing_that_pyvis_brings_for_a_page_of_its_own() -> None:
    """And takes nothing from others: who imports pyvis afterwards gets all of it, with what it brings."""
    made = "from kg.view.drawing import make_picture; picture = make_picture()"
    assert {name.partition(".")[0] for name in find_loaded(made)} & {"pyvis", "jinja2", "jsonpickle", "yaml", "IPython"} == set()
    asked = find_loaded(
        f"{made}; from pyvis.network import Network; assert not isinstance(picture, Network); own = Network(cdn_resources='in_line'); "
        "own.add_node(1); assert 'vis.Network' in own.generate_html('a.html'); own.to_json()"
    )
    assert {"pyvis", "jinja2", "jsonpickle", "IPython"} <= {name.partition(".")[0] for name in asked}


def test_a_picture_leaves_an_imported_pyvis_as_it_is() -> None:
    """The same modules, before and after."""
    made = "from kg.view.drawing import make_picture; make_picture()"
    kept = "names = [n for n in sys.modules if n.split('.')[0] in ('pyvis', 'jinja2')]; old = {n: sys.modules[n] for n in names}"
    find_loaded(f"import pyvis.network; {kept}; {made}; assert names and all(sys.modules[n] is old[n] for n in names)")
