"""`askwell badge`: check a badge offline, and look after the keys that sign them."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from askwell.web.passports.credentials.checking import Checked, Verdict, check
from askwell.web.passports.credentials.jose import NotSignedError, key_of

SAID = {
    Verdict.VALID: "valid",
    Verdict.EXPIRED: "genuine, but expired",
    Verdict.NOT_YET: "genuine, but does not count yet",
    Verdict.WITHDRAWN: "genuine, but withdrawn",
    Verdict.CHANGED: "changed: the signature does not fit what it says",
    Verdict.UNKNOWN_KEY: "signed with a key that is not among those given",
}


class NotCheckable(Exception):
    """What was given cannot be read; says what to give instead."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the acts; `needs_server` is whether they need the data folder."""
    acts = parser.add_subparsers(required=True, metavar="ACT")

    checking = acts.add_parser(
        "check",
        help="say whether a badge is genuine and counts",
        description="Exit code 0 if it is valid, 1 if not, 2 if it cannot be read.",
    )
    checking.add_argument("badge", type=Path, metavar="FILE", help="- reads from input")
    checking.add_argument(
        "--keys", type=Path, required=True, help="public keys, as /badges/keys/ gives"
    )
    checking.add_argument(
        "--withdrawn", type=Path, help="the list that /badges/withdrawn/ gives"
    )
    checking.set_defaults(act=say_whether, needs_server=False)

    telling = acts.add_parser("keys", help="print the public keys of this server")
    telling.set_defaults(act=tell_keys, needs_server=True)

    rotating = acts.add_parser("rotate", help="sign with a new key from now on")
    rotating.set_defaults(act=rotate, needs_server=True)

    distrusting = acts.add_parser(
        "distrust", help="publish a key no longer, because somebody else has it"
    )
    distrusting.add_argument("key", metavar="NAME", help="its kid, as keys prints it")
    distrusting.set_defaults(act=distrust, needs_server=True)

    withdrawing = acts.add_parser("withdraw", help="let a badge count no more")
    withdrawing.add_argument("badge", type=UUID, metavar="ID", help="urn:uuid:…")
    withdrawing.set_defaults(act=withdraw, needs_server=True)


def say_whether(options: argparse.Namespace) -> int:
    """One line about the badge, and what it says where it is genuine."""
    checked = check(
        _text(options.badge),
        keys=_keys(options.keys),
        withdrawn=_withdrawn(options.withdrawn),
        at=datetime.now(UTC),
    )
    if checked.verdict is Verdict.NOT_A_BADGE:
        raise NotCheckable(
            f"{options.badge} holds no Open Badge 3.0 signed as a JWT (RS256). Give "
            "the file as it was downloaded."
        )
    print(f"This badge is {SAID[checked.verdict]}.")
    if checked.is_genuine:
        _print(checked)
        _say_what_is_not_known(checked, options.withdrawn)
    return 0 if checked.verdict is Verdict.VALID else 1


def _print(checked: Checked) -> None:
    lines = {
        "For": checked.level,
        "By": checked.issuer,
        "Since": checked.since and checked.since.date(),
        "Until": checked.until and checked.until.date(),
        "To": checked.name,
    }
    for name, value in lines.items():
        if value:
            print(f"  {name}: {value}")


def _say_what_is_not_known(checked: Checked, file: Path | None) -> None:
    """Away from its server a badge may have been withdrawn without our knowing."""
    if checked.verdict is Verdict.WITHDRAWN:
        return
    where = checked.list_of_withdrawn
    if file is None:
        print(f"Not looked up: whether it was withdrawn. Save {where} for --withdrawn.")
    elif _json(file).get("id", where) != where:
        print(f"{file} is not the list that the badge names, which is {where}.")
    else:
        print(f"Not withdrawn when {file} was saved.")


def _text(file: Path) -> str:
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as problem:
        raise NotCheckable(f"{file} cannot be read as text.") from problem


def _keys(file: Path) -> list[dict[str, str]]:
    """A set of keys, or a single one."""
    found = _json(file)
    keys = found.get("keys", [found])
    try:
        if not (keys and isinstance(keys, list)):
            raise NotSignedError
        for each in keys:
            key_of(each)
    except NotSignedError as problem:
        raise NotCheckable(
            f"{file} holds no public RSA keys. Give what /badges/keys/ of the server "
            "that gave the badge shows."
        ) from problem
    return list(keys)


def _withdrawn(file: Path | None) -> list[UUID]:
    if file is None:
        return []
    rows = _json(file).get("revokedCredential", [])
    try:
        gone = [each["id"] for each in rows if each.get("revoked", True)]
        return [UUID(each.removeprefix("urn:uuid:")) for each in gone]
    except (AttributeError, KeyError, TypeError, ValueError) as problem:
        raise NotCheckable(f"{file} is no list of withdrawn badges.") from problem


def _json(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(_text(file))
    except ValueError as problem:
        raise NotCheckable(f"{file} holds no JSON.") from problem
    if not isinstance(found, dict):
        raise NotCheckable(f"{file} holds no JSON object.")
    return found


def tell_keys(_: argparse.Namespace) -> None:
    from askwell.web.passports.credentials.keys import published

    print(json.dumps({"keys": published()}, indent=1))


def rotate(_: argparse.Namespace) -> None:
    from askwell.web.passports.credentials import keys

    print(f"New badges are signed with {keys.rotate()}. Older ones still verify.")


def distrust(options: argparse.Namespace) -> None:
    from askwell.web.passports.credentials import keys

    try:
        keys.distrust(options.key)
    except KeyError as problem:
        raise NotCheckable(
            f"{options.key} is no published key: `askwell badge keys` prints them."
        ) from problem
    print(
        "No badge that was signed with it verifies here any more. Tell those who keep "
        "a copy of your keys, and ask the owners to get theirs anew."
    )


def withdraw(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from askwell.web.passports.operations.badges import withdraw_credential

    withdraw_credential(options.badge, at=timezone.now())
    print("It is on the list of withdrawn badges.")
