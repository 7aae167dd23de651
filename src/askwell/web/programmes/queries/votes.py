"""Questions about votes: which is open, who has answered, what came of the others."""

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Vote
from askwell.web.programmes.queries.people import members_of


def open_vote(learning_set: LearningSet) -> Vote | None:
    """What the set is being asked just now."""
    return learning_set.votes.open().first()


def have_voted(vote: Vote) -> set[object]:
    """Who has answered, though never what; nothing once the vote is over."""
    return set(vote.voices.values_list("person_id", flat=True))


def yet_to_vote(vote: Vote) -> list[Person]:
    """The members whose answer is missing, by name."""
    answered = have_voted(vote)
    return [one for one in members_of(vote.learning_set) if one.id not in answered]


def own_voice(vote: Vote, person: Person) -> bool | None:
    """What this person said; nobody else is ever told."""
    return vote.voices.filter(person=person).values_list("says_yes", flat=True).first()
