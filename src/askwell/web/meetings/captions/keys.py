"""The secret in the address to which a captioning program sends lines.

It is made from the server's own secret and the entry by which the address came into
being. Nothing of it is stored, and a newer address makes the older one worthless.
"""

import re
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from askwell.process import State
from askwell.process.listening import CaptionAddress

_SALT: Final = "askwell.web.meetings.captions"
_SIGNS: Final = 40
_KEY: Final = re.compile(rf"([0-9]{{1,12}})-([0-9a-f]{{{_SIGNS}}})")


def key_of(meeting: UUID, address: CaptionAddress) -> str:
    return f"{address.number}-{_mac(meeting, address.number)}"


def path_of(meeting: UUID, address: CaptionAddress) -> str:
    return f"/live/{meeting}/captions/?key={key_of(meeting, address)}"


def number_in(key: str, *, meeting: UUID) -> int | None:
    """Of which entry it is the key, if we have made it; looks at nothing else."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    number = int(found[1])
    return number if constant_time_compare(found[2], _mac(meeting, number)) else None


def address_of(state: State, number: int, *, at: datetime) -> CaptionAddress | None:
    """The address that this key still opens."""
    address = state.caption_address
    if address is None or address.number != number or address.lapsed(at):
        return None
    return address


def _mac(meeting: UUID, number: int) -> str:
    stated = f"{meeting.hex}:{number}"
    return salted_hmac(_SALT, stated, algorithm="sha256").hexdigest()[:_SIGNS]
