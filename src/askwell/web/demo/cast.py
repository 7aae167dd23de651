"""The people of the demonstration, the tests, the docs and the screenshots.

Everybody and every organisation here is invented. Write to none of the addresses:
names under `.example` belong to nobody.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class House:
    """An organisation whose people sit in sets."""

    key: str
    name: str
    what: str
    domain: str


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
    portrait: str

    @property
    def email(self) -> str:
        """An address that cannot belong to anybody."""
        local = self.name.lower().replace(" ", ".").replace("'", "")
        plain = local.translate(str.maketrans("áéíóúö", "aeiouo"))
        return f"{plain}@{domain_of(self)}"


@dataclass(frozen=True, kw_only=True)
class CastSet:
    """A set of the demonstration: who sits in it and what they agreed."""

    key: str
    name: str
    purpose: str
    meant_for: str
    format: str
    link: str
    members: tuple[str, ...]
    guest: str = ""
    facilitator: str = ""
    days_old: int
    contract: str

    @property
    def seated(self) -> tuple[str, ...]:
        """Those who belong to the set for good: members and facilitator."""
        lead = (self.facilitator,) if self.facilitator else ()
        return (*lead, *self.members)

    @property
    def everyone(self) -> tuple[str, ...]:
        """Those seated and the guest: no two of them in one reporting line."""
        return (*self.seated, self.guest) if self.guest else self.seated


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
)

CAST = (
    Character(
        key="Helen",
        name="Helen Whitcombe",
        house="hospitals",
        level=5,
        function="Chief operating officer",
        place="Calderwick",
        time_zone="Europe/London",
        portrait="58, was a radiographer for eleven years. Pays for the sets and "
        "has never asked what is said in them.",
    ),
    Character(
        key="Graham",
        name="Graham Pell",
        house="hospitals",
        level=4,
        function="Head of nursing, medicine",
        place="Calderwick",
        time_zone="Europe/London",
        manager="Helen",
        portrait="52, Amara's line manager. Curious about what she does on "
        "Tuesday afternoons, and not told.",
    ),
    Character(
        key="Amara",
        name="Amara Okafor",
        house="hospitals",
        level=3,
        function="Ward manager, care of older people",
        place="Calderwick",
        time_zone="Europe/London",
        manager="Graham",
        portrait="44, runs a ward of 28 beds and sings alto in a choir she is "
        "usually late for.",
    ),
    Character(
        key="Tomasz",
        name="Tomasz Wieczorek",
        house="hospitals",
        level=2,
        function="Night lead, pathology",
        place="Calderwick",
        time_zone="Europe/London",
        portrait="36, has worked nights by choice for six years and asks very "
        "short questions.",
    ),
    Character(
        key="Yusuf",
        name="Yusuf Demir",
        house="hospitals",
        level=4,
        function="Consultant in emergency medicine",
        place="Calderwick",
        time_zone="Europe/London",
        manager="Helen",
        portrait="49, trained in Ankara and Cork. Decides quickly for a living and "
        "is trying to do it less.",
    ),
    Character(
        key="Kwabena",
        name="Kwabena Osei",
        house="freight",
        level=5,
        function="Managing director",
        place="Calderwick",
        time_zone="Europe/London",
        portrait="46, took over from his father, who still comes in on Fridays.",
    ),
    Character(
        key="Grace",
        name="Grace Wanjiru Mwangi",
        house="freight",
        level=4,
        function="Head of operations, East Africa",
        place="Nairobi",
        time_zone="Africa/Nairobi",
        manager="Kwabena",
        portrait="41, began at the weighbridge. Writes with a fountain pen and "
        "answers messages once a day.",
    ),
    Character(
        key="Femke",
        name="Femke de Vries",
        house="freight",
        level=3,
        function="Depot manager",
        place="Rotterdam",
        time_zone="Europe/Amsterdam",
        manager="Kwabena",
        portrait="39, merging two depots that have disliked each other since before "
        "she was born.",
    ),
    Character(
        key="Darren",
        name="Darren Tuckwell",
        house="freight",
        level=2,
        function="Transport planner",
        place="Calderwick",
        time_zone="Europe/London",
        manager="Femke",
        portrait="51, drove for nineteen years until his back gave out. Knows every "
        "lay-by on the A-roads.",
    ),
    Character(
        key="Rukhsana",
        name="Rukhsana Malik",
        house="council",
        level=4,
        function="Head of planning",
        place="Calderwick",
        time_zone="Europe/London",
        portrait="47, answers for every extension, tower and bat survey in the city.",
    ),
    Character(
        key="Delroy",
        name="Delroy Campbell",
        house="council",
        level=3,
        function="Learning adviser and facilitator",
        place="Calderwick",
        time_zone="Europe/London",
        portrait="61, taught woodwork before this. Comfortable with a silence "
        "longer than yours.",
    ),
    Character(
        key="Siobhan",
        name="Siobhan Kearney",
        house="council",
        level=3,
        function="Libraries and community manager",
        place="Calderwick",
        time_zone="Europe/London",
        portrait="55, looks after eleven libraries, one of them in a shopping centre "
        "between two shoe shops.",
    ),
    Character(
        key="Cathal",
        name="Cathal Ó Briain",
        house="software",
        level=5,
        function="Founder and chief executive",
        place="Cork",
        time_zone="Europe/Dublin",
        portrait="43, wrote the first version in his sister's surgery and still "
        "reads every commit.",
    ),
    Character(
        key="Meera",
        name="Meera Subramanian",
        house="software",
        level=3,
        function="Engineering lead",
        place="Bengaluru",
        time_zone="Asia/Kolkata",
        manager="Cathal",
        portrait="34, leads nine engineers in three time zones and climbs on Sundays.",
    ),
    Character(
        key="Jun-ho",
        name="Park Jun-ho",
        house="software",
        level=2,
        function="Customer support",
        place="Cork",
        time_zone="Europe/Dublin",
        manager="Meera",
        portrait="26, the youngest of the cast and the one who knows what customers "
        "really do with the product.",
    ),
    Character(
        key="Leila",
        name="Leila Haddad",
        house="charity",
        level=4,
        function="Director",
        place="Calderwick",
        time_zone="Europe/London",
        portrait="50, came from hotels to charity kitchens and still notices the "
        "state of the door handles.",
    ),
    Character(
        key="Sina",
        name="Sina Leota",
        house="charity",
        level=2,
        function="Volunteer coordinator",
        place="Glasgow",
        time_zone="Europe/London",
        manager="Leila",
        portrait="29, moved from Auckland, remembers the name of everyone who has "
        "ever peeled a carrot for her.",
    ),
    Character(
        key="Ewan",
        name="Ewan Macrae",
        place="Oban",
        time_zone="Europe/London",
        portrait="67, retired ferry master, now looks after a lifeboat crew. Of no "
        "organisation: he came to Harbour Lane by a guest's link.",
    ),
)

SETS = (
    CastSet(
        key="harbour-lane",
        name="Harbour Lane",
        purpose="For people running a service through a change they did not choose.",
        meant_for="change",
        format="classic_uk",
        link="https://meet.example/harbour-lane",
        members=("Amara", "Femke", "Leila", "Meera", "Rukhsana", "Tomasz"),
        facilitator="Delroy",
        guest="Ewan",
        days_old=61,
        contract="""\
