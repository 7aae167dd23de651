"""The people of the year's programme: everybody is invented, from lists of names."""

from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from uuid import UUID

from askwell.web.demo.cast import character, house
from askwell.web.demo.naming import id_of

LEVELS = ("specialist", "team lead", "manager", "head", "director")
AREAS = {
    "Care": ("Ward manager", "Therapies lead", "Clinic manager", "Support lead"),
    "Operations": ("Depot manager", "Network lead", "Shift manager", "Planner"),
    "Estates": ("Repairs manager", "Sites lead", "Works planner", "Surveyor"),
    "Digital": ("Systems lead", "Data manager", "Service designer", "Desk lead"),
    "Finance": ("Accounts manager", "Buyer", "Billing lead", "Grants manager"),
    "People": ("Learning partner", "Rota lead", "Training manager", "Adviser"),
}
FIRST = (
    "Adaeze", "Aidan", "Aisling", "Alastair", "Anjali", "Barnaby", "Bethan", "Bilal",
    "Bronwen", "Callum", "Carys", "Charlotte", "Damian", "Deepa", "Dominic", "Eilidh",
    "Elinor", "Emeka", "Esther", "Farah", "Felix", "Fergus", "Fiona", "Gareth",
    "Gemma", "Gwen", "Hannah", "Harriet", "Hasan", "Hetty", "Hugh", "Imogen",
    "Iqbal", "Isla", "Jasmin", "Jerome", "Joanna", "Kamal", "Keir", "Kirsty",
    "Lakshmi", "Lewis", "Lowri", "Lucinda", "Magnus", "Maryam", "Mhairi", "Millie",
    "Nasreen", "Neville", "Niamh", "Olive", "Owen", "Patience", "Percy", "Poppy",
    "Rafiq", "Rebecca", "Rohan", "Rosalind", "Ruth", "Samir", "Saoirse", "Selina",
    "Seren", "Shanice", "Simone", "Stephen", "Tamsin", "Temi", "Theo", "Ursula",
    "Verity", "Wesley", "Winston", "Yasmin", "Zainab", "Zoe",
)  # fmt: skip
LAST = (
    "Abara", "Adeyemi", "Allardyce", "Arkwright", "Ashdown", "Bagshaw", "Balogun",
    "Barraclough", "Begum", "Birtwistle", "Blackwood", "Boateng", "Bramall",
    "Brockbank", "Cadwallader", "Calloway", "Chaudhry", "Clutterbuck", "Coverdale",
    "Cresswell", "Dalgleish", "Davenport", "Desai", "Dunmore", "Eastwick", "Edevane",
    "Entwistle", "Fairweather", "Fazal", "Fenwick", "Fothergill", "Galbraith",
    "Garside", "Ghosh", "Goodfellow", "Greenhalgh", "Hathersage", "Hebden", "Holroyd",
    "Hussain", "Inglis", "Iyer", "Jardine", "Kettlewell", "Kinsella", "Langstaff",
    "Lightbody", "Lomax", "Macready", "Mistry", "Musgrave", "Nettleton", "Ngata",
    "Oakeshott", "Oduya", "Ormerod", "Pemberton", "Penhaligon", "Qureshi", "Rawthorne",
    "Redfern", "Sandhu", "Satterthwaite", "Shackleton", "Silverdale", "Stanworth",
    "Tattersall", "Thackray", "Trelawney", "Umar", "Vickers", "Wadsworth",
    "Wainscott", "Whitlock", "Winstanley", "Yardley",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Employer:
    """One of the organisations that take part, and where its people work."""

    key: str
    name: str
    domain: str
    places: tuple[str, ...]


HOSPITALS, COUNCIL = house("hospitals"), house("council")
EMPLOYERS = (
    Employer(
        HOSPITALS.key, HOSPITALS.name, HOSPITALS.domain, ("Calderwick", "Ottermouth")
    ),
    Employer(COUNCIL.key, COUNCIL.name, COUNCIL.domain, ("Calderwick",)),
    Employer("water", "Tarrow Water", "tarrowwater.example", ("Tarrow", "Calderwick")),
    Employer("homes", "Ottermouth Homes", "ottermouthhomes.example", ("Ottermouth",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """One person of the programme, as its list knows them."""

    name: str
    employer: Employer
    area: str
    work: str
    level: int
    place: str
    # The short name of whoever is one of the cast, and has an account already.
    cast: str = ""

    @property
    def key(self) -> str:
        return self.cast or f"year/{self.name}"

    @property
    def id(self) -> UUID:
        return id_of("person", self.key)

    @property
    def email(self) -> str:
        """An address that cannot belong to anybody."""
        return f"{self.name.lower().replace(' ', '.')}@{self.employer.domain}"


def of_the_cast(key: str, area: str) -> Someone:
    """One of the cast who takes part, too."""
    who = character(key)
    return Someone(
        name=who.name,
        employer=next(each for each in EMPLOYERS if each.key == who.house),
        area=area,
        work=who.function,
        level=who.level,
        place=who.place,
        cast=key,
    )


# One of the cast sits in the first set, and one facilitates it, with others.
SEATED = of_the_cast("Amara", "Care")
LEADING = of_the_cast("Delroy", "People")


def crowd(many: int, *, chance: Random) -> list[Someone]:
    """So many people, evenly from all organisations; no two share a name."""
    pairs = chance.sample([(one, two) for one in FIRST for two in LAST], many)
    areas = list(islice(cycle(AREAS), many))
    chance.shuffle(areas)
    employers = islice(cycle(EMPLOYERS), many)
    return [
        _someone(f"{first} {last}", employer, area, chance)
        for (first, last), employer, area in zip(pairs, employers, areas, strict=True)
    ]


def _someone(name: str, employer: Employer, area: str, chance: Random) -> Someone:
    (level,) = chance.choices((1, 2, 3, 4), weights=(12, 38, 38, 12))
    return Someone(
        name=name,
        employer=employer,
        area=area,
        work=chance.choice(AREAS[area]),
        level=level,
        place=chance.choice(employer.places),
    )
