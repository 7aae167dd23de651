"""How the documentation is built."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "_ext"), str(HERE.parent / "src")]

project = "Askwell"
author = "The Askwell developers"
copyright = "The Askwell developers"
language = "en"

extensions = ["myst_parser", "askwell_objects"]
exclude_patterns = ["_build", "_ext"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "Askwell"
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#0b6e63",
        "color-brand-content": "#0b6e63",
    },
    "dark_css_variables": {
        "color-brand-primary": "#6fd3c4",
        "color-brand-content": "#6fd3c4",
    },
}
