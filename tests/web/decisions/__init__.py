"""Who may do what at each address of the product: one row for each, none left out.

`get` and `post` name the roles an address opens to; None says that it does not know
the method. `told` are those who may look but are refused the act, with the reason.
Whoever is not named gets the answer that an absent page gives.
"""

from web.decisions import (
    actions,
    calendar,
    changes,
    coaching,
    cohorts,
    composing,
    dashboards,
    demo,
    enrolments,
    feedback,
    growth,
    guide,
    handing,
    home,
    intake,
    integrations,
    learning,
    meetings,
    passports,
    people,
    planning,
    practising,
    programmes,
    renewal,
    running,
    start,
    stories,
    surveys,
    topics,
    training,
    transcripts,
    ui,
    valuing,
)
from web.decisions.account import (
    ACCOUNT,
    ACCOUNT_BEGUN_BEFORE,
    ACCOUNT_ENTRANCE,
    ACCOUNT_OWN,
)
from web.decisions.row import Row

ROWS: tuple[Row, ...] = tuple(
    row
    for app in (
        actions,
        calendar,
        changes,
        coaching,
        cohorts,
        composing,
        dashboards,
        demo,
        enrolments,
        feedback,
        growth,
        guide,
        handing,
        home,
        intake,
        integrations,
        learning,
        meetings,
        passports,
        people,
        planning,
        practising,
        programmes,
        renewal,
        running,
        start,
        stories,
        surveys,
        topics,
        training,
        transcripts,
        ui,
        valuing,
    )
    for row in app.ROWS
)

__all__ = [
    "ACCOUNT",
    "ACCOUNT_BEGUN_BEFORE",
    "ACCOUNT_ENTRANCE",
    "ACCOUNT_OWN",
    "ROWS",
    "Row",
]
