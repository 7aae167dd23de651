"""The file of a donation: a line of JSON for each turn, and nothing else."""

import json
from collections.abc import Iterable

from askwell.web.coaching.queries import Line


def written(lines: Iterable[Line]) -> str:
    return "".join(json.dumps(each.told(), ensure_ascii=False) + "\n" for each in lines)
