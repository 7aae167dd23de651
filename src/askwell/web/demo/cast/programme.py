"""The programme of the demonstration: what it is for, and what its people replied."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Enrolled:
    """One of the cast on the programme's list, and what they replied.

    `free` are the hours they painted, on their own clocks, such as
    "mon-thu 8:30-13, fri 14-17"; `apart` is whom they would rather not sit with.
    Whoever `awaits` has been asked and has not answered.
    """

    key: str
    area: str
    free: str = ""
    challenge: str = ""
    compared: bool = True
    apart: str = ""
    awaits: bool = False
    declines: bool = False
    takes_part: bool = True
    leads: int = 0


@dataclass(frozen=True, kw_only=True)
class CastCohort:
    """Whose sets are there already, and what these tell of who came."""

    name: str
    days_old: int
    sets: tuple[str, ...]
    telling: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CastProgramme:
    """Sets across organisations, who looks after them, and who is asked."""

    key: str
    name: str
    meant_for: str
    aim: str
    partners: tuple[str, ...]
    # How all of them call the levels, the lowest first.
    levels: tuple[str, ...]
    rivals: tuple[str, str]
    manager: str
    speaks_for: tuple[str, str]
    sponsor: str
    days_old: int
    earlier: tuple[CastCohort, ...]
    # Those who wait for their sets, and what they have replied.
    cohort: str
    people: tuple[Enrolled, ...]
    # Whom the page of the cast offers, beside those who look after it.
    shown: tuple[str, ...]
    composition: str
    # What a search found for them: each set with its facilitator first.
    found: tuple[tuple[str, ...], ...]
    steps: int

    @property
    def joined(self) -> tuple[Enrolled, ...]:
        """Those to be put into sets."""
        said = [one for one in self.people if not (one.awaits or one.declines)]
        return tuple(one for one in said if one.takes_part)


PROGRAMME = CastProgramme(
    key="leading-by-asking",
    name="Leading by Asking",
    meant_for="leadership",
    aim="People who lead in six organisations ask before they tell, and know whom to "
    "ask beyond their own walls.",
    partners=("hospitals", "freight", "council", "software", "charity", "coldstores"),
    levels=("specialist", "team lead", "manager", "head", "director"),
    rivals=("freight", "coldstores"),
    manager="Nadia",
    speaks_for=("Graham", "hospitals"),
    sponsor="Helen",
    days_old=260,
    earlier=(
        CastCohort(
            name="First cohort",
            days_old=250,
            sets=("calderwick-leaders",),
            telling=("calderwick-leaders",),
        ),
        CastCohort(
            name="Second cohort",
            days_old=90,
            sets=("harbour-lane", "third-thursday"),
            telling=("harbour-lane",),
        ),
    ),
    cohort="Third cohort",
    people=(
        Enrolled(
            key="Marcus",
            area="Estates",
            free="mon-wed 9-13, thu 13-17",
            challenge="Two teams of mine were never merged in earnest: their "
            "supervisors do not speak, and I carry the messages.",
        ),
        Enrolled(
            key="Priyanka",
            area="Operations",
            free="mon-thu 8:30-13, tue 13:30-17",
            challenge="Half of my staff have asked for other jobs since we changed the "
            "shifts.",
        ),
        Enrolled(
            key="Oluwaseun",
            area="Care",
            free="tue-thu 8:30-13",
            challenge="I was made to lead the people I used to have lunch with.",
        ),
        Enrolled(
            key="Catrin",
            area="Care",
            free="tue-fri 8:30-13, wed 13:30-17",
            challenge="I am to merge two teams that were built by people who disliked "
            "each other.",
            apart="Marcus",
        ),
        Enrolled(
            key="Bernadette",
            area="Care",
            free="mon-wed 9-12, thu 9-17",
            challenge="Surgeons go to my staff around me, and I am the last to hear.",
        ),
        Enrolled(key="Zoltán", area="Digital", free="mon-fri 8:30-12:30"),
        Enrolled(key="Agnes", area="Care", awaits=True),
        Enrolled(
            key="Joost",
            area="Operations",
            free="tue-fri 10-16",
            challenge="The new system plans better than my drivers, it says, and they "
            "have stopped correcting it.",
        ),
        Enrolled(
            key="Wambui",
            area="Finance",
            free="mon-thu 10-16",
            challenge="I say yes to head office, and then explain to the people I lead "
            "why.",
        ),
        Enrolled(
            key="Kelvin",
            area="Operations",
            free="tue-fri 11-17",
            challenge="I lead people twice my age, who taught me the job.",
        ),
        Enrolled(
            key="Beverley",
            area="Operations",
            free="tue-thu 13-17, wed 8:30-13",
            challenge="Nobody on day shifts ever sees what my night staff leave ready "
            "for them.",
        ),
        Enrolled(key="Lorenz", area="Operations", declines=True),
        Enrolled(
            key="Tunde",
            area="People",
            free="mon-tue 8:30-13, thu 13-17, wed 9-12",
            challenge="We have a third less money and staff for housing, and the same "
            "promise.",
        ),
        Enrolled(
            key="Morag",
            area="People",
            free="mon-thu 8:30-13",
            challenge="My staff are so tired that kindness is the first thing to go on "
            "late shifts.",
        ),
        Enrolled(
            key="Sanjit",
            area="Estates",
            free="tue-wed 13-17, thu-fri 9-13",
            challenge="Two depots were merged into one team a year ago on paper, and "
            "nowhere else.",
        ),
        Enrolled(
            key="Chloe",
            area="Digital",
            free="mon-fri 13-17, wed-thu 9-12",
            challenge="Every service wants the new system first, and none wants to "
            "change how it works.",
        ),
        Enrolled(
            key="Aled",
            area="Finance",
            free="tue-thu 8:30-13, wed-thu 13:30-17",
            challenge="Since May I lead the people I sat beside for nine years.",
        ),
        Enrolled(key="Hamish", area="Finance", awaits=True),
        Enrolled(
            key="Aoife",
            area="Digital",
            free="mon-thu 9:30-12:30, thu 14-17",
            challenge="Two services each tell me that the other decides about the new "
            "system.",
        ),
        Enrolled(
            key="Karthik",
            area="Digital",
            free="mon-thu 13:30-18",
            challenge="I find faults for a living, and my team has begun to hide from "
            "me.",
            compared=False,
        ),
        Enrolled(key="Inês", area="Digital", free="tue-thu 8:30-13, thu 14-17:30"),
        Enrolled(
            key="Fatoumata",
            area="Care",
            free="tue-wed 14-17, mon-thu 9-12",
            challenge="Volunteers come for me and not for the kitchen, and no staff "
            "could cover a week off.",
        ),
        Enrolled(
            key="Rhodri",
            area="Operations",
            free="wed-thu 13-17, tue 9-12",
            challenge="I never ask anyone for help, and now I need four drivers.",
        ),
        Enrolled(
            key="Miriam",
            area="Finance",
            free="mon-thu 8:30-13, tue-wed 13-17",
            challenge="Our biggest giver wants a say in whom we feed.",
            compared=False,
        ),
        Enrolled(
            key="Stuart",
            area="Operations",
            free="tue-thu 9-13, wed 14-17",
            challenge="I am to close a depot, and merge its team with one that does "
            "not want them.",
        ),
        Enrolled(
            key="Katarzyna",
            area="Operations",
            free="tue-thu 10-17",
            challenge="Two teams were merged after the move, and each still keeps its "
            "own kettle.",
        ),
        Enrolled(
            key="Dilnoza",
            area="Digital",
            free="mon-thu 8:30-13, thu 14-17",
            challenge="The new system plans a day that cannot happen, and asks me why "
            "we did not keep to it.",
        ),
        Enrolled(
            key="Nia",
            area="People",
            free="mon-thu 8:30-13, wed-thu 13:30-17",
            takes_part=False,
            leads=1,
        ),
        Enrolled(
            key="Ibrahim",
            area="People",
            free="tue-thu 9-17",
            takes_part=False,
            leads=1,
        ),
        Enrolled(
            key="Delroy",
            area="People",
            free="mon-fri 9-17",
            takes_part=False,
            leads=4,
        ),
    ),
    shown=("Hamish", "Catrin", "Nia"),
    composition="First try",
    found=(
        ("Delroy", "Bernadette", "Dilnoza", "Katarzyna", "Marcus", "Morag", "Rhodri"),
        ("Ibrahim", "Aled", "Aoife", "Joost", "Kelvin", "Oluwaseun", "Priyanka"),
        ("Delroy", "Catrin", "Chloe", "Karthik", "Miriam", "Sanjit", "Stuart"),
        ("Nia", "Beverley", "Fatoumata", "Inês", "Tunde", "Wambui", "Zoltán"),
    ),
    steps=200_000,
)
