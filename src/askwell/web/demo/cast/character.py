"""What is known of one person of the cast."""

from dataclasses import dataclass

from askwell.web.demo.cast.houses import house


@dataclass(frozen=True, kw_only=True)
class Character:
    """One person of the cast.

    `key` is the short name that the meetings' scripts use. `level` runs from 1,
    nobody reports to them, to 5, the whole organisation does. A guest has no house.
    """

    key: str
    name: str
    house: str = ""
    level: int = 0
    function: str = ""
    place: str
    time_zone: str
    manager: str = ""
    portrait: str = ""

    @property
    def email(self) -> str:
        """An address that cannot belong to anybody."""
        local = self.name.lower().replace(" ", ".").replace("'", "")
        plain = local.translate(str.maketrans("áéêíóúöłń", "aeeiouoln"))
        return f"{plain}@{self.domain}"

    @property
    def domain(self) -> str:
        """A guest writes from an address of no organisation."""
        return house(self.house).domain if self.house else "guest.example"
