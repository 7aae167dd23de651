"""Tables are read whatever they come in, and what is no table says why."""

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest

from askwell.web.enrolments.reading import Field, Unreadable, read_file, read_text
from askwell.web.enrolments.reading.clocks import shown, suggestions, zone_named
from askwell.web.enrolments.reading.columns import guessed, meaning_of
from askwell.web.enrolments.reading.reader import MOST_BYTES
from askwell.web.enrolments.reading.table import opened, written
from askwell.web.enrolments.reading.unreadable import Why
from askwell.web.enrolments.reading.words import guessed_levels, level, yes_or_no
from web.enrolments.files import with_part, workbook

HEADINGS = ["Name", "E-mail"]
ANA, ZOE = ["Ana Ruiz", "ana@x.example"], ["Zoë Łoś", "zoe@x.example"]


def rows(table) -> list[list[str]]:
    return [list(line.cells) for line in table.lines]


class TestText:
    @pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
    def test_any_separator_is_seen(self, separator):
        table = read_text("\n".join(map(separator.join, [HEADINGS, ANA, ZOE])))

        assert (list(table.headings), rows(table)) == (HEADINGS, [ANA, ZOE])

    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
    )
    def test_any_encoding_is_seen(self, encoding):
        table = read_file("\n".join(map(";".join, [HEADINGS, ZOE])).encode(encoding))

        assert (list(table.headings), rows(table)) == (HEADINGS, [ZOE])

    def test_windows_1252_is_what_is_left(self):
        table = read_file("Name;E-mail\nZoë “Z” Ruiz;zoe@x.example".encode("cp1252"))

        assert rows(table) == [["Zoë “Z” Ruiz", "zoe@x.example"]]

    def test_excel_may_name_its_separator(self):
        table = read_text("sep=;\nName;E-mail\nRuiz, Ana;ana@x.example")

        assert rows(table) == [["Ruiz, Ana", "ana@x.example"]]
        assert table.lines[0].number == 3

    def test_a_quoted_cell_runs_over_lines(self):
        table = read_text('Name,E-mail\n"Ana\nRuiz",ana@x.example')

        assert rows(table) == [ANA]

    def test_titles_above_and_empty_rows_and_columns_are_no_people(self):
        table = read_text(
            "Spring\t\t\n\t\t\nName\t\tE-mail\n\nAna Ruiz\t\tana@x.example"
        )

        assert list(table.headings) == HEADINGS
        assert [(line.number, *line.cells) for line in table.lines] == [(5, *ANA)]

    def test_people_without_an_address_above_others_are_kept(self):
        table = read_text("Name\tE-mail\nBo\t\nAna Ruiz\tana@x.example")

        assert rows(table) == [["Bo", ""], ANA]

    def test_addresses_of_a_mail_are_a_table(self):
        table = read_text("Ana Ruiz <ana@x.example>; Zoë Łoś <zoe@x.example>")

        assert rows(table) == [ANA, ZOE]

    def test_signs_nobody_sees_are_left_out(self):
        table = read_text("Name\tE-mail\nAna\u00a0\u200bRuiz\tana@x.example\u202c")

        assert rows(table) == [ANA]

    def test_a_table_is_kept_as_text(self):
        table = read_text("Name,E-mail\nAna Ruiz,ana@x.example")

        assert opened(written(table)) == table


