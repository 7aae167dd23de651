"""The page for a form that came without the sign that we gave it out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def untrusted_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Mostly a page left open for days; the reason is for the log alone."""
    return render(request, "ui/untrusted_form.html", status=403)
