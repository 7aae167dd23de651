"""What a change would do: better, about the same, worse, or not possible and why."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.composer.appraising import Appraisal, Board, Step, Told
from askwell.composer.proposal import Broken, Rule
from askwell.web.composing.operations import MAY_APPEAR, is_possible
from askwell.web.composing.words.breaches import People, Sized, breaches
from askwell.web.composing.words.names import WISHED_FOR, listed

STEPS = {
    Step.MUCH_BETTER: ("better", _("much better")),
    Step.BETTER: ("better", _("better")),
    Step.THE_SAME: ("same", _("about the same")),
    Step.WORSE: ("worse", _("worse")),
    Step.MUCH_WORSE: ("worse", _("much worse")),
}
# Less than this nobody would notice.
NOTICED = 0.004
MOST_PARTS = MOST_REASONS = 2
# Told before all others.
HEAVIEST = (Rule.LINE_MANAGER, Rule.EXCLUSIVE, Rule.MUST_NOT, Rule.MUST)


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
    if not is_possible(appraisal) or (strict and appraisal.forbidden):
        return refusal(why_not(told, people, sized))
    sentences = breaches(told.appearing, people, sized)
    kind, said = STEPS[told.total]
    words = str(said)
    mended = len(told.vanishing) - len(told.appearing)
    if mended > 0:
        kind, words = "better", gettext("mends a rule")
    return Verdict(kind, words, " ".join([*sentences, _parts(told)]).strip())


def newcomer_verdict(
    appraisal: Appraisal, board: Board, people: People, sized: Sized
) -> Verdict:
    """What their coming does to the one set they come to."""
    told = board.tell(appraisal)
    if not is_possible(appraisal):
        return refusal(why_not(told, people, sized))
    step = next(iter(told.sets.values()), Step.THE_SAME)
    kind, said = STEPS[step]
    return Verdict(kind, str(said), " ".join(breaches(told.appearing, people, sized)))


def why_not(told: Told, people: People, sized: Sized) -> str:
    """The reasons that weigh most; the facilitator can be changed, people cannot."""
    weighty = [each for each in told.appearing if each.rule not in MAY_APPEAR]
    said = breaches(sorted(weighty or told.appearing, key=_weight), people, sized)
    return " ".join(said[:MOST_REASONS])


def _weight(broken: Broken) -> int:
    return HEAVIEST.index(broken.rule) if broken.rule in HEAVIEST else len(HEAVIEST)


def _parts(told: Told) -> str:
    """The wishes that gain or lose most; challenges are left out."""
    moved = sorted(told.parts.items(), key=lambda each: -abs(each[1].by))[:MOST_PARTS]
    gains = [str(WISHED_FOR[w]) for w, change in moved if change.by >= NOTICED]
    loses = [str(WISHED_FOR[w]) for w, change in moved if change.by <= -NOTICED]
    said = []
    if gains:
        said.append(gettext("Gains in %(what)s.") % {"what": listed(gains)})
    if loses:
        said.append(gettext("Loses in %(what)s.") % {"what": listed(loses)})
    return " ".join(said)
