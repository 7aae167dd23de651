"""A badge says little, is signed, and is checked without asking anybody."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from jsonschema import Draft201909Validator

from askwell.web.passports import command
from askwell.web.passports.credentials import keys
from askwell.web.passports.credentials.checking import Verdict, check
from askwell.web.passports.credentials.credential import (
    Achieved,
    Issuer,
    Recipient,
    credential,
)
from askwell.web.passports.credentials.jose import (
    from_base64,
    jwk_of,
    parts_of,
    sign,
    thumbprint,
    to_base64,
)
from factories import NOON

SCHEMA = Path(__file__).parent / "schema/ob_v3p0_achievementcredential_schema.json"
ISSUER = Issuer(
    "https://askwell.example/badges/issuer/", "Askwell", "https://a.example"
)
LEVEL = Achieved(uuid4(), "Askwell’s levels: Practice", "Tried it.", "- Lessons: 8")
YEAR = timedelta(days=365)
ID = uuid4()
LATER = NOON + timedelta(days=1)


def said(name="", until=NOON + YEAR):
    return credential(
        id=ID,
        issuer=ISSUER,
        recipient=Recipient(uuid4(), "amara@people.example", "salt", name),
        achieved=LEVEL,
        status_list="https://askwell.example/badges/withdrawn/",
        at=NOON,
        until=until,
    )


@pytest.fixture(scope="module")
def key():
    return keys.signing_key()


def kid(key):
    return (
        f"https://askwell.example/badges/keys/{thumbprint(jwk_of(key.public_key()))}/"
    )


def signed(key, **told):
    return sign(said() | told, key=key, kid=kid(key))


def verdict(token, at=LATER, **told):
    return check(token, keys=keys.published(), at=at, **told).verdict


@pytest.mark.parametrize("given", [{}, {"name": "Amara Okafor"}, {"until": None}])
def test_a_badge_is_as_the_standard_has_it(given):
    schema = Draft201909Validator(json.loads(SCHEMA.read_text()))

    assert [each.message for each in schema.iter_errors(said(**given))] == []


def test_the_schema_is_not_content_with_anything():
    schema = Draft201909Validator(json.loads(SCHEMA.read_text()))
    without = {name: each for name, each in said().items() if name != "validFrom"}

    assert not schema.is_valid(without)


def test_a_badge_is_signed_as_the_standard_asks(key):
    header, payload = parts_of(signed(key))

    assert sorted(header) == ["alg", "jwk", "kid", "typ"]
    assert (header["alg"], header["typ"]) == ("RS256", "JWT")
    assert sorted(header["jwk"]) == ["e", "kty", "n"]
    assert payload["iss"] == payload["issuer"]["id"]
    assert payload["jti"] == payload["id"] == f"urn:uuid:{ID}"
    assert payload["nbf"] == int(NOON.timestamp())
    assert payload["exp"] == int((NOON + YEAR).timestamp())


def test_a_badge_tells_no_address_and_no_name_by_itself():
    told = json.dumps(said())

    assert "amara" not in told.lower()
    assert '"identityType": "name"' not in told


def test_its_owner_may_have_their_name_on_it(key):
    token = sign(said(name="Amara Okafor"), key=key, kid=kid(key))

    checked = check(token, keys=keys.published(), at=LATER)

    assert checked.name == "Amara Okafor"
    assert checked.was_given_to("Amara@people.example ")
    assert not checked.was_given_to("jonas@people.example")


def test_a_badge_counts_from_when_it_was_given_until_it_expires(key):
    token = signed(key)

    assert verdict(token) is Verdict.VALID
    assert verdict(token, at=NOON - YEAR) is Verdict.NOT_YET
    assert verdict(token, at=NOON + YEAR) is Verdict.EXPIRED
    assert verdict(token, withdrawn=[ID]) is Verdict.WITHDRAWN


def test_what_was_changed_is_found(key):
    header, payload, signature = signed(key).split(".")
    other = json.loads(from_base64(payload)) | {"name": "Master of all"}
    forged = to_base64(json.dumps(other).encode())

    assert verdict(f"{header}.{forged}.{signature}") is Verdict.CHANGED
    assert verdict(f"{header}.{payload}.{signature[:-4]}") is Verdict.CHANGED


@pytest.mark.parametrize(
    "told",
    [
        {"iss": "https://elsewhere.example/"},
        {"sub": "urn:uuid:of-somebody-else"},
        {"jti": "urn:uuid:of-another"},
        {"nbf": 1},
        {"exp": 4_000_000_000},
        {"issuer": "https://askwell.example/badges/issuer/"},
        {"credentialSubject": []},
        {"validFrom": "yesterday"},
    ],
    ids=str,
)
def test_claims_that_do_not_agree_are_not_believed(key, told):
    assert verdict(signed(key, **told)) is Verdict.CHANGED


def test_a_key_that_a_badge_brings_along_is_not_believed(key):
    """Somebody signs with a key of their own, and says that it is ours."""
    theirs = keys.rsa.generate_private_key(65537, keys.BITS)

    assert verdict(sign(said(), key=theirs, kid=kid(key))) is Verdict.CHANGED
    assert verdict(sign(said(), key=theirs, kid=kid(theirs))) is Verdict.UNKNOWN_KEY


@pytest.mark.parametrize(
    "token",
    ["", "hello", "a.b.c", "a.b", "é.é.é", "W10.W10.W10", "x" * 40_000, "e30.e30.e30"],
    ids=lambda each: each[:12] or "nothing",
)
def test_what_is_no_badge_is_called_so(token):
    assert verdict(token) is Verdict.NOT_A_BADGE


def test_no_other_way_of_signing_is_tried(key):
    _, payload, _ = signed(key).split(".")
    for algorithm in ("none", "HS256", "ES256"):
        header = to_base64(json.dumps({"alg": algorithm, "kid": kid(key)}).encode())

        assert verdict(f"{header}.{payload}.") is Verdict.NOT_A_BADGE


@pytest.mark.parametrize("kinds", [5, None, "OpenBadgeCredential", {}, [[]]], ids=str)
def test_what_claims_to_be_a_badge_in_another_way_is_none(key, kinds):
    assert verdict(signed(key, type=kinds)) is Verdict.NOT_A_BADGE


# Keys


def test_a_key_is_made_once_for_its_owner_alone(settings, tmp_path):
    settings.KEYSTORE = tmp_path / "keys" / "keystore.sqlite3"

    first, again = keys.signing_key(), keys.signing_key()

    assert jwk_of(first.public_key()) == jwk_of(again.public_key())
    file = keys.folder() / "signing.pem"
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(keys.folder().iterdir()) == [keys.folder() / "published", file]


def test_after_a_rotation_old_badges_still_verify(settings, tmp_path):
    settings.KEYSTORE = tmp_path / "keys" / "keystore.sqlite3"
    old = signed(keys.signing_key())

    name = keys.rotate()
    new = signed(keys.signing_key())

    assert name in [each["kid"] for each in keys.published()]
    assert [verdict(old), verdict(new)] == [Verdict.VALID, Verdict.VALID]
    assert all("d" not in each for each in keys.published())


def test_a_key_that_somebody_else_has_is_believed_no_more(settings, tmp_path):
    settings.KEYSTORE = tmp_path / "keys" / "keystore.sqlite3"
    stolen = keys.signing_key()
    name = thumbprint(jwk_of(stolen.public_key()))

    keys.distrust(name)
    new = signed(keys.signing_key())

    assert verdict(signed(stolen)) is Verdict.UNKNOWN_KEY
    assert verdict(new) is Verdict.VALID
    with pytest.raises(KeyError):
        keys.distrust(name)


@pytest.mark.parametrize(
    "told",
    [
        {"validFrom": "2026-03-03T12:00:00"},
        {"credentialSubject": {"identifier": "of nobody", "achievement": []}},
        {"credentialSubject": {"identifier": [5, {}], "achievement": {"criteria": 1}}},
        {"credentialStatus": []},
    ],
    ids=str,
)
def test_what_others_put_into_their_badges_breaks_nothing(key, told):
    mine = said() | {"sub": None} if "credentialSubject" in told else said()
    checked = check(
        sign(mine | told, key=key, kid=kid(key)), keys=keys.published(), at=LATER
    )

    seen = (checked.level, checked.criteria, checked.name, checked.issuer)

    assert checked.verdict is Verdict.VALID
    assert all(isinstance(each, str) for each in (*seen, checked.list_of_withdrawn))
    assert not checked.was_given_to("jonas@people.example")


# At the terminal


@pytest.fixture
def files(key, tmp_path):
    """A badge that lasts, and the keys to check it with."""
    (tmp_path / "badge.jwt").write_text(sign(said(until=None), key=key, kid=kid(key)))
    (tmp_path / "keys.json").write_text(json.dumps({"keys": keys.published()}))
    gone = {"revokedCredential": [{"id": f"urn:uuid:{ID}"}]}
    (tmp_path / "withdrawn.json").write_text(json.dumps(gone))
    (tmp_path / "odd.json").write_text('{"keys": 5}')
    return tmp_path


def asked(folder, **told):
    given = {"badge": "badge.jwt", "keys": "keys.json", "withdrawn": None} | told
    paths = {name: each and folder / each for name, each in given.items()}
    return command.argparse.Namespace(**paths)


def test_a_badge_is_checked_offline(files, capsys):
    assert command.say_whether(asked(files)) == 0
    assert command.say_whether(asked(files, withdrawn="withdrawn.json")) == 1

    first, second = capsys.readouterr().out.split("This badge is ")[1:]
    assert first == (
        "valid.\n  For: Askwell’s levels: Practice\n  By: Askwell\n"
        "  Since: 2026-03-03\n"
        "Not looked up: whether it was withdrawn. Save "
        "https://askwell.example/badges/withdrawn/ for --withdrawn.\n"
    )
    assert second.startswith("genuine, but withdrawn.\n")


@pytest.mark.parametrize(
    ("server", "words"),
    [("askwell", "Not withdrawn when"), ("other", "is not the list that the badge")],
)
def test_a_list_of_another_server_is_not_relied_on(files, capsys, server, words):
    told = {"id": f"https://{server}.example/badges/withdrawn/"}
    (files / "withdrawn.json").write_text(json.dumps(told))

    assert command.say_whether(asked(files, withdrawn="withdrawn.json")) == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    "told",
    [
        {"badge": "keys.json"},
        {"badge": "absent"},
        {"keys": "badge.jwt"},
        {"keys": "withdrawn.json"},
        {"keys": "odd.json"},
        {"withdrawn": "badge.jwt"},
    ],
    ids=str,
)
def test_what_cannot_be_read_is_said(files, told):
    with pytest.raises(command.NotCheckable):
        command.say_whether(asked(files, **told))


def test_identities_are_uuids_of_one_badge_alone():
    subjects = {said()["sub"] for _ in range(2)}

    assert len({UUID(each.removeprefix("urn:uuid:")) for each in subjects}) == 2
