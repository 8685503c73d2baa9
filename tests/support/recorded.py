"""Which acts the source code records: read from the code, through every helper to its callers."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import NamedTuple

Maker = ast.FunctionDef | ast.AsyncFunctionDef
_RECORDERS = ("mangnon.audit.actions.record", "mangnon.audit.actions.read")


class Asks(NamedTuple):
    """A function that records what it is called with, between two pieces of text."""

    function: str  # "mangnon.register.actions.changes.note"
    at: int  # which of its parameters
    name: str
    before: str = ""
    after: str = ""


@dataclass
class Module:
    """A module: its tree, what it imports under which name, and its constants."""

    name: str
    tree: ast.Module

    @cached_property
    def imports(self) -> dict[str, str]:
        """What each imported name stands for."""
        return {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }

    @cached_property
    def constants(self) -> dict[str, ast.expr]:
        """What the module sets at its top."""
        return dict(_assigned(self.tree.body))

    def called(self, func: ast.expr) -> str:
        """The whole name of what is called; "" where that is no plain name."""
        if isinstance(func, ast.Name):
            return self.imports.get(func.id, f"{self.name}.{func.id}")
        if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name):
            return f"{self.imports.get(func.value.id, func.value.id)}.{func.attr}"
        return ""


@dataclass
class Recorded:
    """The acts, and what could not be followed: ``file: expression``."""

    acts: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)


def recorded(modules: dict[str, Module]) -> Recorded:
    """Follow every call that ends in an entry."""
    done = Recorded()
    calls = defaultdict(list)
    for module in modules.values():
        for call, within in _calls(module.tree):
            calls[_home(module.called(call.func), modules)].append((module, call, within))
    open_ones = [Asks(name, 1, "act" if name.endswith("record") else "what") for name in _RECORDERS]
    seen = set(open_ones)
    for asks in open_ones:  # grows while it is walked
        if asks.function not in calls:
            done.unknown.add(f"{asks.function}: called by no plain name")
        for module, call, within in calls[asks.function]:
            for found in _values(_argument(call, asks), module, within, modules):
                if isinstance(found, Asks):
                    more = found._replace(
                        before=asks.before + found.before, after=found.after + asks.after
                    )
                    open_ones += [more] if more not in seen else []
                    seen.add(more)
                elif isinstance(found, str):
                    done.acts.add(asks.before + found + asks.after)
                else:
                    done.unknown.add(f"{module.name}: {ast.unparse(found)}")
    return done


def modules_of(paths: list[Path], root: Path) -> dict[str, Module]:
    """Read modules by their whole names."""
    found = {}
    for path in paths:
        parts = ("mangnon", *path.relative_to(root).with_suffix("").parts)
        name = ".".join(parts).removesuffix(".__init__")
        found[name] = Module(name, ast.parse(path.read_text(encoding="utf-8")))
    return found


def _calls(
    node: ast.AST, within: tuple[Maker, ...] = ()
) -> Iterator[tuple[ast.Call, tuple[Maker, ...]]]:
    """Yield every call with the functions around it, the innermost last."""
    for child in ast.iter_child_nodes(node):
        inside = (*within, child) if isinstance(child, Maker) else within
        if isinstance(child, ast.Call):
            yield child, within
        yield from _calls(child, inside)


def _home(function: str, modules: dict[str, Module]) -> str:
    """Return where a function stands that is imported by way of its package."""
    package, _, name = function.rpartition(".")
    held = modules.get(package)
    further = held.imports.get(name) if held is not None else None
    return function if further is None else _home(further, modules)


def _argument(call: ast.Call, asks: Asks) -> ast.expr:
    named = {one.arg: one.value for one in call.keywords}
    return named.get(asks.name) or call.args[asks.at]


def _values(
    node: ast.expr, module: Module, within: tuple[Maker, ...], modules: dict[str, Module]
) -> list[str | Asks | ast.expr]:
    """What an expression may be: texts, what a caller hands in, or the expression itself."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        either = (node.body, node.orelse)
        return [one for half in either for one in _values(half, module, within, modules)]
    if isinstance(node, ast.FormattedValue):
        return _values(node.value, module, within, modules)
    if isinstance(node, ast.JoinedStr):
        parts = [_values(part, module, within, modules) for part in node.values]
        return [_joined(some, node) for some in product(*parts)]
    if isinstance(node, ast.Name) and within:
        handed = _handed(node.id, module, within[-1])
        if handed is not None:
            return [handed]
        local = [value for name, value in _assigned(within[-1].body) if name == node.id]
        if local:
            return [one for value in local for one in _values(value, module, within, modules)]
    return _constant(node, module, modules)


def _constant(
    node: ast.expr, module: Module, modules: dict[str, Module]
) -> list[str | Asks | ast.expr]:
    """Look a name up at the top of its module, here or where it is imported from."""
    home, _, name = module.called(node).rpartition(".")
    home, _, name = _home(f"{home}.{name}", modules).rpartition(".")
    held = modules.get(home)
    if held is None or name not in held.constants:
        return [node]
    return _values(held.constants[name], held, (), modules)


def _handed(name: str, module: Module, function: Maker) -> Asks | None:
    """A parameter: then the function records whatever its callers hand in."""
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    names += [one.arg for one in function.args.kwonlyargs]
    if name not in names:
        return None
    return Asks(f"{module.name}.{function.name}", names.index(name), name)


def _joined(some: tuple[str | Asks | ast.expr, ...], whole: ast.expr) -> str | Asks | ast.expr:
    """Put the parts of an f-string together; one of them at most may be a caller's."""
    open_ones = [at for at, part in enumerate(some) if isinstance(part, Asks)]
    if len(open_ones) > 1 or any(isinstance(part, ast.expr) for part in some):
        return whole
    if not open_ones:
        return "".join(map(str, some))
    at = open_ones[0]
    asks = some[at]
    assert isinstance(asks, Asks)
    before, after = "".join(map(str, some[:at])), "".join(map(str, some[at + 1 :]))
    return asks._replace(before=before + asks.before, after=asks.after + after)


def _assigned(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """Yield each plain name that is set there, pairs of a tuple too, with what it is set to."""
    for node in (inner for statement in body for inner in ast.walk(statement)):
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        elif isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        else:
            continue
        for target in targets:
            if isinstance(target, ast.Name):
                yield target.id, value
            elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = zip(target.elts, value.elts, strict=True)
                yield from ((one.id, two) for one, two in pairs if isinstance(one, ast.Name))
