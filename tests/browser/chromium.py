"""Find the browser of the browser stories, and install it where that is easy."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW = (
    "The browser stories need Chromium. On Debian or Ubuntu: "
    "sudo apt-get install chromium. Elsewhere install Chromium or Chrome, or name "
    "it with ASKWELL_CHROMIUM=/path/to/chromium."
)


def path() -> str | None:
    """Where Chromium is, or None."""
    if named := os.environ.get("ASKWELL_CHROMIUM"):
        return named if Path(named).exists() else None
    return next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    """Install Debian's chromium, as root only."""
    print("Installing chromium for the browser stories ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        subprocess.run(command, env=quiet, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    if path() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        install()
    if path() is None:
        print(HOW, file=sys.stderr)
        return 2 if os.environ.get("CI") == "true" else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
