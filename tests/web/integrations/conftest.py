"""What the tests of integrations find in place: a chat that stays in the house."""

from collections.abc import Iterator

import pytest

from askwell.web.integrations.fake_chat import FAKE_CHAT, FakeChat


@pytest.fixture
def chat() -> Iterator[FakeChat]:
    FAKE_CHAT.forget()
    yield FAKE_CHAT
    FAKE_CHAT.forget()


@pytest.fixture
def closed_post(settings) -> None:
    settings.EMAIL_BACKEND = "closed_post.ClosedPost"