What is said here stays here. Each of us may talk about our own learning outside, \
never about anybody else's topic, not even to a partner and not even kindly.
If someone is at serious risk we say so in the room first, and do the least that keeps \
people safe.
We ask more than we tell. Nobody has to answer and nobody has to act.
Nothing from here reaches Helen, Graham or anyone's appraisal. Attendance is counted, \
names are not.
We start on time with whoever is there. Cameras on if the line can carry it.""",
    ),
    CastSet(
        key="third-thursday",
        name="Third Thursday",
        purpose="For people who get things done through others who do not report to "
        "them.",
        meant_for="across",
        format="self_managed",
        link="https://meet.example/third-thursday",
        members=("Darren", "Ewan", "Grace", "Jun-ho", "Sina", "Siobhan"),
        days_old=78,
        contract="""\
Confidential. If in doubt, it is confidential.
We take turns to facilitate, slot by slot, and we are allowed to be bad at it.
No advice unless somebody asks for it, and then we first ask why they want it.
Grace is two or three hours ahead of most of us: we finish by half past four, London \
time.
If you cannot come, say so in the week before. If you forgot, say that.""",
    ),
    CastSet(
        key="calderwick-leaders",
        name="Calderwick Leaders, first cohort",
        purpose="Six people who lead organisations or large services in and around "
        "one city, for six meetings.",
        meant_for="leadership",
        format="classic_uk",
        link="https://meet.example/calderwick-leaders",
        members=("Cathal", "Kwabena", "Leila", "Rukhsana", "Siobhan", "Yusuf"),
        facilitator="Delroy",
        days_old=238,
        contract="""\
Everything stays in the set, including who brought what. We will not discuss each \
other's topics in the corridor, at the Chamber dinner or in the lift.
We do not talk prices, tenders or wages: some of us buy from some of us.
Serious risk to a person, or a duty to report, comes first. We tell the one concerned \
before anybody else.
We come because we want to. Six meetings, then we decide whether to go on.
Phones face down. Yusuf may be called away and need not explain.""",
    ),
)

_HOUSES = {house.key: house for house in HOUSES}
_CHARACTERS = {character.key: character for character in CAST}


def character(key: str) -> Character:
    """The person whom the scripts call by this short name."""
    return _CHARACTERS[key]


def house(key: str) -> House:
    """The organisation with this key."""
    return _HOUSES[key]


def domain_of(character: Character) -> str:
    """A guest writes from an address of no organisation."""
    return house(character.house).domain if character.house else "guest.example"


def line_above(key: str) -> tuple[str, ...]:
    """Everybody above this person in their reporting line, nearest first."""
    manager = character(key).manager
    return (manager, *line_above(manager)) if manager else ()
