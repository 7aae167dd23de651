"""Compact signatures by RSA with SHA-256 (RFC 7515), and public keys (RFC 7517)."""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import (
    RSAPrivateKey,
    RSAPublicKey,
    RSAPublicNumbers,
)
from cryptography.hazmat.primitives.hashes import SHA256

ALGORITHM: Final = "RS256"
Jwk = Mapping[str, str]


class NotSignedError(ValueError):
    """What was given is no compact signature that we could read."""


def sign(payload: Mapping[str, Any], *, key: RSAPrivateKey, kid: str) -> str:
    """Three parts joined by points; the header says where the public key stands."""
    header = {
        "alg": ALGORITHM,
        "kid": kid,
        "typ": "JWT",
        "jwk": jwk_of(key.public_key()),
    }
    signed = f"{_encoded(header)}.{_encoded(payload)}"
    signature = key.sign(signed.encode(), PKCS1v15(), SHA256())
    return f"{signed}.{to_base64(signature)}"


def parts_of(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and payload as they stand there, whether or not the signature fits."""
    match token.strip().split("."):
        case [header, payload, _]:
            return _decoded(header), _decoded(payload)
    raise NotSignedError


def is_signed_by(token: str, jwk: Jwk) -> bool:
    """Whether this key signed exactly these words; no other algorithm is tried."""
    signed, _, signature = token.strip().rpartition(".")
    try:
        key = key_of(jwk)
        key.verify(from_base64(signature), signed.encode(), PKCS1v15(), SHA256())
    except (InvalidSignature, NotSignedError):
        return False
    return True


def jwk_of(key: RSAPublicKey) -> dict[str, str]:
    """The public key alone: there is never a `d` in it."""
    numbers = key.public_numbers()
    return {"e": _number(numbers.e), "kty": "RSA", "n": _number(numbers.n)}


def key_of(jwk: Jwk) -> RSAPublicKey:
    """Raises NotSignedError for what is no RSA key."""
    try:
        if jwk["kty"] != "RSA":
            raise NotSignedError
        exponent, modulus = (
            int.from_bytes(from_base64(jwk[each])) for each in ("e", "n")
        )
        return RSAPublicNumbers(exponent, modulus).public_key()
    except (KeyError, TypeError, ValueError) as problem:
        raise NotSignedError from problem


def thumbprint(jwk: Jwk) -> str:
    """What a key is known by, wherever it stands (RFC 7638)."""
    told = {each: jwk[each] for each in ("e", "kty", "n")}
    words = json.dumps(told, separators=(",", ":"), sort_keys=True)
    return to_base64(hashlib.sha256(words.encode()).digest())


def to_base64(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def from_base64(text: str) -> bytes:
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError, AttributeError) as problem:
        raise NotSignedError from problem


def _number(value: int) -> str:
    return to_base64(value.to_bytes((value.bit_length() + 7) // 8))


def _encoded(value: Mapping[str, Any]) -> str:
    words = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return to_base64(words.encode())


def _decoded(text: str) -> dict[str, Any]:
    try:
        value = json.loads(from_base64(text))
    except (ValueError, RecursionError) as problem:
        raise NotSignedError from problem
    if not isinstance(value, dict):
        raise NotSignedError
    return value
