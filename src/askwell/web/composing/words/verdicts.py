"""What a change would do: better, about the same, worse, or not possible and why."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.composer.appraising import Appraisal, Board, Step, Told
from askwell.web.composing.operations import is_possible
from askwell.web.composing.words.breaches import People, Sized, breaches
from askwell.web.composing.words.names import WISHES

STEPS = {
    Step.MUCH_BETTER: ("better", _("much better")),
    Step.BETTER: ("better", _("better")),
    Step.THE_SAME: ("same", _("about the same")),
    Step.WORSE: ("worse", _("worse")),
    Step.MUCH_WORSE: ("worse", _("much worse")),
}
# Less than this nobody would notice.
NOTICED = 0.004
MOST_PARTS = 2


@dataclass(frozen=True)
class Verdict:
    """`kind` is better, same, worse or impossible; `words` says it, `why` explains."""

    kind: str
    words: str
    why: str

    @property
    def is_possible(self) -> bool:
        return self.kind != "impossible"


def refusal(why: str) -> Verdict:
    return Verdict("impossible", gettext("not possible"), why)


def verdict(
    appraisal: Appraisal,
    board: Board,
    people: People,
    sized: Sized,
    *,
    strict: bool = False,
) -> Verdict:
    """A set may lack its facilitator for a while, unless that is what is asked."""
    told = board.tell(appraisal)
    sentences = breaches(told.appearing, people, sized)
    if not is_possible(appraisal) or (strict and appraisal.forbidden):
        return refusal(" ".join(sentences))
    kind, said = STEPS[told.total]
    words = str(said)
    mended = len(told.vanishing) - len(told.appearing)
    if mended > 0:
        kind, words = "better", gettext("mends a rule")
    return Verdict(kind, words, " ".join([*sentences, _parts(told)]).strip())


def _parts(told: Told) -> str:
    """The wishes that gain or lose most; challenges are left out."""
    moved = sorted(told.parts.items(), key=lambda each: -abs(each[1].by))
    said = [
        (gettext("%(wish)s gain") if change.by > 0 else gettext("%(wish)s lose"))
        % {"wish": WISHES[wish]}
        for wish, change in moved
        if abs(change.by) >= NOTICED
    ]
    return f"{', '.join(said[:MOST_PARTS])}." if said else ""
