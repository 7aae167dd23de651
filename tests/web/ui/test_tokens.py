"""Every pair of colours that meets on a page can be read, by day and by lamplight."""

import re
from pathlib import Path

import pytest

from askwell.web.ui import stylesheet
from askwell.web.ui.catalogue import COLOURS

TOKENS = (stylesheet.HERE / "tokens" / "colour.css").read_text()
TEXT = 4.5
SHAPE = 3.0

WORDS_ON_GROUND = (
    *(
        (ink, ground)
        for ink in ("ink", "ink-soft", "accent", "accent-deep", "danger")
        for ground in ("paper", "surface", "sunken")
    ),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("on-accent-wash", "accent-wash"),
    ("accent", "accent-wash"),
    ("on-warn-wash", "warn-wash"),
    ("on-danger", "danger"),
    ("on-danger-wash", "danger-wash"),
    ("paper", "ink"),
    *((f"on-person-{hue}", f"person-{hue}") for hue in range(1, 9)),
)
SHAPES_ON_GROUND = (
    *(
        (shape, ground)
        for shape in ("edge", "accent", "danger")
        for ground in ("paper", "surface")
    ),
)


def colours(scheme: str) -> dict[str, str]:
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", TOKENS)
    return {name: (day if scheme == "light" else night) for name, day, night in pairs}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert round(contrast("#000000", "#ffffff"), 6) == 21


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), WORDS_ON_GROUND)
def test_words_can_be_read(scheme: str, ink: str, ground: str) -> None:
    known = colours(scheme)

    assert contrast(known[ink], known[ground]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES_ON_GROUND)
def test_shapes_can_be_made_out(scheme: str, shape: str, ground: str) -> None:
    known = colours(scheme)

    assert contrast(known[shape], known[ground]) >= SHAPE


def test_the_catalogue_shows_only_colours_that_exist() -> None:
    assert set(COLOURS) <= set(colours("light"))


def test_colours_are_named_in_the_tokens_alone() -> None:
    others = [
        file.name
        for file in Path(stylesheet.HERE).rglob("*.css")
        if file.name != "colour.css"
        and re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", file.read_text())
    ]

    assert others == []
