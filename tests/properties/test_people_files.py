"""Whatever a file holds, it is a list of people or says why not."""

from datetime import timedelta
from uuid import uuid4

from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.web.enrolments import screens
from askwell.web.enrolments.checking import Choices, Ground, Named, Verdict, check
from askwell.web.enrolments.exports import csv_text
from askwell.web.enrolments.reading import Unreadable, read_file, read_text
from askwell.web.enrolments.reading.columns import guessed
from askwell.web.enrolments.reading.table import opened, written
from web.enrolments.files import workbook

SLOW = timedelta(seconds=20)
"""Far more than it takes; machines may be busy."""
GROUND = Ground(
    employers={"acme": Named("Acme", uuid4())},
    cohorts={"spring": Named("Spring", uuid4())},
    may_add=True,
    enrolled={},
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "Name",
            "E-mail",
            "Manager",
            "Level",
            "Time zone",
            "Organisation",
            "Can facilitate",
            "ana@x.example",
            "Ana <ana@x.example>",
            "ana@x.con",
            "@",
            "=1+1",
            "Band 7",
            "UTC+99:99",
            "(UTC+01:00) ,;,",
            "Ruiz, Ana",
            '"',
            "\ud800",
            "\x00",
            "'=",
            "²",
        ]
    ),
)
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=8)
PACKED = workbook(["Name", "E-mail"], ["Ana Ruiz", "ana@x.example"])


def looked_at(data: bytes) -> None:
    """All the way to what the page shows; refused only in words."""
    try:
        table = read_file(data)
    except Unreadable as fault:
        fault.in_words()
        return
    kept = opened(written(table).encode().decode())
    fields = guessed(table.headings, table.column, remembered={})
    checked = check(kept, Choices(columns=[each or "" for each in fields]), GROUND)
    screens.words_to_settle(checked, GROUND)
    screens.rows_to_mend(checked, GROUND)

    assert kept == table
    assert len(checked.rows) == len(table.lines)
    for row in checked.rows:
        sound = row.verdict is not Verdict.FAULTY
        assert sound == (not row.faults)
        assert not sound or row.entry is not None


@given(ROWS, st.sampled_from([",", ";", "\t", "|"]))
@settings(deadline=SLOW)
@example([["Name", "E-mail"], ["\ud800", "ana@x.example"]], ",")
def test_any_table_as_text_is_read_or_refused(rows, separator):
    text = "\n".join(separator.join(row) for row in rows)

    looked_at(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300))
@settings(deadline=SLOW)
@example(b"PK\x03\x04")
@example(b"\xff\xfe\x00\xd8")
def test_any_bytes_are_read_or_refused(data):
    looked_at(data)


@given(st.integers(0, len(PACKED) - 1), st.binary(min_size=1, max_size=8))
@settings(deadline=SLOW, max_examples=60)
def test_any_damage_to_a_workbook_is_read_or_refused(place, damage):
    looked_at(PACKED[:place] + damage + PACKED[place + len(damage) :])


@given(
    st.lists(st.text(st.characters(exclude_characters="@"), max_size=20), max_size=9)
)
@settings(deadline=SLOW)
def test_an_address_is_never_made_up(names):
    """Of people without one nothing is guessed that a mail could go to."""
    rows = "\n".join(f'"{name}"\t' for name in ["Ana", *names])
    table = read_text(f"Name\tE-mail\n{rows}")
    columns = [
        each or "" for each in guessed(table.headings, table.column, remembered={})
    ]
    checked = check(table, Choices(columns=columns), GROUND)

    shown = screens.rows_to_mend(checked, GROUND)
    assert not any("@" in box.value for row in shown for box in row.boxes)


@given(st.lists(st.lists(st.text(max_size=10), min_size=3, max_size=3), max_size=6))
@settings(deadline=SLOW)
def test_no_exported_cell_begins_like_a_formula(rows):
    for line in csv_text(["A", "B", "C"], rows).splitlines():
        assert not line.lstrip('\ufeff" ').startswith(("=", "+", "@"))
