"""The house keeps its shape: small rooms, imports one way, no cycles, no drawers for odds and ends."""

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "tawthiq"
MODULES = sorted(ROOT.rglob("*.py"))
# each part may import from those before it, and from itself
ORDER = [
    "version", "errors", "cache", "records", "identity", "fold", "words", "inflect", "clitics", "rules", "knowledge",
    "lexicon", "capture", "page", "text", "mentions", "statements", "events", "pipeline", "reading", "lint",
    "examples", "evaluate", "ledger", "compare", "export", "batch", "adding", "terminal", "comparisons", "listing",
    "printing", "desk", "cli", "__main__",
]  # fmt: skip


def part_of(module: str) -> str:
    """The part of the house that a dotted module name belongs to."""
    return module.split(".")[1] if "." in module else "version"


def imports_of(path: Path) -> set[str]:
    """Dotted names of the project's modules that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tawthiq"):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found.update(names if node.module == "tawthiq" else [node.module])
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names if alias.name.startswith("tawthiq"))
    return found


def functions() -> list[tuple[str, int]]:
    """Every function of the package with its length in lines."""
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                found.append((f"{path.relative_to(ROOT)}:{node.name}", node.end_lineno - node.lineno + 1))
    return found


def dotted(path: Path) -> str:
    parts = ["tawthiq", *path.relative_to(ROOT).with_suffix("").parts]
    return ".".join(part for part in parts if part != "__init__")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_holds_300_lines_at_most(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_functions_are_short() -> None:
    lengths = sorted(length for _, length in functions())
    assert statistics.median(lengths) <= 6
    assert lengths[int(len(lengths) * 0.9)] <= 25
    assert [item for item in functions() if item[1] > 40] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    here = part_of(dotted(path))
    if path == ROOT / "__init__.py":
        return
    for name in imports_of(path):
        assert ORDER.index(part_of(name)) <= ORDER.index(here), f"{dotted(path)} imports {name}"


def test_there_are_no_import_cycles() -> None:
    graph = {dotted(path): imports_of(path) for path in MODULES if path != ROOT / "__init__.py"}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name in done:
            return
        for inner in graph.get(name, ()):
            visit(inner, (*above, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_no_drawer_for_odds_and_ends() -> None:
    assert [path.name for path in MODULES if path.stem in ("utils", "util", "helpers", "misc", "common")] == []
