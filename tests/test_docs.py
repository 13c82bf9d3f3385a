"""The documents say what is: commands, settings, words and rule codes are held against the code."""

from __future__ import annotations

import ast
import dataclasses
import re
from pathlib import Path

import pytest

from gradus import vocabulary
from gradus.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which does not exist"


def test_the_tree_of_the_readme_is_the_tree_on_disk() -> None:
    named = set(re.findall(r"^(\w+)/ ", (ROOT / "README.md").read_text("utf-8"), re.M))
    on_disk = {
        p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith(".") and p.name not in {"build", "dist", "__pycache__"}
    }
    assert named == on_disk


def test_every_word_of_the_vocabulary_has_its_line() -> None:
    page = (ROOT / "docs/vocabulary.md").read_text("utf-8")
    tree = ast.parse(Path(vocabulary.__file__).read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            assert f"| `{node.name}` |" in page, f"docs/vocabulary.md has no line for {node.name}"


def test_every_setting_has_its_line_in_the_settings_page() -> None:
    page = (ROOT / "docs/settings.md").read_text("utf-8")
    for field in dataclasses.fields(Settings):
        assert f"GRADUS_{field.name.upper()}" in page, f"docs/settings.md does not explain {field.name}"


def test_every_command_has_its_heading_in_the_terminal_page() -> None:
    import typer.main

    from gradus.cli.main import app

    page = (ROOT / "docs/cli.md").read_text("utf-8")
    for name in typer.main.get_command(app).commands:  # type: ignore[attr-defined]
        assert re.search(rf"^\| `gradus {name}[ `]", page, re.M), f"docs/cli.md does not explain gradus {name}"


def test_every_code_of_the_linter_is_a_heading_for_authors() -> None:
    page = (ROOT / "docs/author.md").read_text("utf-8")
    sources = [*(ROOT / "gradus/content").rglob("*.py"), *(ROOT / "gradus/kinds").glob("*.py")]
    pattern = re.compile(r"""(?:Finding\(\s*|CODE = )"([a-z][a-z0-9-]+)\"""")
    codes = {c for p in sources for c in pattern.findall(p.read_text("utf-8"))}
    assert codes, "no rule code was found: did Finding change its shape?"
    for code in sorted(codes):
        assert f"### {code}" in page, f"docs/author.md has no heading for {code}"


def test_the_make_targets_that_the_readme_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"make (\w+)", (ROOT / "README.md").read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text("utf-8"))):
        assert re.search(rf"^{target}:", makefile, re.M), f"make {target} does not exist"


def test_every_field_of_the_export_is_explained() -> None:
    from pydantic import BaseModel

    from gradus import export

    page = (ROOT / "docs/record.md").read_text("utf-8")
    models = [m for m in vars(export).values() if isinstance(m, type) and issubclass(m, BaseModel) and m.__name__.startswith("Export")]
    assert len(models) >= 4
    for model in models:
        for field in model.model_fields:
            assert f"`{field}`" in page, f"docs/record.md does not explain {model.__name__}.{field}"
