"""A programme with two years of frozen figures, as full as a page of them gets."""

from datetime import date
from itertools import combinations_with_replacement

from askwell.insight.periods import Quarter
from askwell.web.demo.operations import person
from askwell.web.programmes.models import Office
from factories import a_cohort, a_programme, a_snapshot, holds_office

AREAS = ("Care", "Estates", "Finance", "Operations", "People", "Research")
FEW = (0, 3)


def make(*, manager: str, sponsor: str) -> dict[str, str]:
    programme = a_programme(
        person(manager),
        name="Asking across the estuary, together and for longer",
        starts_on=date(2024, 10, 7),
        ends_on=date(2027, 10, 1),
    )
    holds_office(programme, person(sponsor), kind=Office.Kind.SPONSOR)
    for name in ("Autumn", "Spring"):
        a_cohort(programme, name)
    quarter = Quarter(2024, 4)
    for number in range(8):
        a_snapshot(programme, quarter, people=180, sets=24, **_figures(number))
        quarter = quarter.following
    return {"page": f"/programmes/{programme.pk}/insight/"}


def _figures(number: int) -> dict[str, object]:
    withheld = {"attendance": "telling", "open_share": "alike"}
    return {
        "meetings_held": 40.0 + number,
        "attendance": (0.7 + number / 50, 0.6, 0.9),
        "participation": (0.8, 0.7, 0.9),
        "open_share": (0.5 + number / 50, 0.4, 0.7),
        "slots_with_learning": (0.6, 0.5, 0.7),
        "listening": 5.4,
        "psychological_safety": 5.1,
        "said_freely": 2.5,
        "goal_attainment": 52.0 + number,
        "days_bid_to_action": 20.0 - number,
        "cost": 90_000.0,
        "avoided_spend": 120_000.0,
        "net_benefit": 30_000.0,
        "continuity": (0.8, 0.7, 0.9),
        "renewal": (0.4, 0.3, 0.5),
        "days_to_first_meeting": 30.0,
        "changes_noticed": 9.0 + number,
        "changes_learned": 6.0 + number,
        "learning_over_change": (0.7, 0.5, 1.2),
        "unlearned_backlog": 3.0 * number,
        "days_to_loop": 44.0,
        "keeping_up": 6.2,
        "changing_fast": 7.9,
        "stories_published": 5.0,
        "themes_shared": 2.0,
        "ties": _ties(number),
        **(withheld if number in FEW else {}),
    }


def _ties(number: int) -> dict[str, float | str]:
    pairs = combinations_with_replacement(AREAS, 2)
    return {
        f"{one}|{other}": "few" if place % 5 == 0 else float(place + number)
        for place, (one, other) in enumerate(pairs)
    }
