"""Every code of a refusal is said once, with its status and its meaning."""

import ast

from clockwork.api.codes import CODES
from tests.servers import ROOT

PACKAGE = ROOT / "clockwork"
# The command line shows a refusal's message alone.
OUTSIDE = (PACKAGE / "api" / "codes.py", PACKAGE / "cli")


def nodes():
    for file in PACKAGE.rglob("*.py"):
        if not any(file.is_relative_to(outside) for outside in OUTSIDE):
            yield from ast.walk(ast.parse(file.read_text()))


def classes():
    return {node.name: node for node in nodes() if isinstance(node, ast.ClassDef)}


def parameters(function):
    return [one.arg for one in function.args.args if one.arg != "self"]


def constructor(kind, known):
    """The `__init__` of a class, or of the one it is made from."""
    for node in kind.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            return node
    bases = [known[base.id] for base in kind.bases if getattr(base, "id", "") in known]
    return constructor(bases[0], known) if bases else None


def takers():
    """What takes a code, functions and refusals, by name: the place of that argument."""
    known = classes()
    functions = {node.name: node for node in nodes() if isinstance(node, ast.FunctionDef)}
    made = {name: constructor(kind, known) for name, kind in known.items()}
    listed = {name: parameters(taker) for name, taker in (functions | made).items() if taker}
    return {name: names.index("code") for name, names in listed.items() if "code" in names}


def constants(values):
    return {one.value for one in values if isinstance(one, ast.Constant)}


def own(kind):
    """The code of a refusal that has one of its own, which it hands to its base."""
    for node in ast.walk(kind):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__":
            yield from constants(node.args[:1])


def said():
    """The codes of all refusals: given for a parameter `code`, its default, or an attribute.

    And those of what Flask and the server refuse by themselves, in tables by status.
    """
    place = takers()
    for node in nodes():
        if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
            yield from own(node)
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            yield from constants(node.args[place[name] :][:1] if name in place else ())
        elif isinstance(node, ast.FunctionDef) and parameters(node)[-1:] == ["code"]:
            yield from constants(node.args.defaults[-1:])
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "code":
            yield from {value for value in constants([node.value]) if isinstance(value, str)}
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "REFUSED":
            yield from constants(refusal.elts[0] for refusal in node.value.values)


def test_every_code_that_is_raised_has_its_status_and_meaning():
    found = set(said())

    # Given to a refusal, to a function, by a base, as a default and as an attribute.
    assert found >= {"invalid_time", "project_in_use", "not_found", "unauthenticated"}
    assert found >= {"wrong_code", "invalid_category_name", "overloaded"}
    assert found <= set(CODES)


def test_every_code_of_the_table_is_in_use():
    used = {node.value for node in nodes() if isinstance(node, ast.Constant)}

    assert set(CODES) <= used
