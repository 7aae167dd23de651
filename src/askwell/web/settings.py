"""Settings, read from the environment; without any, a laptop with SQLite."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

from askwell.web.places import data_folder

DATA = data_folder()


def _flag(name: str, *, default: bool = False) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes"}


def _number(name: str, default: int) -> int:
    given = os.environ.get(name) or str(default)
    if not given.isdecimal():
        raise ImproperlyConfigured(f"{name}={given} is not a whole number.")
    return int(given)


def _secret() -> str:
    """The signing key: from the environment, or kept in the data folder."""
    if given := os.environ.get("ASKWELL_SECRET_KEY"):
        return given
    kept = DATA / "secret.key"
    if kept.exists():
        return kept.read_text().strip()
    # Nothing is set up yet. A key of this process alone signs nothing that lasts.
    return secrets.token_urlsafe(48)


def _database() -> dict[str, Any]:
    """SQLite in the data folder, or the PostgreSQL named by ASKWELL_DATABASE."""
    url = urlparse(os.environ.get("ASKWELL_DATABASE", ""))
    if url.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(url.path.lstrip("/")),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(url.hostname or ""),
            "PORT": url.port or "",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"connect_timeout": 3},
        }
    if url.geturl():
        raise ImproperlyConfigured(
            f"ASKWELL_DATABASE begins with {url.scheme or 'no scheme'}:. "
            "Give postgres://user:password@host/name, or leave it out for SQLite."
        )
    return {
        "ENGINE": "askwell.web.sqlite3",
        "NAME": DATA / "askwell.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                "PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON;"
                # Each thread has a connection and each connection a cache of its
                # own. The system's cache, read through a map, is shared by all.
                "PRAGMA cache_size=-500;"
                "PRAGMA mmap_size=268435456;"
            ),
        },
    }


DEMO = _flag("ASKWELL_DEMO")
DEBUG = _flag("ASKWELL_DEBUG")
SECRET_KEY = _secret()
BASE_URL = os.environ.get("ASKWELL_URL", "http://127.0.0.1:8000").rstrip("/")
# Where users find the source of this server, as the AGPL asks.
SOURCE_URL = os.environ.get("ASKWELL_SOURCE_URL", "")
HTTPS = BASE_URL.startswith("https://")
ALLOWED_HOSTS = [
    name
    for name in (
        urlparse(BASE_URL).hostname,
        "127.0.0.1",
        "localhost",
        *os.environ.get("ASKWELL_HOSTS", "").split(","),
    )
    if name
]
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "askwell.web.ui",
    "askwell.web.vault",
    "askwell.web.people",
    "askwell.web.programmes",
    "askwell.web.enrolments",
    "askwell.web.intake",
    "askwell.web.topics",
    "askwell.web.actions",
    "askwell.web.meetings",
    "askwell.web.planning",
    "askwell.web.coaching",
    "askwell.web.transcripts",
    "askwell.web.learning",
    "askwell.web.calendar",
    "askwell.web.renewal",
    "askwell.web.composing",
    "askwell.web.running",
    "askwell.web.training",
    "askwell.web.practising",
    "askwell.web.feedback",
    "askwell.web.handing",
    "askwell.web.surveys",
    "askwell.web.changes",
    "askwell.web.stories",
    "askwell.web.valuing",
    "askwell.web.measuring",
    "askwell.web.releasing",
    "askwell.web.passports",
    "askwell.web.cohorts",
    "askwell.web.dashboards",
    "askwell.web.growth",
    "askwell.web.integrations",
    "askwell.web.guide",
    "askwell.web.start",
    "askwell.web.home",
    "askwell.web.demo",
    # After ours, so that its pages and mails are drawn with our templates.
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "askwell.web.ui.middleware.page_security",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "askwell.web.people.middleware.own_time_zone",
    "askwell.web.vault.middleware.KeysDestroyed",
    "askwell.web.renewal.middleware.SetHasEnded",
]

ROOT_URLCONF = "askwell.web.urls"
WSGI_APPLICATION = "askwell.web.wsgi.application"
FORM_RENDERER = "askwell.web.ui.forms.Renderer"
CSRF_FAILURE_VIEW = "askwell.web.ui.faults.untrusted_form"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "askwell.web.ui.context.page",
            ],
        },
    }
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["askwell.web.people.backend.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator"
    },
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "askwell.web.people.adapter.AccountAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = "askwell.web.people.forms.SignupForm"
ACCOUNT_FORMS = {
    name: f"askwell.web.people.account_forms.{form}"
    for name, form in {
        "login": "LoginForm",
        "signup": "SignupForm",
        "request_login_code": "RequestLoginCodeForm",
        "confirm_login_code": "ConfirmLoginCodeForm",
        "confirm_email_verification_code": "ConfirmEmailVerificationCodeForm",
        "confirm_password_reset_code": "ConfirmPasswordResetCodeForm",
        "reset_password": "ResetPasswordForm",
        "reset_password_from_key": "ResetPasswordKeyForm",
        "add_email": "AddEmailForm",
        "change_password": "ChangePasswordForm",
        "set_password": "SetPasswordForm",
        "reauthenticate": "ReauthenticateForm",
    }.items()
}
# Ours beside allauth's own: asking for a code to join, and trying it.
ACCOUNT_RATE_LIMITS = {"join": "60/h/ip", "join_code": "60/h/ip"}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Askwell"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# Not cached: who signs out in one process is signed out in all.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# What is uploaded is never laid on the disk: it is read, sealed, and forgotten.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

MAILERS = {
    "console": "django.core.mail.backends.console.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
}
MAIL = os.environ.get("ASKWELL_MAIL", "file")
if MAIL not in MAILERS:
    raise ImproperlyConfigured(
        f"ASKWELL_MAIL={MAIL} is not one of {', '.join(MAILERS)}."
    )
EMAIL_BACKEND = MAILERS[MAIL]
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = os.environ.get("ASKWELL_SMTP_HOST", "localhost")
EMAIL_PORT = _number("ASKWELL_SMTP_PORT", 25)
EMAIL_HOST_USER = os.environ.get("ASKWELL_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("ASKWELL_SMTP_PASSWORD", "")
EMAIL_USE_TLS = _flag("ASKWELL_SMTP_TLS")
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = os.environ.get("ASKWELL_MAIL_FROM", "Askwell <askwell@localhost>")

# What posts to a chat's webhook. The demonstration says nothing outside the house.
CHAT_POST = (
    "askwell.web.integrations.fake_chat.FAKE_CHAT"
    if DEMO
    else "askwell.web.integrations.chat.post"
)

# The keystore lies apart from the database and from its backups.
KEYSTORE = Path(os.environ.get("ASKWELL_KEYSTORE", DATA / "keys" / "keystore.sqlite3"))
# How long backups of the keystore are kept; receipts of destroyed keys name the day.
KEYSTORE_BACKUP_DAYS = _number("ASKWELL_KEYSTORE_BACKUP_DAYS", 30)
MASTER_KEY = os.environ.get("ASKWELL_MASTER_KEY", "")
MASTER_KEY_FILE = Path(
    os.environ.get("ASKWELL_MASTER_KEY_FILE", DATA / "keys" / "master.key")
)

# Pages are served by so many threads; live rooms need none of them.
PAGE_THREADS = _number("ASKWELL_PAGE_THREADS", 8)
# Several processes on PostgreSQL wake each other; without it they look for themselves.
ROOM_DOORBELL = _flag("ASKWELL_ROOM_DOORBELL", default=True)

# Every line goes through one formatter, which leaves out whatever may quote a set.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {
            "()": "askwell.web.logs.Discreet",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # These bring handlers of their own, which would tell everything. Who asked for
    # which page is for a proxy to note, if anybody.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "uvicorn": {"handlers": [], "level": "WARNING", "propagate": True},
        "uvicorn.access": {"handlers": [], "propagate": False},
    },
}
