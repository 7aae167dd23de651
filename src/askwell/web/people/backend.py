"""Finds whoever is signed in, and in the same query what is new for them."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Func, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from askwell.web.people.models import Notice, Person


class Backend(AuthenticationBackend):
    """The header of every page says how much is unread: `request.user.unread`."""

    def get_user(self, user_id: Any) -> Person | None:
        person = Person.objects.annotate(unread=_unread()).filter(pk=user_id).first()
        return person if person and self.user_can_authenticate(person) else None


def _unread() -> Coalesce:
    mine = Q(person=OuterRef("pk")) | Q(address=OuterRef("email"))
    unread = Notice.objects.unread().filter(mine).order_by()
    # Django's own Count would count each by itself: it groups by the notice's key.
    number = unread.annotate(
        number=Func("pk", function="COUNT", output_field=IntegerField())
    )
    return Coalesce(Subquery(number.values("number")[:1]), 0)
