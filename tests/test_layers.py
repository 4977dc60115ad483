"""Imports go one way (docs/design.md): which package may use which, read from the import statements."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

ALLOWED = {
    "checks": set(),
    "verify.read": set(),
    "verify.intake": set(),
    "verify.registry": {"verify.intake"},
    "verify.compare": {"checks", "verify.intake", "verify.read", "verify.registry", "verify.store"},
    "verify.store": {"checks", "verify.registry", "verify.archive"},
    "verify.archive": {"checks", "verify.intake", "verify.report", "verify.store"},
    "verify.report": {"checks", "verify.read"},
}
"""By package: those that it may use. Single modules stand above (verify.run) or beneath them (verify.model)."""


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package.replace(".", "/")).rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    """The full names that a module imports, inside functions and for typing alone as well."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def package_of(name: str) -> str | None:
    return next((package for package in ALLOWED if f"{name}.".startswith(f"{package}.")), None)


def used(package: str) -> dict[str, set[str]]:
    """The packages that a package uses, each with the modules that do."""
    found = dict[str, set[str]]()
    for module in modules(package):
        for name in imported(module):
            other = package_of(name)
            if other and other != package:
                found.setdefault(other, set()).add(module.name)
    return found


@pytest.mark.parametrize("package", ALLOWED)
def test_a_package_uses_what_stands_before_it(package: str) -> None:
    assert modules(package)
    backward = {other: names for other, names in used(package).items() if other not in ALLOWED[package]}
    assert not backward


@pytest.mark.parametrize("package", ALLOWED)
def test_nothing_is_allowed_that_is_not_used(package: str) -> None:
    assert ALLOWED[package] <= set(used(package))


def test_single_modules_that_checks_use_stand_beneath_every_package() -> None:
    known, todo = set[Path](), modules("checks")
    while todo:
        names = [name for name in imported(todo.pop()) if name.startswith("verify.")]
        assert not [name for name in names if package_of(name)]
        found = {ROOT / "verify" / f"{name.split('.')[1]}.py" for name in names}
        new = {module for module in found - known if module.is_file()}
        known |= new
        todo += new
    assert {"across.py", "model.py"} <= {module.name for module in known}