class TestWorkbooks:
    def test_what_was_typed_is_shown(self):
        table = read_file(
            workbook(
                [*HEADINGS, "Since", "Level", "Joins", "Sum"],
                [*ANA, datetime(2026, 3, 1), 3.0, True, "=1+1"],  # noqa: DTZ001 - as in a cell
                [*ZOE, date(2026, 3, 2), 2.5, False, '=HYPERLINK("http://x")'],
            )
        )

        assert rows(table) == [
            [*ANA, "2026-03-01", "3", "yes", "=1+1"],
            [*ZOE, "2026-03-02", "2.5", "no", '=HYPERLINK("http://x")'],
        ]

    def test_the_sheet_with_addresses_is_read_and_hidden_ones_never(self):
        table = read_file(
            workbook(
                ["A cover"],
                hidden=[HEADINGS, ["Pay", "secret@x.example"]],
                Staff=[HEADINGS, ANA],
            )
        )

        assert (table.sheet, rows(table)) == ("Staff", [ANA])
        assert table.set_aside == ("People", "hidden")

    def test_a_workbook_of_other_files_is_refused(self):
        data = workbook(HEADINGS, ANA)
        linked = with_part(data, "xl/externalLinks/externalLink1.xml", b"<a/>")

        assert why_not(linked) is Why.OTHER_FILES

    @pytest.mark.parametrize(
        "content",
        [
            b'<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>',
            '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16"),
        ],
    )
    def test_entities_are_refused_before_anything_is_parsed(self, content):
        data = with_part(workbook(HEADINGS, ANA), "xl/sharedStrings.xml", content)

        assert why_not(data) is Why.UNSAFE

    @pytest.mark.parametrize("size", [5_000_000, 41 * 2**20])
    def test_what_unpacks_a_thousandfold_is_refused(self, size):
        data = with_part(workbook(HEADINGS, ANA), "xl/media/a.xml", b" " * size)

        assert why_not(data) is Why.UNPACKS_TOO_LARGE

    def test_a_name_may_not_stand_in_the_archive_twice(self):
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as new:
            new.writestr("xl/workbook.xml", "<a/>")
            new.writestr("XL/workbook.xml", "<a/>")

        assert why_not(packed.getvalue()) is Why.UNSAFE

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"PK\x03\x04 and then nothing", Why.BROKEN),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", Why.LOCKED_OR_OLD),
            (b"", Why.EMPTY),
            (b"   \n \n", Why.EMPTY),
            (b"Just some words", Why.NO_TABLE),
            (b"x" * (MOST_BYTES + 1), Why.TOO_LARGE),
            (b"a,b\n" + b"c@x.example,d\n" * 20_100, Why.TOO_MANY_ROWS),
            (b"\t".join([b"a@x.example"] * 61), Why.TOO_MANY_COLUMNS),
            (b"Name\tE-mail\n" + b"n" * 2_001 + b"\ta@x.example", Why.CELL_TOO_LONG),
        ],
    )
    def test_what_is_no_list_of_people_says_why(self, data, why):
        assert why_not(data) is why

    def test_a_cell_far_below_is_one_row_too_many(self):
        book = with_part(
            workbook(HEADINGS, ANA),
            "xl/worksheets/sheet1.xml",
            b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
            b'main"><sheetData><row r="999999"><c r="A999999" t="inlineStr"><is><t>a@b'
            b".example</t></is></c></row></sheetData></worksheet>",
        )

        assert why_not(book) in (Why.TOO_MANY_ROWS, Why.EMPTY)


def why_not(data: bytes) -> Why:
    with pytest.raises(Unreadable) as refused:
        read_file(data)
    assert refused.value.in_words()
    return refused.value.why


