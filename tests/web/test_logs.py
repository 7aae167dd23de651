"""Log lines say what went wrong and where, and nothing of what people wrote."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.test import Client

from askwell.web.logs import Discreet
from factories import a_person

SECRET = "the colleague I cannot work with"


class Lines(logging.Handler):
    """What the server's own handler would write."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []
        [self.formatter] = {
            handler.formatter
            for handler in logging.getLogger().handlers
            if isinstance(handler.formatter, Discreet)
        }

    def emit(self, record: logging.LogRecord) -> None:
        self.written.append(self.format(record))


@pytest.fixture
def lines() -> Lines:
    return Lines()


@pytest.fixture(autouse=True)
def listening(lines: Lines) -> Iterator[None]:
    logging.getLogger().addHandler(lines)
    yield
    logging.getLogger().removeHandler(lines)


def fail() -> None:
    words = SECRET
    raise LookupError(words)


def fail_because_of_it() -> None:
    try:
        fail()
    except LookupError as cause:
        raise ValueError(f"cannot read {SECRET}") from cause


def test_a_fault_is_told_by_its_type_and_its_places_alone(lines: Lines) -> None:
    try:
        fail_because_of_it()
    except ValueError:
        logging.getLogger("anything").exception("It failed")

    [line] = lines.written
    assert "It failed" in line
    assert line.index("builtins.LookupError") < line.index("builtins.ValueError")
    assert f"{__file__}, line" in line
    assert "in fail_because_of_it" in line
    assert SECRET not in line
    assert "raise" not in line.replace("raised in", "")


def test_what_another_handler_left_on_the_record_is_not_repeated(lines: Lines) -> None:
    record = logging.LogRecord("any", logging.ERROR, "", 0, "It failed", (), None)
    record.exc_text = f"ValueError: {SECRET}"

    assert SECRET not in lines.format(record)
    assert record.exc_text.endswith(SECRET)


def test_a_page_that_breaks_does_not_log_its_words(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askwell.web.ui.views.shelves", lambda request: fail())
    browser = Client(raise_request_exception=False)

    assert browser.get("/ui/").status_code == 500

    [line] = [each for each in lines.written if "Internal Server Error" in each]
    assert "builtins.LookupError" in line
    assert SECRET not in line


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/m/k7qm2x/", "/m/***/"),
        ("/p/aBcD-eF/", "/p/***/"),
        ("/join/aBcD-eF/", "/join/***/"),
        ("/calendar/aBcD-eF.ics", "/calendar/***"),
        ("/programmes/join/aBcD-eF/", "/programmes/join/***/"),
        ("/programmes/dates/aBcD-eF.ics", "/programmes/dates/***"),
        ("/notices/unsubscribe/aBcD-eF/", "/notices/unsubscribe/***/"),
    ],
)
def test_codes_that_open_doors_are_not_logged(
    lines: Lines, address: str, told: str
) -> None:
    browser = Client()
    browser.force_login(a_person("Amara Okafor"))

    assert browser.get(address).status_code == 404

    [line] = lines.written
    assert told in line
    assert address not in line


def test_the_servers_own_loggers_bring_no_other_handler() -> None:
    checking = (
        "import logging, logging.config, uvicorn.config\n"
        "logging.config.dictConfig(uvicorn.config.LOGGING_CONFIG)\n"
        "import askwell.web.asgi\n"
        "names = ('', 'django', 'uvicorn', 'uvicorn.error')\n"
        "loggers = [logging.getLogger(name) for name in names]\n"
        "assert all(logger.propagate for logger in loggers)\n"
        "assert [len(logger.handlers) for logger in loggers] == [1, 0, 0, 0]\n"
        "assert not logging.getLogger('uvicorn.access').hasHandlers()\n"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "askwell.web.settings"}
    subprocess.run([sys.executable, "-c", checking], env=environment, check=True)
