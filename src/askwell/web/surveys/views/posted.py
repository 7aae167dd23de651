"""What was sent with a form, also where that is nothing at all."""

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """An empty form that was sent is looked at, one that was not is only drawn."""
    return request.POST if request.method == "POST" else None
