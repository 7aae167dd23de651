"""Saying why something anticipated was not done; each app has reasons of its own."""

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Lazy

Reason = TypeVar("Reason", bound=Enum)


class RefusedError(Exception, Generic[Reason]):
    """Something anticipated stood in the way; nothing was changed.

    A subclass gives a sentence for each of its reasons.
    """

    sentences: "ClassVar[Mapping[Any, Lazy]]"

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.name)
        self.reason = reason

    def in_words(self) -> str:
        """What happened and what to do, in the reader's language."""
        return str(self.sentences[self.reason])

    @classmethod
    def unless(cls, fits: bool, reason: Reason) -> None:
        """Refuse for this reason unless it fits."""
        if not fits:
            raise cls(reason)
