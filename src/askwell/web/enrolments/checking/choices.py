"""What somebody chose and mended about a file that waits."""

import json
from dataclasses import asdict, dataclass, field

from askwell.web.enrolments.reading.fields import Field

ADD, LEAVE_OUT = "+", "-"


@dataclass
class Choices:
    """Meanings of columns, then mended words and cells; rows go by their number."""

    # One name of a field for each column, empty for a column that is left out.
    columns: list[str] = field(default_factory=list)
    # For rows that do not say it themselves; ids.
    partner: str = ""
    cohort: str = ""
    # For a word of a field what is meant by it, wherever it stands.
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    fixes: dict[str, dict[str, str]] = field(default_factory=dict)
    out: list[int] = field(default_factory=list)

    @property
    def fields(self) -> list[Field | None]:
        return [Field(name) if name else None for name in self.columns]

    def place_of(self, wanted: Field) -> int | None:
        return self.columns.index(wanted) if wanted in self.columns else None

    def written(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def opened(cls, text: str) -> "Choices":
        return cls(**json.loads(text))
