"""What a column of a list of people may hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Field(models.TextChoices):
    """The meanings a column can have, in the order they are offered."""

    NAME = "name", _("name")
    FIRST = "first", _("first name")
    LAST = "last", _("last name")
    EMAIL = "email", _("e-mail")
    ORGANISATION = "organisation", _("organisation")
    LEVEL = "level", _("level")
    AREA = "area", _("area")
    PLACE = "place", _("place")
    ZONE = "zone", _("time zone")
    MANAGER = "manager", _("line manager")
    COHORT = "cohort", _("cohort")
    TAKES_PART = "takes_part", _("takes part as a member")
    FACILITATES = "facilitates", _("can facilitate")
    CAPACITY = "capacity", _("sets they can facilitate")


# All that is needed to say who reports to whom.
OF_LINES = (
    Field.NAME,
    Field.FIRST,
    Field.LAST,
    Field.EMAIL,
    Field.ORGANISATION,
    Field.MANAGER,
)
