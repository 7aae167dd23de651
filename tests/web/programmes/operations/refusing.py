"""A short way to say that something is refused."""

from collections.abc import Callable

import pytest

from askwell.web.programmes.refusals import NotDoneError, Reason


def refused(change: Callable[..., object], *args: object, **kwargs: object) -> Reason:
    """The reason for which a change was not made."""
    with pytest.raises(NotDoneError) as refusal:
        change(*args, **kwargs)
    return refusal.value.reason
