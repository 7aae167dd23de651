"""What all sources tell of one quarter, and what was decided before."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from askwell.insight.guard.deciding import Quarterly
from askwell.insight.guard.parts import Given, Part, Row, Spoken
from askwell.insight.metric import FEWEST_PEOPLE, FEWEST_SETS
from askwell.insight.metrics import METRICS
from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated, Sum, Tally
from askwell.web.changes.queries import tallies as changes
from askwell.web.handing.queries.tallies import tallies as handing
from askwell.web.measuring.queries import tallies as measuring
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.releasing.models import Population, Release
from askwell.web.releasing.queries.marks import marks_of, present_key
from askwell.web.stories.queries import tallies as stories
from askwell.web.surveys.queries import tallies as surveys
from askwell.web.valuing.queries import tallies as valuing

Told = Tally | Stated

SOURCES: tuple[Callable[[Programme, Quarter], Iterator[Told]], ...] = (
    measuring.tallies,
    surveys.tallies,
    changes.tallies,
    stories.tallies,
    valuing.tallies,
    handing,
)


@dataclass(frozen=True)
class Gathered:
    """All there is to decide on, and of how many people and sets it tells."""

    told: Quarterly
    people: int
    sets: int

    @property
    def is_large_enough(self) -> bool:
        return is_enough(self.people, self.sets)


def is_enough(people: int, sets: int) -> bool:
    """To be spoken of at all."""
    return people >= FEWEST_PEOPLE and sets >= FEWEST_SETS


def gather(programme: Programme, quarter: Quarter) -> Gathered:
    """Few queries, however many sets there are."""
    found = [each for source in SOURCES for each in source(programme, quarter)]
    people = {person for each in found for person in each.people}
    marks = marks_of(programme, people)
    cohort_of = _cohort_of(programme)
    sets = {each.learning_set for each in found if isinstance(each, Tally)}
    told = Quarterly(
        parts=_parts(found, marks, cohort_of),
        given=_given(found, marks),
        cohort_of=cohort_of,
        past=past_of(programme),
        is_comparable=_is_comparable(programme),
        is_large_enough=is_enough(len(people), len(sets)),
    )
    return Gathered(told, len(people), len(sets))


def past_of(programme: Programme) -> dict[str, list[Spoken]]:
    """What was decided for each metric, in all scopes; two queries.

    Where a figure is gone with its cohort, its people count for every metric.
    """
    rows = _rows(programme)
    releases = Release.objects.filter(population__programme=programme).values_list(
        "figure__metric", "population_id", "total", "weight"
    )
    past: dict[str, list[Spoken]] = defaultdict(list)
    for metric, population, total, weight in releases.order_by("pk"):
        shown = None if total is None else Sum(total, weight or 0.0)
        past[metric].append(Spoken(rows[population], shown))
    known = {id(each.row) for spoken in past.values() for each in spoken}
    orphans = [Spoken(row) for row in rows.values() if id(row) not in known]
    return {each.name: [*orphans, *past[each.name]] for each in METRICS}


def _is_comparable(programme: Programme) -> bool:
    """Marks under another key of the server's are nobody's that is known."""
    others = Population.objects.filter(programme=programme).exclude(key=present_key())
    return not others.exists()


def _rows(programme: Programme) -> dict[int, Row]:
    kept = Population.objects.filter(programme=programme)
    return {pk: Counter(people) for pk, people in kept.values_list("pk", "people")}


def _cohort_of(programme: Programme) -> dict[str, str]:
    sets = LearningSet.objects.filter(cohort__programme=programme)
    return {str(pk): str(cohort) for pk, cohort in sets.values_list("pk", "cohort")}


def _parts(
    found: list[Told], marks: dict[UUID, str], cohort_of: dict[str, str]
) -> dict[str, list[Part]]:
    """What a set tells in several pieces is one part; what is nobody's is left out."""
    parts: dict[str, dict[str, Part]] = defaultdict(dict)
    for each in found:
        if not isinstance(each, Tally) or not each.people:
            continue
        if str(each.learning_set) in cohort_of:
            people = frozenset(marks[person] for person in each.people)
            told = Part(str(each.learning_set), each.sum, people)
            known = parts[each.metric].get(told.learning_set)
            parts[each.metric][told.learning_set] = told.with_more(known)
    return {metric: list(of_sets.values()) for metric, of_sets in parts.items()}


def _given(found: list[Told], marks: dict[UUID, str]) -> dict[str, list[Given]]:
    given: dict[str, list[Given]] = defaultdict(list)
    for each in found:
        if isinstance(each, Stated):
            made = Given(
                value=each.value,
                people=frozenset(marks[person] for person in each.people),
                sets=len(each.sets),
                low=each.low,
                high=each.high,
                about=each.about,
            )
            given[each.metric].append(made)
    return given
