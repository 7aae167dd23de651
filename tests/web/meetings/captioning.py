"""Makes an address for captions in a meeting, and prints its path."""

import os
import sys
from uuid import UUID, uuid4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main(meeting: UUID, by: str) -> None:
    django.setup()
    from askwell.process.commands import OpenCaptions
    from askwell.web.meetings import log, operations
    from askwell.web.meetings.captions import keys

    operations.submit(meeting, OpenCaptions(by=by, token=uuid4().hex))
    address = log.state(meeting).caption_address
    print(keys.path_of(meeting, address) if address else "")


if __name__ == "__main__":
    main(UUID(sys.argv[1]), sys.argv[2])
