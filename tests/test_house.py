"""How the source is kept: small functions, few decisions in each, one meaning a class name, reasons for exemptions."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "send_extract"

MOST_LINES = 40
"""Of a function: what a screen shows at a glance."""
MOST_DECISIONS = 8
"""Of a function, `and`, `or`, conditional expressions and comprehensions counted."""
MOST_SHARE = 0.075
"""Of functions that may have more: walks and weighings that would be harder to follow in parts."""
MOST_EXEMPTIONS = 30

BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def read_source() -> dict[str, str]:
    """The source, but for what is generated from the schemas."""
    paths = (path for path in SOURCE.rglob("*.py") if path != SOURCE / "models" / "models.py")
    return {path.relative_to(SOURCE).as_posix(): path.read_text("utf-8") for path in paths}


def walk_source() -> Iterator[tuple[str, ast.AST]]:
    for name, text in read_source().items():
        yield from ((name, node) for node in ast.walk(ast.parse(text)))


@cache
def list_functions() -> dict[str, Function]:
    return {
        f"{name}:{node.lineno} {node.name}": node
        for name, node in walk_source()
        if isinstance(node, Function)
    }


def count_decisions(function: Function) -> int:
    """McCabe's count, with what decides inside an expression; functions inside count apart."""
    count, inside = 1, list(ast.iter_child_nodes(function))
    while inside:
        node = inside.pop()
        if not isinstance(node, Function | ast.ClassDef):
            count += count_own(node)
            inside += ast.iter_child_nodes(node)
    return count


def count_own(node: ast.AST) -> int:
    match node:
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.Match():
            return len(node.cases)
        case _:
            return isinstance(node, BRANCHES)


def find_exemptions() -> list[str]:
    lines = (line for text in read_source().values() for line in text.splitlines())
    return [line.strip() for line in lines if re.search(r"#\s*(?:noqa|type:\s*ignore)", line)]


def test_decisions_are_counted_wherever_they_stand() -> None:
    text = "if a and b or a:\n  return [x if x else b for x in a if x]\n return (lambda: a or b)()"
    (function,) = ast.parse(f"def f(a, b):\n {text}").body
    assert isinstance(function, ast.FunctionDef)
    assert count_decisions(function) == 1 + 1 + 2 + 2 + 1 + 1


def test_few_functions_decide_much() -> None:
    functions = list_functions()
    heavy = [name for name, function in functions.items() if count_decisions(function) > MOST_DECISIONS]
    assert len(heavy) <= MOST_SHARE * len(functions), heavy


def test_no_function_is_longer_than_a_screen() -> None:
    long = {name: (node.end_lineno or 0) - node.lineno + 1 for name, node in list_functions().items()}
    assert not [name for name, lines in long.items() if lines > MOST_LINES]


def test_a_class_name_has_one_meaning() -> None:
    names = Counter(node.name for _, node in walk_source() if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


def test_exemptions_are_few_and_each_has_a_reason() -> None:
    exemptions = find_exemptions()
    assert len(exemptions) <= MOST_EXEMPTIONS
    assert [line for line in exemptions if not re.search(r"(?:noqa|ignore)[^#]*?(?:\s-|\s#)\s\S", line)] == []


def test_only_public_parts_of_python_are_used() -> None:
    private = re.compile(r"\b_sre\b|\bre\._\w|\bsys\._\w|\bmarshal\b")
    assert [name for name, text in read_source().items() if private.search(text)] == []
