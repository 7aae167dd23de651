"""Who may do what with a topic: its owner, and nobody else."""

from askwell.web.people.models import Person
from askwell.web.topics.models import Topic


def can_write(person: Person, topic: Topic) -> bool:
    """Only the owner words, brings, closes or deletes a topic."""
    return topic.owner_id == person.id
