"""The product's settings, with a data folder of the tests' own."""

import os
import tempfile
from pathlib import Path

os.environ["ASKWELL_DATA"] = tempfile.mkdtemp(prefix="askwell-tests-")
os.environ["ASKWELL_DEMO"] = "1"
os.environ["ASKWELL_SECRET_KEY"] = "only-for-tests"

from askwell.web.settings import *  # noqa: F403 - all of them

if like := os.environ.get("ASKWELL_TEST_TEMPLATE"):
    DATABASES["default"]["TEST"] = {"TEMPLATE": like}  # noqa: F405 - of those

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# WhiteNoise warns of a missing folder, and a warning is an error here.
(Path(os.environ["ASKWELL_DATA"]) / "static").mkdir(exist_ok=True)
