"""The key that badges are signed with, and all that were; beside the keystore.

A private key lies in a file that only the server reads, never in the database. The
public half of every key there ever was stays published, so that old badges verify.
"""

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

from askwell.web.passports.credentials.jose import ALGORITHM, jwk_of, thumbprint
from askwell.web.vault.master import private_folder, write_secret

BITS = 2048


def folder() -> Path:
    return Path(settings.KEYSTORE).parent / "badges"


def signing_key() -> rsa.RSAPrivateKey:
    """Made when it is first needed; two who make it at once get the same one."""
    current = folder() / "signing.pem"
    if not current.exists():
        _make(current)
    key = serialization.load_pem_private_key(current.read_bytes(), password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError(f"{current} holds no RSA key.")
    _publish(key)
    return key


def rotate() -> str:
    """Sign with a new key from now on; returns its name. Old badges still verify."""
    signing_key()
    current = folder() / "signing.pem"
    _fresh_beside(current).replace(current)
    return _name(signing_key())


def distrust(name: str) -> None:
    """Publish a key no longer: what it signed is believed by nobody who asks here.

    If it is the one in use, a new one takes its place. Raises KeyError for a name that
    no published key has.
    """
    if name not in {each["kid"] for each in published()}:
        raise KeyError(name)
    if _name(signing_key()) == name:
        rotate()
    place = folder() / "distrusted"
    private_folder(place)
    (folder() / "published" / f"{name}.json").replace(place / f"{name}.json")


def published() -> list[dict[str, str]]:
    """Every public key there ever was and that is not distrusted, by name."""
    files = sorted((folder() / "published").glob("*.json"))
    return [json.loads(each.read_text()) for each in files]


def _make(current: Path) -> None:
    """Whole from the first moment that anybody could read it."""
    fresh = _fresh_beside(current)
    with suppress(FileExistsError):
        os.link(fresh, current)
    fresh.unlink()


def _fresh_beside(current: Path) -> Path:
    fresh = current.with_suffix(f".{secrets.token_hex(8)}")
    write_secret(fresh, _pem(rsa.generate_private_key(65537, BITS)))
    return fresh


def _name(key: rsa.RSAPrivateKey) -> str:
    return thumbprint(jwk_of(key.public_key()))


def _publish(key: rsa.RSAPrivateKey) -> None:
    jwk = jwk_of(key.public_key())
    name = thumbprint(jwk)
    place = folder() / "published" / f"{name}.json"
    if place.exists():
        return
    private_folder(place.parent)
    told = {**jwk, "kid": name, "alg": ALGORITHM, "use": "sig"}
    fresh = place.with_suffix(f".{secrets.token_hex(8)}")
    fresh.write_text(json.dumps(told, indent=1))
    fresh.replace(place)


def _pem(key: rsa.RSAPrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()
