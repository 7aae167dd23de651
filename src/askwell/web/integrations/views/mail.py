"""What is mailed to whom: a person's choices, and no more mails like this one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from askwell.web.integrations import queries
from askwell.web.integrations.forms import ChoicesForm
from askwell.web.integrations.mail import links
from askwell.web.integrations.operations import choices as operations
from askwell.web.people.models import Group, Person
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def choices(request: PersonRequest) -> HttpResponseBase:
    """Which notices are mailed, and how. All of them are on the board anyway."""
    person = request.user
    form = ChoicesForm(request.POST or None, choices=queries.choices_of(person))
    if request.method == "POST" and form.is_valid():
        operations.choose(person, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("integrations:choices")
    undelivered = queries.undelivered(person, at=timezone.now())
    page = {"form": form, "undelivered": undelivered}
    status = 422 if form.errors else 200
    return render(request, "integrations/choices.html", page, status=status)


# Mail programs post here for their readers, without a page of ours (RFC 8058). The
# signed address is what allows it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def unsubscribe(request: HttpRequest, token: str) -> HttpResponseBase:
    """Ask first when a person looks; do it at once when a mail program posts."""
    wish = links.read(token)
    if wish is None:
        raise Http404
    person = None
    if wish.person_id:
        person = get_object_or_404(Person, pk=wish.person_id)
    done = ""
    if request.method == "POST":
        done = "back" if request.POST.get("again") == "yes" else "stopped"
        _act(wish, person, again=done == "back")
    page = {"what": _what(wish.group), "is_person": person is not None, "done": done}
    return render(request, "integrations/unsubscribe.html", page)


def _act(wish: links.Unsubscribing, person: Person | None, *, again: bool) -> None:
    match person, again:
        case None, True:
            operations.allow_again(wish.address_digest)
        case None, False:
            operations.suppress(wish.address_digest, at=timezone.now())
        case Person(), True:
            operations.mail_again(person, wish.group)
        case Person(), False:
            operations.stop_mailing(person, wish.group)


def _what(group: str) -> str:
    """What the reader would no longer get."""
    if group == links.ADDRESS:
        return _("invitations to sets")
    if group == operations.DIGEST:
        return _("the one mail a day")
    return _("mails about “%(group)s”") % {"group": Group(group).label}
