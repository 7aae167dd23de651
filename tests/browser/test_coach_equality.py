"""The browser's reader reads every golden turn as Python does."""

import json
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext

from coach import golden

pytestmark = pytest.mark.browser

READ_ALL = """async ([model, golden]) => {
    const { Reader } = await import("/static/coaching/reader.js");
    const reader = new Reader(await (await fetch(model)).json());
    const readings = JSON.parse(golden).map(
        ({ text, ...context }) => reader.read(text, context)
    );
    return JSON.stringify(readings);
}"""


def test_the_browser_reads_every_golden_turn_as_python_does(
    new_profile: Callable[..., BrowserContext],
) -> None:
    kept = golden.kept()
    page = new_profile().new_page()
    page.goto("/ui/")

    read = page.evaluate(
        READ_ALL, [reverse("coaching:model"), golden.FILE.read_text("ascii")]
    )

    readings = json.loads(read)
    assert len(readings) == len(kept)
    assert [
        each["text"]
        for each, theirs in zip(kept, readings, strict=True)
        if golden.differs(each["reading"], theirs)
    ] == []
