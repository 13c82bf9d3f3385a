"""The wheel carries the pages and the curriculum, and serves both without Node and without the checkout."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from gradus.kinds.project_files import LEFT_OUT

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 2_000_000  # bytes without the curriculum


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `pip install` builds it; the pages are built anew only when web/ has changed since the installation."""
    return Path(next(iter(WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]))))


@pytest.fixture(scope="module")
def address(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that runs from the unpacked wheel, with nothing on its PATH."""
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GRADUS_")}
    server = subprocess.Popen(
        [sys.executable, "-m", "gradus.cli.main", "--home", str(home), "up", "--port", str(port), "--no-browser"],
        cwd=folder, env={**kept, "PYTHONPATH": str(folder), "PATH": "/nowhere"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if server.poll() is not None:
                pytest.fail(f"the server ended: {server.stdout.read() if server.stdout else ''}")
            try:
                urllib.request.urlopen(f"{url}/api/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield url
    finally:
        server.terminate()
        server.wait(30)
        if server.stdout:
            server.stdout.close()


def fetch(url: str) -> tuple[bytes, str]:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read(), answer.headers["content-type"]


def test_the_wheel_holds_the_pages_once_and_nothing_of_how_they_are_made(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert len(names) == len(set(names))
    assert {"gradus/webdist/index.html", "gradus/webdist/theme.js", "gradus/curriculum/roadmap.yaml"} <= set(names)
    assert sum(n.endswith(".woff2") for n in names) >= 20
    assert not [n for n in names if "node_modules" in n or n.startswith("web/") or n.endswith((".woff", ".ttf", ".map"))]


def test_the_hidden_files_of_a_project_travel_too(wheel: Path) -> None:
    projects = ROOT / "curriculum" / "projects"
    kept = {f.relative_to(ROOT).as_posix() for f in projects.rglob("*") if f.is_file() and "reference" in f.parts and "/." in f.as_posix()}
    hidden = {f for f in kept if not LEFT_OUT & set(f.split("/"))}
    assert {f.rpartition("reference/")[2] for f in hidden} >= {".dvc/config", ".dvcignore", ".github/workflows/ci.yml", ".gitignore"}
    assert {f"gradus/{f}" for f in hidden} <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_is_at_most_two_megabytes_without_the_curriculum(wheel: Path) -> None:
    size = sum(i.compress_size for i in zipfile.ZipFile(wheel).infolist() if not i.filename.startswith("gradus/curriculum/"))
    assert size <= LARGEST


def test_a_server_from_the_wheel_answers_with_the_page_its_scripts_and_its_fonts(address: str) -> None:
    page = fetch(f"{address}/")[0].decode()
    links = re.findall(r'(?:src|href)="(/[^"]+)"', page)
    assert any(link.endswith(".js") for link in links)
    assert any(link.endswith(".css") for link in links)
    for link in links:
        body, kind = fetch(address + link)
        assert body
        assert "html" not in kind, f"{link} is answered with a page"
        if link.endswith(".css"):
            for font in re.findall(r"url\(([^)]+\.woff2)\)", body.decode()):
                assert fetch(address + font.strip("'\""))[0][:4] == b"wOF2"


def test_the_page_names_no_inline_script_and_no_other_origin(address: str) -> None:
    page = fetch(f"{address}/")[0].decode()
    assert not re.findall(r"<script(?![^>]*\bsrc=)", page)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)


def test_a_server_from_the_wheel_has_the_whole_roadmap(address: str) -> None:
    roadmap = json.loads(fetch(f"{address}/api/roadmap")[0])
    assert roadmap["totals"]["steps"] == 391
    assert len(roadmap["tracks"]) == 19
