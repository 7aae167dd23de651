"""Who may do what at the addresses of integrations."""

from typing import Any

from askwell.web.integrations.mail import links
from askwell.web.people.models import Group
from web.decisions.row import (
    EVERYONE,
    LEADING,
    MEMBERS,
    OWNER,
    PERSONS,
    Row,
    of_set,
    saying,
)
from web.world import World


def of_webhook(world: World) -> dict[str, Any]:
    return of_set(world) | {"webhook_id": world.webhook.pk}


def of_mail(world: World) -> dict[str, Any]:
    """What stands at the end of the address in a mail to the member."""
    address = links.unsubscribe(world.people["member"], Group.SET)
    return {"token": address.rstrip("/").rpartition("/")[2]}


ROWS: tuple[Row, ...] = (
    Row("integrations:choices", get=PERSONS, post=PERSONS),
    # The address was mailed to one person; whoever holds it reads their mail.
    Row("integrations:unsubscribe", get=EVERYONE, post=EVERYONE, path=of_mail),
    Row(
        "integrations:webhooks",
        get=MEMBERS,
        post=LEADING,
        told=OWNER,
        path=of_set,
        form=saying(address="https://hooks.slack.com/services/T0/B0/new"),
    ),
    Row("integrations:trial", post=LEADING, told=OWNER, path=of_webhook),
    Row("integrations:webhook_removal", post=LEADING, told=OWNER, path=of_webhook),
)
