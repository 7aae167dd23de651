"""The sets of the demonstration: who sits in them and what they agreed."""

from dataclasses import dataclass


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
    observer: str = ""
    """Who came for a while to watch the facilitator, by everybody’s consent."""
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
        observer="Tomasz",
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
