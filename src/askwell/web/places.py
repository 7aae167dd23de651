"""Where Askwell keeps its data."""

import os
from pathlib import Path


def data_folder() -> Path:
    """The folder named by ASKWELL_DATA, else `var` below the current folder."""
    return Path(os.environ.get("ASKWELL_DATA", "var")).resolve()
