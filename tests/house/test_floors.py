"""The house: imports go down only, pages are thin, SQL files are one named object each, the repository is clean."""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = (
    (
        "terms",
        "rules",
        "writing",
        "errors",
        "findings",
        "findings_of_forms",
        "findings_of_recaps",
        "findings_of_follow_up",
        "findings_of_boundaries",
    ),
    ("store", "queries", "reference", "checks", "registry", "recount", "closing", "boundaries"),
    ("intake", "uploads", "settings", "counting"),
    (
        "scoring",
        "precision",
        "compare",
        "sampling",
        "quality",
        "demo",
        "forms",
        "effect",
        "publication",
        "follow_up",
        "voices",
    ),
    ("results", "warming"),
    ("reports", "story"),
    ("cli", "__main__", "__init__"),
)
LEVEL = {name: level for level, names in enumerate(FLOORS) for name in names}


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(ROOT / "skm_core").parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Dotted names a module imports at run time, in full."""
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", sources("skm_core"), ids=lambda path: str(path.relative_to(ROOT)))
def test_core_imports_go_down_only(path: Path) -> None:
    here = LEVEL[room(path)]
    for name in imports(path):
        assert not name.startswith(("streamlit", "skm_ui", "pages")), f"{name}: the core knows no screen"
        if name.startswith("skm_core."):
            target = name.split(".")[1]
            assert LEVEL[target] <= here or room(path) == target, f"{path.name} (floor {here}) imports {name} above it"


def test_pages_are_thin() -> None:
    for path in sources("pages"):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 100, f"{path.name} is too long: logic belongs below"
        assert not re.search(r"\b(SELECT|INSERT|duckdb|pandas)\b", text), f"{path.name} touches data itself"
        first = ast.get_docstring(ast.parse(text))
        assert first and "?" in first.splitlines()[0], f"{path.name}: the docstring is the page's question"


def test_pages_call_the_guard_first() -> None:
    for path in sources("pages"):
        calls = [
            node.value
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        ]
        assert calls and ast.unparse(calls[0].func).endswith("guard"), f"{path.name} must call guard() first"


@pytest.mark.parametrize("path", sorted((ROOT / "skm_core/sql").rglob("*.sql")), ids=lambda path: path.name)
def test_sql_file_is_one_named_object_with_its_grain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"-- one row( per |: )", text), f"{path.name}: the first line states the grain"
    created = re.findall(r"CREATE (?:OR REPLACE )?(?:TABLE|VIEW) (\w+)", text)
    if path.parent.name in ("tables", "views"):
        assert created == [path.stem]
    elif path.parent.name != "migrations":
        assert not created
    body = re.sub(r"--.*", "", text)
    assert not re.search(r"\bround\s*\(", body, re.IGNORECASE), "SQL never rounds"


def test_sql_is_never_built_from_values() -> None:
    for path in sources("skm_core"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and re.match(
                r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", ast.unparse(node)[2:]
            ):
                pytest.fail(f"{path.name}: SQL in an f-string")


def test_only_the_rules_round() -> None:
    for path in [*sources("skm_core"), *sources("skm_ui"), *sources("pages")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "round":
                pytest.fail(f"{path.name}: round() outside rules.round_half_up")


def test_a_percentage_is_written_one_way() -> None:
    """95%, not 95 % (PUEBI puts no space before the sign): on screens, in documents and in what is said of them."""
    apart = re.compile(r"""[0-9}](?: |\xa0|\\N\{NO-BREAK SPACE\})%(?=[\s.,;:)"'<]|$)""", re.MULTILINE)
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for folder in ("skm_core", "skm_ui", "pages")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".typ", ".html", ".js")
        for match in apart.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_modules_are_small_and_named() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for folder in ("skm_core", "skm_ui", "pages", "tools", "bench", "tests/house")
        for path in sources(folder)
    }
    assert statistics.median(n for path, n in lengths.items() if path.is_relative_to(ROOT / "skm_core")) < 120
    long = {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > 250}
    long.pop("skm_core/findings.py", None)  # one table of sentences
    assert not long
    assert not [path for path in lengths if path.stem in ("utils", "helpers", "common", "base")]


def test_the_repository_speaks_of_the_product_only() -> None:
    here = Path(__file__)
    for path in ROOT.rglob("*"):
        if (
            not path.is_file()
            or path == here
            or path.suffix not in (".py", ".sql", ".md", ".toml", ".csv", ".txt", ".yml", "")
        ):
            continue
        if {".venv", ".git", ".hypothesis", "__pycache__", ".ruff_cache", ".mypy_cache"} & set(
            path.relative_to(ROOT).parts
        ):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not re.search(r"(?<![\w.])/(work|root|home)/", text), f"{path.name} names a path of a machine"


def test_enter_stores_nothing() -> None:
    """A form that stores does so by its button alone: Enter in a field would store what was not looked at."""
    for path in (*sources("pages"), *sources("skm_ui")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "st.form(" in line:
                assert "enter_to_submit=False" in line, f"{path.name}: {line.strip()}"
