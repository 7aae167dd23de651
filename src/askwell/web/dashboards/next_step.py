"""The one thing to do next in a programme, by a rule that everybody can read.

Asked in this order, and the first that holds is it (docs/how-to/read-the-figures):
people have to meet, to feel safe, and to learn as fast as things change; then what
would help the programme to take root.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.insight.embedding import METRICS as OF_EMBEDDING
from askwell.insight.embedding import standing
from askwell.web.dashboards.queries import Chosen
from askwell.web.dashboards.screens.embedding import Next
from askwell.web.dashboards.wording import of_earlier
from askwell.web.releasing.models import Figure

SAFE_ENOUGH = 4.0
"""The middle of a scale from 1 to 7."""
FREE_ENOUGH = 2.0
"""“Partly”, of no, partly and yes."""
AS_FAST = 1.0


@dataclass(frozen=True)
class NextStep:
    """What to do, why, and where; `place` names a page of the programme."""

    words: str
    because: str
    label: str
    place: str


def next_step(chosen: Chosen, *, to_embed: Next | None) -> NextStep:
    """`to_embed` is what would help the programme most on its way to embedding."""
    found = (each for each in _in_order(chosen) if each is not None)
    return next(found, None) or (_take_root(chosen, to_embed) if to_embed else _tell())


def _in_order(chosen: Chosen) -> Iterator[NextStep | None]:
    yield _meet(chosen)
    yield _feel_safe(chosen)
    yield _keep_up(chosen)


def _meet(chosen: Chosen) -> NextStep | None:
    held = chosen.now("meetings_held")
    if held is None or held.value != 0:
        return None
    return NextStep(
        words=_("Help the sets to find a date."),
        because=_("No set met in these months, and nothing else can help before."),
        label=_("All sets"),
        place="running:sets",
    )


def _feel_safe(chosen: Chosen) -> NextStep | None:
    low = _below(chosen, "psychological_safety", SAFE_ENOUGH) or _below(
        chosen, "said_freely", FREE_ENOUGH
    )
    if low is None:
        return None
    return NextStep(
        words=_("Ask the facilitators what would make it easier to speak."),
        because=_(
            "Many people do not feel free to say what they need to say, and without "
            "that a set helps nobody. Ask how, never who."
        )
        + _when(low, chosen),
        label=_("Who facilitates"),
        place="running:facilitators",
    )


def _below(chosen: Chosen, metric: str, enough: float) -> Figure | None:
    figure = chosen.latest(metric)
    if figure is None or figure.value is None or figure.value >= enough:
        return None
    return figure


def _when(figure: Figure, chosen: Chosen) -> str:
    return of_earlier(figure.snapshot.quarter, chosen.snapshot.quarter)


def _keep_up(chosen: Chosen) -> NextStep | None:
    figure = chosen.latest("learning_over_change")
    if figure is None or figure.high is None or figure.high >= AS_FAST:
        return None
    return NextStep(
        words=_("Offer the sets the changes that nobody has learned from yet."),
        because=_(
            "More has changed than was learned from, even if chance is allowed for. "
            "A set takes up what it chooses."
        )
        + _when(figure, chosen),
        label=_("What has changed"),
        place="changes:log",
    )


def _take_root(chosen: Chosen, next_: Next) -> NextStep:
    known = standing({metric: chosen.value(metric) for metric in OF_EMBEDDING})
    if known.next and known.next.is_to_know:
        words = _("Go on, until it is known how far the programme takes root.")
        return NextStep(words, next_.words, next_.label, next_.place)
    because = _("It is what would help the programme most to take root.")
    return NextStep(next_.words, because, next_.label, next_.place)


def _tell() -> NextStep:
    return NextStep(
        words=_("Ask people what they would like to tell others."),
        because=_("All that is counted here is well. What it means, people tell best."),
        label=_("Offices and sponsors"),
        place="running:offices",
    )
