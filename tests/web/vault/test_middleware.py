"""Pages refuse plainly what can no longer be sealed."""

import pytest
from django.test import Client
from django.utils import timezone

from askwell.web.programmes import queries
from askwell.web.vault import cipher
from factories import a_person, a_set

pytestmark = pytest.mark.django_db


def test_words_for_a_set_whose_keys_are_destroyed_are_refused_plainly() -> None:
    ana = a_person("Ana Sousa")
    learning_set = a_set(ana, facilitator=ana, agreed=True)
    cipher.keystore().shred(str(learning_set.pk), at=timezone.now())
    newest = queries.current_contract(learning_set)
    assert newest is not None
    browser = Client()
    browser.force_login(ana)

    answer = browser.post(
        f"/sets/{learning_set.pk}/contract/edit/",
        {"point": ["Other words"], "read": newest.version},
    )

    assert answer.status_code == 409
    assert "nothing more can be written" in answer.content.decode()
