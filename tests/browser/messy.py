"""A list of people as somebody keeps it: a spreadsheet with all its faults."""

from collections.abc import Iterator, Mapping
from io import BytesIO

from openpyxl import Workbook

HEADINGS = (
    *("Who", "Mail (work)", "Firm", "Dept.", "Grade", "Based in"),
    *("Clock / tz", "Boss", "Role in it"),
)
# Among as many organisations, in this mix: the first two compete.
HOUSES = ("Alder Freight", "Birch Haulage", "Cedar Council", "Damson Trust")
MIX = (0, 2, 3, 1, 2, 3, 2, 3)
AREAS = ("Care", "Finance", "Digital", "Estates", "People")
PLACES = ("Leeds", "Cardiff", "Derby", "Dundee")
NAMES = (
    *("Adaeze Obi", "Bruno Keller", "Carys Hughes", "Dafydd Rees", "Elif Demir"),
    *("Farid Haidari", "Gwen Parry", "Hana Sato", "Ivor Blake", "Joana Pires"),
    *("Kofi Asante", "Lotte Visser", "Mateusz Nowak", "Nuala Byrne", "Owen Price"),
    *("Parveen Akhtar", "Quentin Marsh", "Ruta Petraityte", "Sven Holm"),
    *("Teresa Gallo", "Umar Siddiqui", "Vera Lang", "Wanjiru Kamau", "Yannick Roy"),
)
LEADERS = ("Zofia Wrona", "Alasdair Munro", "Bethan Lloyd", "Chidi Eze")
# In one line, in one house; and two whose houses compete.
REPORTS, MANAGER = NAMES[2], NAMES[5]
COMPETES, COMPETITOR = NAMES[0], NAMES[3]
# What is wrong, and how it is mended.
MISTYPED, MENDED = "gwen.parry@dale.con", "gwen.parry@dale.example"
NAMELESS = NAMES[8]
LEVEL, LEVEL_MEANT = "Captain of many", "2"
CLOCK = "Ruritania, half past"
NOBODY = "Old Mr Nemo"


def workbook(known: Mapping[str, str]) -> bytes:
    """Twenty-four people, four who facilitate, and one of them once more.

    `known` are some of the cast by their names, with their addresses; they take the
    places of the last.
    """
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["Across the dale, as of this morning"])
    sheet.append([])
    for row in (HEADINGS, *_rows(known)):
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def names(known: Mapping[str, str]) -> list[str]:
    return [*NAMES[: len(NAMES) - len(known)], *known]


def _rows(known: Mapping[str, str]) -> Iterator[list[str]]:
    rows = [_row(name, number, known) for number, name in enumerate(names(known))]
    rows[2][7] = MANAGER
    rows[6][1] = MISTYPED
    rows[8][0] = ""
    rows[9][4] = LEVEL
    rows[10][6] = CLOCK
    rows[11][7] = NOBODY
    yield from rows
    yield list(rows[4])
    for number, name in enumerate(LEADERS):
        row = _row(name, number, known)
        yield [*row[:2], HOUSES[3], *row[3:7], "", "facilitator"]


def _row(name: str, number: int, known: Mapping[str, str]) -> list[str]:
    address = known.get(name) or f"{name.lower().replace(' ', '.')}@dale.example"
    house, level = HOUSES[MIX[number % len(MIX)]], f"{1 + number % 3}"
    area, place = AREAS[number % len(AREAS)], PLACES[number % len(PLACES)]
    return [name, address, house, area, level, place, "GMT", "", "member"]
