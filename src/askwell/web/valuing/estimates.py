"""How an estimate is written down for its owner, and read again."""

import json
from dataclasses import asdict, dataclass

from askwell.insight.valuing import Estimate

WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an owner wrote; shares are in percent."""

    bought: str
    amount: int
    currency: str
    share: int
    sure: int

    @property
    def estimate(self) -> Estimate:
        return Estimate(self.amount, self.sure / WHOLE, self.share / WHOLE)


def written(said: Said) -> str:
    return json.dumps(asdict(said), ensure_ascii=False)


def read(words: str | None) -> Said | None:
    """Nothing where the words can no longer be read."""
    try:
        return Said(**json.loads(words)) if words else None
    except (TypeError, ValueError):
        return None
