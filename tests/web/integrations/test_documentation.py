"""Every kind of notice and every integration stands in the documentation."""

from pathlib import Path

import pytest

from askwell.web.integrations.chat import say_in_chat
from askwell.web.integrations.services import INTEGRATIONS
from askwell.web.people.models import Notice
from askwell.web.people.wording import group_of

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "notices.md"


def rows() -> list[str]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("| `")]


@pytest.mark.parametrize("kind", Notice.Kind)
def test_a_kind_stands_with_its_group_and_whether_a_chat_hears_of_it(kind):
    [row] = [row for row in rows() if f"`{kind}`" in row]

    said = "yes" if say_in_chat(kind) else "no"
    assert row.endswith(f"| {group_of(kind).label} | {said} |")


def test_every_integration_is_documented():
    named = {row.split("`")[1] for row in rows()}

    assert {each.name for each in INTEGRATIONS} <= named
