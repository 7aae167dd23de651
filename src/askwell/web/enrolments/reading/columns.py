"""Guesses what columns hold: from their headings in a few languages, and from cells."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final
from zoneinfo import available_timezones

from askwell.web.enrolments.reading.fields import Field

# The first that fits: what is narrower stands before what is wider. Headings are
# looked at in small letters, without accents.
HEADINGS: Final = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        (
            Field.MANAGER,
            r"manager|supervisor|\bboss\b|reports? to|responsible to|vorgesetzt"
            r"|fuhrungskraft|superieur|responsable|\bjefe|superior|\bcapo\b"
            r"|leidinggevende|\bnarmaste|\bleder\b|\bchef\b|\bgestor\b|przelozon",
        ),
        (
            Field.CAPACITY,
            r"capacity|how many sets|sets they|number of sets|kapazitat|capacite"
            r"|capacidad|capacita\b",
        ),
        (
            Field.FACILITATES,
            r"facilitat|moderat|\bset adviser|begleit|facilitad|facilitatore"
            r"|\brole\b|\brolle\b|\brol\b|\bruolo\b",
        ),
        (
            Field.TAKES_PART,
            r"takes? part|taking part|participa|teilnahme|teilnehmend|nimmt teil"
            r"|deelname|\bdeltar|deltager i|member of a set",
        ),
        (Field.EMAIL, r"e ?mail|\bmail|courriel|correo|\bepost|\be post|adresse e"),
        (
            Field.FIRST,
            r"first|given|forename|vorname|prenom|\bnombre de pila|voornaam|fornavn"
            r"|fornamn|\bimie\b|etunimi|nome proprio",
        ),
        (
            Field.LAST,
            r"last ?name|family|surname|nachname|familienname|nom de famille|apellido"
            r"|cognome|achternaam|etternavn|efternavn|efternamn|nazwisko|sukunimi"
            r"|sobrenome|apelido|^last$",
        ),
        (Field.ZONE, r"time ?zone|zeitzone|fuseau|zona horaria|fuso|tijdzone|tids?son"),
        (
            Field.COHORT,
            r"cohort|\bwave\b|\bintake\b|\bgroup\b|kohorte|gruppe|cohorte|\bgrupo"
            r"|\bcoorte|\bcohorten|\bkull\b",
        ),
        (
            Field.AREA,
            r"\barea\b|department|\bdept|division|directorate|function|business unit"
            r"|\bunit\b|\bteam\b|specialty|abteilung|bereich|departement|\bservice\b"
            r"|departamento|\barea|reparto|afdeling|avdeling|avdelning|dzial|funktion",
        ),
        (
            Field.ORGANISATION,
            r"organi[sz]ation|company|employer|\bfirm\b|\btrust\b|unternehmen|\bfirma"
            r"|arbeitgeber|entreprise|organisme|empresa|azienda|organisatie|bedrijf"
            r"|foretag|virksomhe|bedrift|societe|\borg\b|\bentity\b",
        ),
        (
            Field.LEVEL,
            r"level|grade|\bband\b|seniority|\brank\b|\bstufe|\bebene|niveau|echelon"
            r"|\bnivel|livello|\bniva|poziom|hierarch",
        ),
        (
            Field.PLACE,
            r"place|location|\bbased\b|\bsite\b|\bcity\b|\btown\b|\boffice\b|\bbase\b|standort"
            r"|\bort\b|stadt|\blieu|ville|ciudad|lugar|\bsede\b|citta|plaats|\bstad\b"
            r"|\bsted\b|\bort\b|cidade|\blocal\b|miasto|country|\bland\b|\bpays\b",
        ),
        (
            Field.NAME,
            r"\bname|\bnom\b|nombre|\bnome\b|\bnaam|\bnavn|\bnamn|\bnimi\b|member"
            r"|person|employee|participant|mitarbeiter|nazwa|\bwho\b",
        ),
    )
)
TWO_WORDS: Final = re.compile(r"[^\W\d_][^\d@]* [^\d@]+")
# Letters that are taken for signs of their own, not for accented ones.
WHOLE_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "đ": "d"})
FULL: Final = re.compile(r"full|display|complete|vollst|complet")
SIGNS: Final = re.compile(r"[\W_]+")
ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+")
# A column is what most of its cells are.
MOST: Final = 0.6
LOOKED_AT: Final = 60
LONGEST: Final = 80
_NUMBERS: Final = re.compile(r"\bid\b|\bno\b|number|nummer|numero|\bnr\b")


@lru_cache(maxsize=1)
def zones() -> frozenset[str]:
    """Every name in the time zone database, looked up on the disk once."""
    return frozenset(available_timezones())


def plain(heading: str) -> str:
    """In small letters, without accents and signs: how headings are compared."""
    bare = heading.casefold()
    if not bare.isascii():
        parted = unicodedata.normalize("NFKD", bare.translate(WHOLE_LETTERS))
        bare = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return SIGNS.sub(" ", bare).strip()


def meaning_of(heading: str) -> Field | None:
    """What a heading calls its column."""
    words = plain(heading)
    if len(words) > LONGEST:
        return None
    for field, pattern in HEADINGS:
        if pattern.search(words):
            return None if _is_number(field, words) else field
    return None


def _is_number(field: Field, words: str) -> bool:
    """A manager's or employee's number says nothing to us."""
    return field in (Field.NAME, Field.MANAGER) and bool(_NUMBERS.search(words))


def guessed(
    headings: Sequence[str],
    cells: Callable[[int], Iterable[str]],
    *,
    remembered: Mapping[str, str],
    offered: Sequence[Field] = tuple(Field),
) -> list[Field | None]:
    """A meaning for each column, none of them twice.

    What was chosen for the same heading before comes first; an empty choice is one.
    """
    found: list[Field | None] = [None] * len(headings)
    decided = [plain(heading) in remembered for heading in headings]
    for number, heading in enumerate(headings):
        if decided[number]:
            _take(found, number, _field(remembered[plain(heading)], offered))
    for number in _addresses_first(headings, cells):
        if not decided[number]:
            field = meaning_of(headings[number])
            if field is not Field.MANAGER and _are_addresses(cells(number)):
                field = Field.EMAIL
            _take(found, number, field if field in offered else None)
    for number in range(len(headings)):
        if found[number] is None and not decided[number]:
            field = _by_content(list(_first(cells(number))))
            _take(found, number, field if field in offered else None)
    for number, heading in enumerate(headings):
        named = {Field.NAME, Field.FIRST, Field.LAST} & set(found)
        if not heading and not named and found[number] is None:
            _take(
                found,
                number,
                Field.NAME if _are_names(list(_first(cells(number)))) else None,
            )
    return _without_halves(found, headings)


def _take(found: list[Field | None], number: int, field: Field | None) -> None:
    if field not in found:
        found[number] = field


def _field(name: str, offered: Sequence[Field]) -> Field | None:
    return next((field for field in offered if field == name), None)


def _addresses_first(
    headings: Sequence[str], cells: Callable[[int], Iterable[str]]
) -> list[int]:
    """Of two columns called the same, such as managers, the one with addresses."""
    numbers = range(len(headings))
    return sorted(numbers, key=lambda number: not _are_addresses(cells(number)))


def _are_addresses(cells: Iterable[str]) -> bool:
    return _share(list(_first(cells)), lambda cell: bool(ADDRESS.search(cell)))


def _by_content(cells: list[str]) -> Field | None:
    if _share(cells, lambda cell: bool(ADDRESS.search(cell))):
        return Field.EMAIL
    if _share(cells, lambda cell: cell in zones()):
        return Field.ZONE
    return None


def _are_names(cells: list[str]) -> bool:
    return _share(cells, lambda cell: bool(TWO_WORDS.fullmatch(cell)))


def _share(cells: list[str], holds: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(holds, cells)) >= MOST * len(cells)


def _first(cells: Iterable[str]) -> Iterable[str]:
    return (cell for _number, cell in zip(range(LOOKED_AT), cells, strict=False))


def _without_halves(
    found: list[Field | None], headings: Sequence[str]
) -> list[Field | None]:
    """“Name” beside a first name is the last name, and the other way round."""
    halves = {Field.FIRST, Field.LAST} & set(found)
    if Field.NAME not in found or len(halves) != 1:
        return found
    number = found.index(Field.NAME)
    if not FULL.search(plain(headings[number])):
        found[number] = Field.LAST if Field.FIRST in halves else Field.FIRST
    return found
