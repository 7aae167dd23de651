"""A set's doors to chats: who sees them, opens them, tries them and closes them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.integrations import queries, rules
from askwell.web.integrations.forms import WebhookForm
from askwell.web.integrations.models import Delivery, Webhook
from askwell.web.integrations.operations import webhooks as operations
from askwell.web.integrations.services import chat_of
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets

REFUSED = 409


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def webhooks(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Where notices of the set are said, and a field for another place."""
    learning_set = _own_set(request, set_id)
    if request.method != "POST":
        return _drawn(request, learning_set, WebhookForm())
    if not rules.can_change_webhooks(request.user, learning_set):
        return _drawn(request, learning_set, WebhookForm(), status=REFUSED)
    form = WebhookForm(request.POST)
    if not form.is_valid():
        return _drawn(request, learning_set, form, status=422)
    operations.add(
        learning_set,
        chat=form.chat,
        address=form.cleaned_data["address"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, _("Kept. Try it out now."))
    return redirect("integrations:webhooks", learning_set.pk)


@require_POST
@never_cache
@signed_in
def trial(request: PersonRequest, set_id: UUID, webhook_id: UUID) -> HttpResponseBase:
    """Say a word there now and tell whether it arrived."""
    webhook = _own_webhook(request, set_id, webhook_id)
    if not rules.can_change_webhooks(request.user, webhook.learning_set):
        return _drawn(request, webhook.learning_set, WebhookForm(), status=REFUSED)
    chat = chat_of(webhook)
    if chat and operations.try_out(webhook, chat):
        messages.success(request, _("It was taken. Look whether it is there."))
    else:
        messages.warning(
            request,
            _("It was not taken. Remove it, make a new webhook there, and paste that."),
        )
    return redirect("integrations:webhooks", set_id)


@require_POST
@never_cache
@signed_in
def webhook_removal(
    request: PersonRequest, set_id: UUID, webhook_id: UUID
) -> HttpResponseBase:
    """Say nothing there any more."""
    webhook = _own_webhook(request, set_id, webhook_id)
    if not rules.can_change_webhooks(request.user, webhook.learning_set):
        return _drawn(request, webhook.learning_set, WebhookForm(), status=REFUSED)
    operations.remove(webhook)
    messages.success(request, _("Removed. Nothing is said there any more."))
    return redirect("integrations:webhooks", set_id)


def _own_set(request: PersonRequest, set_id: UUID) -> LearningSet:
    return get_object_or_404(readable_sets(request.user), pk=set_id)


def _own_webhook(request: PersonRequest, set_id: UUID, webhook_id: UUID) -> Webhook:
    learning_set = _own_set(request, set_id)
    found = queries.webhooks_of(learning_set).filter(pk=webhook_id).first()
    if found is None:
        raise Http404
    return found


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    form: WebhookForm,
    *,
    status: int = 200,
) -> HttpResponseBase:
    page = {
        "learning_set": learning_set,
        "doors": [_door(webhook) for webhook in queries.webhooks_of(learning_set)],
        "form": form,
        "may_change": rules.can_change_webhooks(request.user, learning_set),
        "refused": status == REFUSED,
    }
    return render(request, "integrations/webhooks.html", page, status=status)


def _door(webhook: Webhook) -> dict[str, object]:
    # The query has put them there; no type knows of it.
    latest: list[Delivery] = vars(webhook)["ended"]
    chat = chat_of(webhook)
    return {
        "webhook": webhook,
        "label": chat.label if chat else webhook.service,
        "latest": latest[0] if latest else None,
        "failed": bool(latest) and latest[0].state == Delivery.State.GIVEN_UP,
    }
