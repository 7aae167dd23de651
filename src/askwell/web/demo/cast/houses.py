"""The organisations whose people are in the demonstration."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class House:
    """An organisation whose people sit in sets."""

    key: str
    name: str
    what: str
    domain: str


HOUSES = (
    House(
        key="hospitals",
        name="St Aldhelm's Hospitals Trust",
        what="two hospitals and nine clinics in and around Calderwick",
        domain="staldhelms.example",
    ),
    House(
        key="freight",
        name="Osei Marlowe Freight",
        what="a family firm moving chilled goods between four ports",
        domain="oseimarlowe.example",
    ),
    House(
        key="council",
        name="Calderwick City Council",
        what="the council of a city of 210,000",
        domain="calderwick.example",
    ),
    House(
        key="software",
        name="Kittiwake Software",
        what="scheduling software for small clinics, made by 31 people",
        domain="kittiwake.example",
    ),
    House(
        key="charity",
        name="Open Larder",
        what="a charity with three kitchens, 14 staff and 160 volunteers",
        domain="openlarder.example",
    ),
    House(
        key="coldstores",
        name="Brackwater Cold Stores",
        what="chilled warehouses at three ports, and a rival of Osei Marlowe Freight",
        domain="brackwater.example",
    ),
    House(
        key="ropewalk",
        name="The Ropewalk",
        what="a learning partnership of employers in and around Calderwick",
        domain="ropewalk.example",
    ),
)

_HOUSES = {house.key: house for house in HOUSES}


def house(key: str) -> House:
    """The organisation with this key."""
    return _HOUSES[key]
