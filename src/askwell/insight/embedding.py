"""How far action learning has become part of how an organisation works.

Many organisations tinker with it and few embed it. Where a programme stands is read
from its figures in five steps, each resting on the ones below it: a step is reached
when no sign of it that is known is missing, at least one is known, and all steps below
are reached. The thresholds are Askwell's own, to talk about rather than to obey.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from askwell.insight.metric import Metric
from askwell.insight.metrics import metric_named
from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A figure that tells whether a step is reached, and what helps if it is not.

    `leads_to` names the place at which that is done, `label` what the link says.
    """

    metric: str
    enough: float
    advice: str
    label: str
    leads_to: str
    to_know: str
    """What makes the figure known."""
    is_less_better: bool = False

    def holds(self, value: float) -> bool:
        return value <= self.enough if self.is_less_better else value >= self.enough

    def shortfall(self, value: float) -> float:
        """How far it is off, as a part of what would be enough."""
        lacking = value - self.enough if self.is_less_better else self.enough - value
        return max(0.0, lacking / self.enough)

    @property
    def definition(self) -> Metric:
        return metric_named(self.metric)


@dataclass(frozen=True, slots=True)
class Step:
    """One of five, from tinkering to embedded."""

    name: str
    title: str
    means: str
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one sign says of this programme; without a value it is unknown."""

    sign: Sign
    value: float | None

    @property
    def is_known(self) -> bool:
        return self.value is not None

    @property
    def holds(self) -> bool:
        return self.value is not None and self.sign.holds(self.value)

    @property
    def shortfall(self) -> float:
        return 0.0 if self.value is None else self.sign.shortfall(self.value)


@dataclass(frozen=True, slots=True)
class Reached:
    """One step, whether it is reached, and by what one knows."""

    step: Step
    evidence: tuple[Evidence, ...]
    is_reached: bool

    @property
    def unknown(self) -> tuple[Evidence, ...]:
        return tuple(each for each in self.evidence if not each.is_known)


@dataclass(frozen=True, slots=True)
class Helps:
    """The one next step that would help most."""

    sign: Sign
    is_to_know: bool
    """Nothing known is missing: the next thing is to know more."""

    @property
    def words(self) -> str:
        return self.sign.to_know if self.is_to_know else self.sign.advice


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a programme stands."""

    steps: tuple[Reached, ...]
    next: Helps | None
    """None once all is embedded and known."""

    @property
    def number(self) -> int:
        """From 1, tinkering, to 5, embedded."""
        return sum(each.is_reached for each in self.steps)

    @property
    def step(self) -> Step:
        return self.steps[self.number - 1].step


FIRST_MEETING = Sign(
    metric="days_to_first_meeting",
    enough=42,
    is_less_better=True,
    advice=_(
        "Help new sets to set their first date within six weeks of being put together."
    ),
    label=_("Sets without a date"),
    leads_to="running:sets",
    to_know=_("It is known once new sets have met for the first time."),
)
CONTINUITY = Sign(
    metric="continuity",
    enough=0.75,
    advice=_("Ask the sets that did not meet again what would make it easier."),
    label=_("All sets"),
    leads_to="running:sets",
    to_know=_("It is known once sets have met in two quarters."),
)
LAPSED = Sign(
    metric="lapsed",
    enough=0.2,
    is_less_better=True,
    advice=_("Get in touch with the sets that lapsed, and help them to set a date."),
    label=_("Sets that lapsed"),
    leads_to="running:sets",
    to_know=_("It is known once enough sets have begun."),
)
RENEWAL = Sign(
    metric="renewal",
    enough=0.5,
    advice=_(
        "Before the agreed meetings end, give each set an hour to decide freely "
        "whether it goes on, and with what."
    ),
    label=_("All sets"),
    leads_to="running:sets",
    to_know=_("It is known once sets have come to the end of their agreed meetings."),
)
PAST_SIX = Sign(
    metric="past_six",
    enough=0.25,
    advice=_("Make room for sets to meet on after their sixth meeting."),
    label=_("All sets"),
    leads_to="running:sets",
    to_know=_("It is known once enough sets have met."),
)
INSIDE = Sign(
    metric="inside_facilitators",
    enough=0.5,
    advice=_(
        "Win members of your sets as facilitators, and let sets try taking turns."
    ),
    label=_("Who facilitates"),
    leads_to="running:facilitators",
    to_know=_("It is known once enough sets have a facilitator."),
)
REPORT_BACKS = Sign(
    metric="report_backs_first",
    enough=0.75,
    advice=_("Ask the sets to open each meeting with what became of the last actions."),
    label=_("What the sets agree to begin with"),
    leads_to="running:contract",
    to_know=_("It is known once enough meetings were held here."),
)
COVERAGE = Sign(
    metric="coverage",
    enough=0.3,
    advice=_("Open the programme to more people: ask the next cohort."),
    label=_("Bring people in"),
    leads_to="enrolments:bring",
    to_know=_("Say how many people could take part, so that it can be known."),
)

STEPS: tuple[Step, ...] = (
    Step(
        "tinkering",
        _("Tinkering"),
        _("Some people try it. It does not hold by itself yet."),
    ),
    Step(
        "taking_hold",
        _("Taking hold"),
        _("Sets begin soon, meet again and again, and few of them lapse."),
        (FIRST_MEETING, CONTINUITY, LAPSED),
    ),
    Step(
        "going_on",
        _("Going on by choice"),
        _("Sets go on after what was agreed, because they want to."),
        (RENEWAL, PAST_SIX),
    ),
    Step(
        "from_within",
        _("Carried from within"),
        _("The organisation’s own people facilitate, and actions are followed up."),
        (INSIDE, REPORT_BACKS),
    ),
    Step(
        "embedded",
        _("Embedded"),
        _("A set is within reach of many people: it is how things are done here."),
        (COVERAGE,),
    ),
)

SIGNS: tuple[Sign, ...] = tuple(sign for step in STEPS for sign in step.signs)
METRICS: tuple[str, ...] = tuple(sign.metric for sign in SIGNS)
"""The figures this reads."""


def standing(figures: Mapping[str, float | None]) -> Standing:
    """Where a programme stands by its figures; what is withheld or missing is unknown.

    The next step is looked for on the lowest step not reached: the sign that is
    furthest from enough. Where nothing known is missing, it is to make known what is
    not, beginning below.
    """
    steps = tuple(_climbed(figures))
    return Standing(steps, _next(steps))


def _climbed(figures: Mapping[str, float | None]) -> list[Reached]:
    so_far, steps = True, []
    for step in STEPS:
        evidence = tuple(Evidence(one, figures.get(one.metric)) for one in step.signs)
        known = [each for each in evidence if each.is_known]
        shows = bool(known) and all(each.holds for each in known)
        so_far = so_far and (shows or not step.signs)
        steps.append(Reached(step, evidence, so_far))
    return steps


def _next(steps: tuple[Reached, ...]) -> Helps | None:
    missing = [each for each in steps if not each.is_reached]
    short = [one for one in missing[0].evidence if one.shortfall] if missing else []
    if short:
        return Helps(max(short, key=lambda one: one.shortfall).sign, is_to_know=False)
    unknown = [one for each in (*missing, *steps) for one in each.unknown]
    return Helps(unknown[0].sign, is_to_know=True) if unknown else None
