"""The build hook: the pages in web/ are built into gradus/webdist, and the curriculum travels in the wheel.

With GRADUS_UI=skip nothing is built; the server then says so at its address.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SKIPPED = {"node_modules", "__pycache__", "test-results"}
BUILD_ONLY = {"e2e"}  # parts of web/ that say nothing about the built pages


def stamp(web: Path) -> str:
    """A hash over everything that the built pages are made from."""
    out = hashlib.sha256()
    for file in sorted(p for p in web.rglob("*") if p.is_file()):
        parts = file.relative_to(web).parts
        if SKIPPED & set(parts) or parts[0] in BUILD_ONLY or file.name.endswith((".test.ts", ".md", ".py")):
            continue
        out.update("/".join(parts).encode() + b"\0" + file.read_bytes() + b"\0")
    return out.hexdigest()


class PagesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the pages when they are not those of web/ as it stands."""

    PLUGIN_NAME = "custom"

    @property
    def web(self) -> Path:
        """The sources of the pages."""
        return Path(self.root) / "web"

    @property
    def built(self) -> Path:
        """Where the server takes them from."""
        return Path(self.root) / "gradus" / "webdist"

    def wanted(self) -> bool:
        """Whether there is something to build."""
        if os.environ.get("GRADUS_UI") == "skip" or not self.web.is_dir():
            return False
        mark = self.built / ".stamp"
        return not mark.is_file() or mark.read_text("utf-8") != stamp(self.web)

    def run(self) -> ModuleType:
        """web/run.py, which knows how to find Node and npm."""
        spec = importlib.util.spec_from_file_location("gradus_web_run", self.web / "run.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def dependencies(self) -> list[str]:
        """A Node from PyPI, only where it is needed and there is none."""
        if not self.wanted():
            return []
        run = self.run()
        return [] if run.on_path() else [run.WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before files are collected."""
        if self.wanted():
            run = self.run()
            command = run.npm() or run.fetch()
            run.packages(command, all_=False)
            run.call(command, "run", "--silent", "build")
            (self.built / ".stamp").write_text(stamp(self.web), "utf-8")
        # A checkout is used as it stands; a wheel carries the curriculum beside the code.
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"][str(Path(self.root) / "curriculum")] = "gradus/curriculum"
            build_data["force_include"][str(Path(self.root) / "constraints-project.txt")] = "gradus/constraints-project.txt"


def get_build_hook() -> type[PagesHook]:
    """What hatchling asks for."""
    return PagesHook
