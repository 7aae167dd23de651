"""One change to a composition at a time."""

from askwell.web.composing.models import Composition
from askwell.web.composing.refusals import NotComposedError, Reason


def hold(
    composition: Composition, *, version: int | None = None, going_on: bool = False
) -> Composition:
    """The composition, locked until the transaction ends.

    What was adopted stays as it is; what is searched for cannot be changed yet. With
    a version, the change was made to what its maker saw.
    """
    held = (
        Composition.objects.select_for_update(of=("self",))
        .select_related("cohort__programme")
        .get(pk=composition.pk)
    )
    if held.adopted_at:
        raise NotComposedError(Reason.ADOPTED)
    if held.is_going_on and not going_on:
        raise NotComposedError(Reason.GOING_ON)
    if version is not None and version != held.version:
        raise NotComposedError(Reason.CHANGED_MEANWHILE)
    return held
