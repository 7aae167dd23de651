"""Next steps for whoever looks after a programme."""

from askwell.web.home.steps.step import NextStep, Seeker
from askwell.web.running.links import Links
from askwell.web.running.queries.needs import states_of
from askwell.web.running.queries.programmes import whole_of
from askwell.web.running.wording import call_of


def programme_that_needs(seeker: Seeker) -> NextStep | None:
    """Something in a programme waits for this manager; the newest programme first."""
    if seeker.learning_set:
        return None
    programmes = whole_of(seeker.person)
    states = states_of(programmes, at=seeker.at) if programmes else {}
    for programme in programmes:
        needs = states[programme.pk].needs
        if needs:
            call = call_of(needs[0], Links(programme))
            return NextStep(
                over=programme.name,
                heading=call.heading,
                words=call.words,
                label=call.label,
                path=call.path,
            )
    return None
