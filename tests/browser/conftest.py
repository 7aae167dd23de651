"""One served Askwell and as many browsers as a story has people."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import chromium

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Served:
    """A running Askwell with demonstration data: its address and its folder."""

    url: str
    data: Path
    environment: dict[str, str]

    def arrange(self, script: str, **values: object) -> Any:
        """Run `tests/browser/arrange/<script>.py` beside the server; its JSON."""
        made = subprocess.run(
            [sys.executable, "-m", f"browser.arrange.{script}", json.dumps(values)],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(made.stdout)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("served")
    port = _free_port()
    environment = {
        **os.environ,
        "ASKWELL_DATA": str(data),
        "ASKWELL_URL": f"http://127.0.0.1:{port}",
        "ASKWELL_DEMO": "1",
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "DJANGO_SETTINGS_MODULE": "askwell.web.settings",
    }
    with (data / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "askwell", "serve", "--demo", "--port", str(port)],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/", server, data / "server.log")
        yield Served(f"http://127.0.0.1:{port}", data, environment)
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=5).close()
            return
        time.sleep(0.2)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def chromium_browser() -> Iterator[Browser]:
    where = chromium.path()
    if where is None:
        if os.environ.get("CI") == "true":
            pytest.fail(chromium.HOW)
        pytest.skip(chromium.HOW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_profile(
    chromium_browser: Browser, served: Served
) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser profiles, each a person's own; closed when the story ends."""
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = chromium_browser.new_context(
            **{
                "base_url": served.url,
                "viewport": {"width": 1280, "height": 800},
                "reduced_motion": "reduce",
                **options,
            }
        )
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def step_in(new_profile: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Step in as one of the cast, in a browser profile of their own."""

    def as_person(name: str, **options: Any) -> Page:
        page = new_profile(**options).new_page()
        page.goto("/demo/")
        page.get_by_role("button", name=f"Step in as {name}").first.click()
        page.wait_for_url(lambda url: not url.endswith("/demo/"))
        return page

    return as_person


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Check that axe finds nothing wrong with a page, in light and in dark."""

    def check(page: Page) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = Axe().run(page)
            assert not found.response["violations"], (
                f"{page.url} ({scheme}): {found.generate_report()}"
            )

    return check
