"""A division of the last cohort, found before, so that its board opens at once."""

from datetime import datetime, timedelta

from askwell.composer.appraising import appraise
from askwell.composer.proposal import Proposal, ProposedSet
from askwell.web.composing import codec
from askwell.web.composing import operations as composing
from askwell.web.composing.brief import Known, known_of
from askwell.web.demo.cast import PROGRAMME, character
from askwell.web.people.models import Person
from askwell.web.programmes.models import Cohort

WORKER = "demonstration"
TOOK = timedelta(seconds=4)


def put_together(cohort: Cohort, *, by: Person, at: datetime) -> None:
    """What a worker does after a search, with what a search found once."""
    asked = composing.ask(cohort, name=PROGRAMME.composition, by=by, at=at)
    job = composing.claim(worker=WORKER, at=at)
    if job is None or job.pk != asked.pk:
        # Somebody's own search was waiting first, and the worker will take ours.
        return
    proposal = _division(known_of(cohort, asked.asked))
    found = codec.proposal_to_json(proposal)
    division = {each: found[each] for each in ("sets", "score", "broken")}
    composing.finish(job, at=at + TOOK, steps=PROGRAMME.steps, **division)


def _division(known: Known) -> Proposal:
    ids = {one.email: who for who, one in known.enrolments.items()}
    sets = [
        ProposedSet(
            str(number),
            tuple(ids[character(key).email] for key in members),
            ids[character(leader).email],
        )
        for number, (leader, *members) in enumerate(PROGRAMME.found, 1)
    ]
    return appraise(known.brief, sets)
