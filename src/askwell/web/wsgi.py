"""Django's own entry, for everything but the live room."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

application = get_wsgi_application()
