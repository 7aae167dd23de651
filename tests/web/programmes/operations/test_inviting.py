"""Asking people into a set, by address or by a link."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes import operations
from askwell.web.programmes.models import Belonging, Invitation
from askwell.web.programmes.refusals import Reason
from factories import (
    NOON,
    a_set,
    minutes,
)
from web.programmes.operations.refusing import refused

pytestmark = pytest.mark.django_db


class TestInviting:
    def test_an_invitation_is_posted_to_the_address(self, amara):
        learning_set = a_set(amara)

        invitation = operations.invite(
            learning_set, email="New@people.example", by=amara, at=NOON
        )

        notice = Notice.objects.get()
        assert (notice.kind, notice.address) == ("invited", "new@people.example")
        assert notice.path == f"/join/{invitation.code}/"

    def test_inviting_again_closes_the_older_link(self, amara):
        learning_set = a_set(amara)
        older = operations.invite(learning_set, email="a@b.example", by=amara, at=NOON)

        operations.invite(learning_set, email="a@b.example", by=amara, at=NOON)

        older.refresh_from_db()
        assert not older.is_open(at=NOON)

    def test_a_stranger_invites_nobody(self, amara, jonas):
        learning_set = a_set(amara)

        why = refused(
            operations.invite, learning_set, email="a@b.example", by=jonas, at=NOON
        )
        assert why is Reason.NOT_YOURS_TO_DO

    def test_nobody_floods_the_post(self, amara, monkeypatch):
        monkeypatch.setattr(operations.inviting, "MOST_INVITATIONS_A_DAY", 1)
        learning_set = a_set(amara)
        operations.invite(learning_set, email="a@b.example", by=amara, at=NOON)

        why = refused(
            operations.invite, learning_set, email="c@d.example", by=amara, at=NOON
        )
        assert why is Reason.TOO_MANY_INVITATIONS

    def test_a_set_has_one_link_for_members_and_one_for_guests(self, amara):
        learning_set = a_set(amara)

        members = operations.open_link(learning_set, by=amara, at=NOON)
        guests = operations.open_link(
            learning_set, belonging=Belonging.GUEST, by=amara, at=NOON
        )
        again = operations.open_link(
            learning_set, belonging=Belonging.GUEST, by=amara, at=NOON
        )

        assert members != guests
        assert again == guests

    def test_a_link_serves_for_fourteen_days(self, amara):
        link = operations.open_link(
            a_set(amara), belonging=Belonging.GUEST, by=amara, at=NOON
        )

        assert link.is_open(at=NOON + Invitation.LASTS - minutes(1))
        assert not link.is_open(at=NOON + Invitation.LASTS)