class TestMeanings:
    @pytest.mark.parametrize(
        ("heading", "field"),
        [
            ("Line manager's e-mail", Field.MANAGER),
            ("Vorgesetzte/r", Field.MANAGER),
            ("E-Mail-Adresse", Field.EMAIL),
            ("Courriel", Field.EMAIL),
            ("First Name", Field.FIRST),
            ("Nachname", Field.LAST),
            ("Prénom", Field.FIRST),
            ("Full name", Field.NAME),
            ("Employer", Field.ORGANISATION),
            ("Abteilung", Field.AREA),
            ("Job grade", Field.LEVEL),
            ("Niveau", Field.LEVEL),
            ("Ciudad", Field.PLACE),
            ("Time zone", Field.ZONE),
            ("Cohort", Field.COHORT),
            ("Can facilitate?", Field.FACILITATES),
            ("Takes part", Field.TAKES_PART),
            ("Przełożony", Field.MANAGER),
            ("Virksomhet", Field.ORGANISATION),
            ("Employee ID", None),
            ("Manager No.", None),
            ("Shoe size", None),
        ],
    )
    def test_headings_say_what_columns_hold(self, heading, field):
        assert meaning_of(heading) == field

    def test_the_manager_is_the_column_with_addresses(self):
        table = read_text(
            "Who\tMail\tManager\tManager mail\nAna\ta@x.example\tBo\tbo@x.example"
        )

        found = guessed(table.headings, table.column, remembered={})

        assert found == [Field.NAME, Field.EMAIL, None, Field.MANAGER]

    @pytest.mark.parametrize(
        ("headings", "fields"),
        [
            ("Name\tVorname\tMail", [Field.LAST, Field.FIRST, Field.EMAIL]),
            ("Nombre\tApellidos\tMail", [Field.FIRST, Field.LAST, Field.EMAIL]),
            ("Full name\tSurname\tMail", [Field.NAME, Field.LAST, Field.EMAIL]),
            ("Display name\tTitle\tUser name", [Field.NAME, None, Field.EMAIL]),
        ],
    )
    def test_columns_are_judged_by_those_beside_them(self, headings, fields):
        table = read_text(f"{headings}\nRuiz\tAna\tana@x.example")

        assert guessed(table.headings, table.column, remembered={}) == fields

    def test_columns_without_headings_are_known_by_their_cells(self):
        table = read_text(
            "Ana Ruiz\tana@x.example\tEurope/London\nBo Lee\tbo@x.example\t"
        )

        found = guessed(table.headings, table.column, remembered={})

        assert found == [Field.NAME, Field.EMAIL, Field.ZONE]

    def test_what_was_chosen_before_comes_first_be_it_nothing(self):
        table = read_text("Place\tGrade\tE-mail\nx\ty\tana@x.example")
        remembered = {"place": "", "grade": "area"}

        found = guessed(table.headings, table.column, remembered=remembered)

        assert found == [None, Field.AREA, Field.EMAIL]

    @pytest.mark.parametrize(
        ("typed", "zone"),
        [
            ("Europe/Berlin", "Europe/Berlin"),
            ("london", "Europe/London"),
            ("New York", "America/New_York"),
            ("GMT", "Europe/London"),
            ("CET", "Europe/Paris"),
            ("UTC", "UTC"),
            ("utc+1", "Etc/GMT-1"),
            ("+05:30", "Asia/Kolkata"),
            ("(UTC+01:00) Amsterdam, Berlin", "Europe/Amsterdam"),
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("Paris, France", "Europe/Paris"),
            ("Norway", "Europe/Oslo"),
            ("IST", ""),
            ("Londno", ""),
            ("UTC+27", ""),
            ("x" * 500, ""),
        ],
    )
    def test_time_zones_are_known_as_people_write_them(self, typed, zone):
        assert zone_named(typed) == zone

    def test_an_unknown_time_zone_has_suggestions(self):
        assert suggestions("Londno") == ["Europe/London"]
        assert suggestions("IST")[0] == "Asia/Kolkata"
        assert suggestions("Spain")[0] == "Europe/Madrid"
        assert shown("Etc/GMT-1") == "UTC+1"

    def test_levels_are_numbers_or_an_organisations_own_words(self):
        assert level("3", {}) == level("Level 3", {}) == 3
        assert level("Ward sister", {"ward sister": 2}) == 2
        assert level("Ward sister", {}) is None
        assert level("6", {}) is None

    def test_words_for_levels_are_guessed_by_their_numbers(self):
        bands = guessed_levels(["Band 5", "Band 6", "Band 7", "Band 8", "Director"])

        assert list(bands.values()) == [1, 2, 4, 5, 4]

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("x", True),
            ("Ja", True),
            ("✓", True),
            ("NO", False),
            ("-", False),
            ("?", None),
        ],
    )
    def test_yes_and_no_have_many_words(self, typed, said):
        assert yes_or_no(typed) is said
