"""What changes about an offer: written, offered, answered, published, taken back."""

from askwell.web.stories.operations.asking import agree, object_to, offer, say_fine
from askwell.web.stories.operations.ending import delete, finish, forget, take_back
from askwell.web.stories.operations.theming import freeze
from askwell.web.stories.operations.writing import begin, settle, write

__all__ = [
    "agree",
    "begin",
    "delete",
    "finish",
    "forget",
    "freeze",
    "object_to",
    "offer",
    "say_fine",
    "settle",
    "take_back",
    "write",
]
