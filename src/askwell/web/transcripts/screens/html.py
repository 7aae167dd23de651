"""The report as one file that needs nothing else: to be kept, printed, passed on."""

import base64
from functools import cache
from pathlib import Path
from typing import Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from askwell.transcripts.report import Report
from askwell.web import transcripts, ui
from askwell.web.transcripts.screens.report import drawn

HERE: Final = Path(transcripts.__file__).parent / "static" / "transcripts"
HOUSE: Final = Path(ui.__file__).parent / "static" / "ui"
LAYERS: Final = ("reset", "tokens", "base")
FONTS: Final = {"Literata": "literata-latin", "Figtree": "figtree-latin"}


def page(report: Report) -> str:
    """The whole page as text; it asks nobody for anything, and runs nothing."""
    known = {"view": drawn(report), "stylesheet": _stylesheet()}
    return render_to_string("transcripts/file.html", known)


@cache
def _stylesheet() -> SafeString:
    """The house's own rules, the fonts and the report's rules, in this order."""
    order = "@layer reset, tokens, base, components, pages;\n"
    layers = (
        f"@layer {layer} {{\n{file.read_text()}\n}}\n"
        for layer in LAYERS
        for file in sorted((HOUSE / "styles" / layer).glob("*.css"))
    )
    own = (HERE / "report.css").read_text() + (HERE / "file.css").read_text()
    # Files of our own house, in which nothing anybody said can stand.
    return mark_safe(order + _faces() + "".join(layers) + own)  # noqa: S308


def _faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: 300 900; '
        f'src: url("data:font/woff2;base64,{_encoded(file)}") format("woff2"); }}\n'
        for family, file in FONTS.items()
    )


def _encoded(file: str) -> str:
    data = (HOUSE / "fonts" / f"{file}.woff2").read_bytes()
    return base64.b64encode(data).decode()
