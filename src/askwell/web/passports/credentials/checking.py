"""Checks a badge with public keys that are at hand; asks nothing of any network."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from askwell.web.passports.credentials.credential import hashed
from askwell.web.passports.credentials.jose import (
    ALGORITHM,
    Jwk,
    NotSignedError,
    is_signed_by,
    parts_of,
    thumbprint,
)

LONGEST = 32_000


class Verdict(Enum):
    """What came of it, the worst first."""

    NOT_A_BADGE = "not_a_badge"
    UNKNOWN_KEY = "unknown_key"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    VALID = "valid"


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict, and what the badge says where its signature holds."""

    verdict: Verdict
    said: dict[str, Any] = field(default_factory=dict)

    @property
    def is_genuine(self) -> bool:
        """Its words are as they were signed, whether or not they still count."""
        return bool(self.said)

    @property
    def level(self) -> str:
        return str(self._achievement.get("name", ""))

    @property
    def criteria(self) -> str:
        return str(_fields(self._achievement.get("criteria")).get("narrative", ""))

    @property
    def issuer(self) -> str:
        return str(_fields(self.said.get("issuer")).get("name", ""))

    @property
    def since(self) -> datetime | None:
        return _instant(self.said.get("validFrom"))

    @property
    def until(self) -> datetime | None:
        return _instant(self.said.get("validUntil"))

    @property
    def name(self) -> str:
        """Of whom it was given to, if they wished it to stand there."""
        found = (each.get("identityHash", "") for each in self._of_type("name"))
        return str(next(found, ""))

    def was_given_to(self, email: str) -> bool:
        """Whether the hash in it is of this address."""
        return any(
            each.get("identityHash") == hashed(email, str(each.get("salt", "")))
            for each in self._of_type("emailAddress")
        )

    @property
    def list_of_withdrawn(self) -> str:
        """Where it says that it will stand if it is withdrawn."""
        return str(_fields(self.said.get("credentialStatus")).get("id", ""))

    @property
    def _achievement(self) -> dict[str, Any]:
        return _fields(self._subject.get("achievement"))

    def _of_type(self, kind: str) -> list[dict[str, Any]]:
        given = self._subject.get("identifier", [])
        found = map(_fields, given if isinstance(given, list) else [given])
        return [each for each in found if each.get("identityType") == kind]

    @property
    def _subject(self) -> dict[str, Any]:
        return _fields(self.said.get("credentialSubject"))


def check(
    token: str,
    *,
    keys: Iterable[Jwk],
    at: datetime,
    withdrawn: Collection[UUID] = (),
) -> Checked:
    """The key that a badge brings along is never believed: only those given are."""
    try:
        header, said = _read(token)
        key = _key_for(header, keys)
    except NotSignedError:
        return Checked(Verdict.NOT_A_BADGE)
    if key is None:
        return Checked(Verdict.UNKNOWN_KEY)
    if not is_signed_by(token, key) or not _agrees(said):
        return Checked(Verdict.CHANGED)
    return Checked(_counts(said, withdrawn, at), said)


def _read(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    if len(token) > LONGEST:
        raise NotSignedError
    header, said = parts_of(token)
    kinds = said.get("type")
    is_badge = isinstance(kinds, list) and "OpenBadgeCredential" in kinds
    if header.get("alg") != ALGORITHM or not is_badge:
        raise NotSignedError
    return header, said


def _key_for(header: dict[str, Any], keys: Iterable[Jwk]) -> Jwk | None:
    """By the name at the end of its address, which is the key's own thumbprint."""
    kid = str(header.get("kid", "")).rstrip("/").rpartition("/")[2]
    return next((each for each in keys if thumbprint(each) == kid), None)


def _agrees(said: dict[str, Any]) -> bool:
    """The claims must say what the credential says (the standard, section 8.2)."""
    since = _instant(said.get("validFrom"))
    until = _instant(said.get("validUntil"))
    return (
        isinstance(said.get("issuer"), dict)
        and isinstance(said.get("credentialSubject"), dict)
        and said.get("iss") == said["issuer"].get("id")
        and said.get("jti") == said.get("id")
        and said.get("sub") == said["credentialSubject"].get("id")
        and since is not None
        and said.get("nbf") == int(since.timestamp())
        and said.get("exp") == (int(until.timestamp()) if until else None)
    )


def _counts(said: dict[str, Any], withdrawn: Collection[UUID], at: datetime) -> Verdict:
    since, until = _instant(said["validFrom"]), _instant(said.get("validUntil"))
    if str(said["id"]).removeprefix("urn:uuid:") in {str(each) for each in withdrawn}:
        return Verdict.WITHDRAWN
    if since and at < since:
        return Verdict.NOT_YET
    if until and at >= until:
        return Verdict.EXPIRED
    return Verdict.VALID


def _fields(value: object) -> dict[str, Any]:
    """Others sign badges too, and what they put where is theirs to choose."""
    return value if isinstance(value, dict) else {}


def _instant(text: object) -> datetime | None:
    """Without an offset it is read as of Greenwich."""
    try:
        found = datetime.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found
