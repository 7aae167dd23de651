"""What a badge says: an OpenBadgeCredential, as plain values."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

CONTEXTS: Final = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
SCHEMA: Final = (
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/"
    "ob_v3p0_achievementcredential_schema.json"
)
BY_HASH: Final = "sha256$"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who stands for it; `id` is an address that tells the same."""

    id: str
    name: str
    url: str

    @property
    def profile(self) -> dict[str, Any]:
        return {"id": self.id, "type": ["Profile"], "name": self.name, "url": self.url}


@dataclass(frozen=True, slots=True)
class Achieved:
    """The level: what it is, and what it took."""

    id: UUID
    name: str
    says: str
    criteria: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who it was given to: a salted hash of their address, a name if they wish it.

    `id` is made for this one badge, so that two badges cannot be joined by it.
    """

    id: UUID
    email: str
    salt: str
    name: str = ""


def credential(
    *,
    id: UUID,  # noqa: A002 - as the standard calls it
    issuer: Issuer,
    recipient: Recipient,
    achieved: Achieved,
    status_list: str,
    at: datetime,
    until: datetime | None = None,
) -> dict[str, Any]:
    """With the claims of a JWT beside it, as the standard has them; not yet signed."""
    subject = f"urn:uuid:{recipient.id}"
    said: dict[str, Any] = {
        "@context": list(CONTEXTS),
        "id": f"urn:uuid:{id}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achieved.name,
        "issuer": issuer.profile,
        "validFrom": _instant(at),
        "credentialSubject": {
            "id": subject,
            "type": ["AchievementSubject"],
            "identifier": _identifiers(recipient),
            "achievement": {
                "id": f"urn:uuid:{achieved.id}",
                "type": ["Achievement"],
                "achievementType": "Badge",
                "name": achieved.name,
                "description": achieved.says,
                "criteria": {"narrative": achieved.criteria},
            },
        },
        "credentialStatus": {"id": status_list, "type": "1EdTechRevocationList"},
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        "iss": issuer.id,
        "jti": f"urn:uuid:{id}",
        "nbf": _seconds(at),
        "sub": subject,
    }
    if until is not None:
        said |= {"validUntil": _instant(until), "exp": _seconds(until)}
    return said


def hashed(email: str, salt: str) -> str:
    """As the standard has it: the address in lower case, then the salt."""
    told = f"{email.strip().lower()}{salt}".encode()
    return f"{BY_HASH}{hashlib.sha256(told).hexdigest()}"


def _identifiers(recipient: Recipient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {
            "type": "IdentityObject",
            "hashed": True,
            "identityHash": hashed(recipient.email, recipient.salt),
            "identityType": "emailAddress",
            "salt": recipient.salt,
        }
    ]
    if recipient.name:
        found.append(
            {
                "type": "IdentityObject",
                "hashed": False,
                "identityHash": recipient.name,
                "identityType": "name",
            }
        )
    return found


def _seconds(at: datetime) -> int:
    return int(at.timestamp())


def _instant(at: datetime) -> str:
    """To the second, as a claim of the same instant counts in seconds."""
    return at.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
