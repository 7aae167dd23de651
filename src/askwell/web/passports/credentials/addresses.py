"""Where this server publishes what a badge points to."""

from urllib.parse import urlparse

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from django.conf import settings

from askwell.web.passports.credentials.credential import Issuer
from askwell.web.passports.credentials.jose import jwk_of, thumbprint
from askwell.web.passports.models import Adopted

KEYS = "/badges/keys/"
WITHDRAWN = "/badges/withdrawn/"
ISSUER = "/badges/issuer/"


def address(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def key_address(key: RSAPrivateKey) -> str:
    """The last part of it is the key's own thumbprint."""
    return address(f"{KEYS}{thumbprint(jwk_of(key.public_key()))}/")


def issuer_of(adopted: Adopted | None) -> Issuer:
    """This server, or the organisation whose programme switched the pathway on."""
    if adopted is None:
        return Issuer(address(ISSUER), _ourselves(), settings.BASE_URL)
    home = adopted.programme.home
    name = home.name if home else _ourselves()
    return Issuer(address(f"{ISSUER}{adopted.pk}/"), name, settings.BASE_URL)


def _ourselves() -> str:
    host = urlparse(settings.BASE_URL).hostname or "localhost"
    return f"Askwell ({host})"
