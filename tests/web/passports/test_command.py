"""`askwell badge` at the terminal of a server."""

import json
from uuid import uuid4

import pytest

from askwell.web.command import main
from askwell.web.passports.credentials.keys import published, signing_key
from askwell.web.passports.models import Withdrawn


def test_what_is_no_badge_is_said_with_what_to_give(tmp_path, capsys):
    signing_key()
    (tmp_path / "keys.json").write_text(json.dumps({"keys": published()}))
    (tmp_path / "badge").write_text("hello")
    given = [str(tmp_path / "badge"), "--keys", str(tmp_path / "keys.json")]

    assert main(["badge", "check", *given]) == 2
    assert "holds no Open Badge 3.0" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_badge_is_withdrawn_by_its_id(capsys):
    badge = uuid4()

    assert main(["badge", "withdraw", f"urn:uuid:{badge}"]) == 0
    assert Withdrawn.objects.get().credential == badge


def test_keys_are_rotated_and_told(settings, tmp_path, capsys):
    settings.KEYSTORE = tmp_path / "keys" / "keystore.sqlite3"

    main(["badge", "rotate"])
    told = capsys.readouterr().out
    main(["badge", "keys"])

    keys = json.loads(capsys.readouterr().out)["keys"]
    assert len(keys) == 2
    assert [each["kid"] in told for each in keys].count(True) == 1


def test_a_key_is_distrusted_and_a_new_one_takes_its_place(settings, tmp_path, capsys):
    settings.KEYSTORE = tmp_path / "keys" / "keystore.sqlite3"
    signing_key()
    (old,) = published()

    assert main(["badge", "distrust", old["kid"]]) == 0
    assert main(["badge", "distrust", old["kid"]]) == 2

    assert [each["kid"] == old["kid"] for each in published()] == [False]
    assert "is no published key" in capsys.readouterr().err
