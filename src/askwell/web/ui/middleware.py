"""What every page tells the browser about whom to trust and what to keep."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types askwell",
    )
)

PERMISSIONS = ", ".join(
    (
        "accelerometer=()",
        "browsing-topics=()",
        "camera=()",
        "display-capture=()",
        "geolocation=()",
        "gyroscope=()",
        "magnetometer=()",
        "microphone=()",
        "payment=()",
        "usb=()",
        "clipboard-write=(self)",
        "fullscreen=(self)",
        "screen-wake-lock=(self)",
    )
)

HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("Permissions-Policy", PERMISSIONS),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)

View = Callable[[HttpRequest], HttpResponseBase]


def page_security(get_response: View) -> View:
    """Headers on every answer; nobody with a session leaves a page in a cache."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS:
            response.headers.setdefault(name, value)
        # The cookie is asked, not the person: that costs no query.
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer
