"""The web page itself, from gradus/webdist; every address that is no file and no API belongs to the page."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.exceptions import HTTPException

BUILT = Path(__file__).resolve().parent.parent / "webdist"
NOT_BUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gradus</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}code{background:#8882;padding:.1em .4em}</style></head>
<body><h1>Gradus is running</h1>
<p>Its web page is not built in this checkout. Build it with one command, in the folder of Gradus:</p>
<p><code>make start</code></p>
<p>The terminal works without it: <code>gradus next</code>.</p></body></html>
"""


def router(built: Path = BUILT) -> APIRouter:
    """Serve one built page."""
    routes = APIRouter()
    root = built.resolve()

    @routes.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404)
        file = (root / path).resolve()
        if path and file.is_relative_to(root) and file.is_file():
            forever = path.startswith("assets/")  # their names carry a hash
            return FileResponse(file, headers={"cache-control": "public, max-age=31536000, immutable" if forever else "no-cache"})
        if path.startswith("assets/"):
            raise HTTPException(404)
        index = root / "index.html"
        if not index.is_file():
            return HTMLResponse(NOT_BUILT, 503)
        return FileResponse(index, media_type="text/html", headers={"cache-control": "no-cache"})

    return routes
