"""What changed around the people of the year, in bursts, and who learned of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from django.db.models import Exists, OuterRef

from askwell.web.actions.models import Action, ReportBack
from askwell.web.changes.models import Arrangement, ChangeEvent, LearningLoop
from askwell.web.demo.naming import id_of
from askwell.web.demo.year.making import MANAGER
from askwell.web.demo.year.phrases import often
from askwell.web.demo.year.plan import Plan
from askwell.web.programmes.models import Programme

HEADCOUNT = 1240
# One in which learning follows change, but not at once.
DRAW = "changes5"


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that changed so many days ago, and how much."""

    days_ago: int
    title: str
    impact: int
    area: str = ""


# Two bursts, in spring and in early autumn of the year, and little between them.
CHANGED = (
    Changed(352, "One duty roster for both hospitals", 2, "Care"),
    Changed(340, "A new head of repairs at Ottermouth Homes", 1, "Estates"),
    Changed(331, "Visitors book by telephone no more", 1, "Digital"),
    Changed(318, "Another firm answers calls at night", 2, "Operations"),
    Changed(296, "The council's two contact centres become one", 3, "Operations"),
    Changed(281, "Water meters for all new homes", 2, "Operations"),
    Changed(262, "A third of the travel budget goes", 1, "Finance"),
    Changed(251, "New records system on the wards", 3, "Digital"),
    Changed(247, "New rules for damp and mould in rented homes", 3, "Estates"),
    Changed(243, "Tarrow Water reorganised by river and not by trade", 3, "Operations"),
    Changed(239, "All vacancies held until July", 2, "People"),
    Changed(236, "Outpatients move to the old library", 2, "Care"),
    Changed(228, "Payroll changes hands", 1, "Finance"),
    Changed(214, "Repairs can be asked for at weekends", 2, "Estates"),
    Changed(183, "A shared desk for complaints", 1, "People"),
    Changed(165, "Discharge letters on the same day", 2, "Care"),
    Changed(141, "Hosepipe ban, with a week's notice", 2, "Operations"),
    Changed(128, "Four vans for six rounds", 1, "Operations"),
    Changed(93, "Artificial intelligence at the front desk", 3, "Digital"),
    Changed(88, "A merger of two housing offices announced", 3, "Estates"),
    Changed(84, "New pay bands for carers", 2, "People"),
    Changed(79, "Winter plan brought forward by six weeks", 2, "Care"),
    Changed(58, "Invoices on paper come to an end", 1, "Finance"),
    Changed(37, "Two team leads share one post", 1, "People"),
    Changed(16, "Flood wardens asked of every organisation", 2, "Operations"),
)  # fmt: skip


def note_changes(plan: Plan, programme: Programme) -> None:
    """Whoever takes part may add to the log; some of them did."""
    Arrangement.objects.create(programme=programme, headcount=HEADCOUNT)
    oldest = max(each.days_ago for each in plan.starts)
    chance = plan.chance(DRAW)
    events = [
        _event(plan, programme, each, chance)
        for each in CHANGED
        if each.days_ago < oldest
    ]
    ChangeEvent.objects.bulk_create(events)
    LearningLoop.objects.bulk_create(_loops(plan, programme, events, chance))


def _event(
    plan: Plan, programme: Programme, changed: Changed, chance: Random
) -> ChangeEvent:
    noticed_at = plan.now - timedelta(days=changed.days_ago)
    early = [each for each in plan.people if not each.cast][:60]
    manager = id_of("person", MANAGER)
    return ChangeEvent(
        id=id_of("change", f"year/{changed.title}"),
        programme=programme,
        title=changed.title,
        impact=changed.impact,
        noticed_on=noticed_at.date(),
        area=changed.area,
        added_by_id=manager if often(0.5, chance) else chance.choice(early).id,
        added_at=noticed_at + timedelta(days=chance.choice((0, 1, 2, 4))),
    )


def _loops(
    plan: Plan, programme: Programme, events: Sequence[ChangeEvent], chance: Random
) -> Iterator[LearningLoop]:
    """Learning follows: weeks after a change somebody finishes something about it."""
    told = ReportBack.objects.filter(action=OuterRef("pk"), learned__isnull=False)
    learned = Action.objects.filter(
        Exists(told),
        settled_at__isnull=False,
        learning_set__cohort__programme=programme,
    )
    actions = list(learned.order_by("settled_at", "pk"))
    used: set[object] = set()
    for event in events:
        for action in _that_helped(event, actions, chance):
            if action.pk not in used and action.settled_at:
                used.add(action.pk)
                yield LearningLoop(
                    change=event,
                    person_id=action.owner_id,
                    action=action,
                    closed_on=action.settled_at.date(),
                    linked_at=min(action.settled_at + timedelta(days=2), plan.now),
                )


def _that_helped(
    event: ChangeEvent, actions: Sequence[Action], chance: Random
) -> list[Action]:
    """Four in five changes are learned from in time: by one person, or by several."""
    if often(0.2, chance):
        return []
    wait = timedelta(days=chance.choice((24, 35, 48, 60, 75)))
    later = [
        each
        for each in actions
        if each.settled_at and each.settled_at > event.added_at + wait
    ]
    return chance.sample(later[:12], min(len(later[:12]), chance.choice((1, 2, 3))))
