"""One stylesheet for every page: the files of the design system, put together.

The files stay apart on disk, one per component. Browsers get them as one, under a
name that changes with the content, so that they never ask for it twice.
"""

import gzip
import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse

HERE = Path(__file__).parent / "static" / "ui" / "styles"
ORDER = "@layer reset, tokens, base, components, pages;\n"
LAYERS = ("reset", "tokens", "base", "components")


def text() -> str:
    """The whole stylesheet; read anew in DEBUG so that a change shows at once."""
    return _put_together() if settings.DEBUG else _text()


def path() -> str:
    return reverse("ui:stylesheet", args=[_digest(text())])


@cache
def compressed(css: str) -> bytes:
    return gzip.compress(css.encode(), mtime=0)


@cache
def _text() -> str:
    return _put_together()


@cache
def _digest(css: str) -> str:
    return hashlib.sha256(css.encode()).hexdigest()[:12]


def _put_together() -> str:
    static = settings.STATIC_URL
    layers = (
        f"@layer {layer} {{\n{file.read_text()}\n}}\n"
        for layer in LAYERS
        for file in sorted((HERE / layer).glob("*.css"))
    )
    faces = (HERE / "fonts.css").read_text().replace("../fonts/", f"{static}ui/fonts/")
    return ORDER + faces + "".join(layers)
