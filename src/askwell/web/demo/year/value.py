"""What the year costs, and what owners say they did not have to buy."""

from decimal import Decimal

from askwell.web.actions.models import Action
from askwell.web.demo.naming import id_of
from askwell.web.demo.people import person
from askwell.web.demo.year.making import MANAGER
from askwell.web.demo.year.phrases import often
from askwell.web.demo.year.plan import Plan
from askwell.web.programmes.models import Programme
from askwell.web.valuing import estimates, operations
from askwell.web.valuing.estimates import Said
from askwell.web.valuing.models import Spared

CURRENCY = "GBP"
COSTS = {
    "currency": CURRENCY,
    "facilitator_hour": Decimal(48),
    "beside_hours": Decimal("1.5"),
    "member_hour": Decimal(31),
    "platform_year": Decimal(6200),
    "other_year": Decimal(3500),
    "coach_session": Decimal(165),
    "coach_sessions": 6,
    "coach_people": 8,
}
BOUGHT = (
    ("Two days of an adviser", 1800),
    ("A mediator for an afternoon", 850),
    ("A review by outsiders", 7500),
    ("Agency cover for a fortnight", 2900),
    ("A day of training for the team", 1200),
    ("A project manager for a month", 6400),
)


def reckon(plan: Plan, programme: Programme) -> None:
    """The manager's prices, and estimates of some actions that are finished."""
    nadia = person(MANAGER)
    operations.keep_costs(programme, COSTS, by=nadia, at=plan.begun_at)
    chance = plan.chance("value")
    settled = Action.objects.filter(
        learning_set__cohort__programme=programme,
        status="done",
        settled_at__isnull=False,
    )
    spared = []
    for action in settled.order_by("settled_at", "pk"):
        if action.settled_at and often(0.7, chance):
            bought, amount = chance.choice(BOUGHT)
            said = Said(
                bought=bought,
                amount=amount,
                currency=CURRENCY,
                share=chance.choice((30, 50, 50, 70)),
                sure=chance.choice((40, 50, 60, 80)),
            )
            spared.append(
                Spared(
                    id=id_of("spared", str(action.pk)),
                    owner_id=action.owner_id,
                    learning_set_id=action.learning_set_id,
                    action=action,
                    said=estimates.written(said),
                    said_at=action.settled_at,
                )
            )
    Spared.objects.bulk_create(spared)
