"""Who came with the programme: its manager, and the people of its third cohort."""

from askwell.web.demo.cast.character import Character

LONDON, CALDERWICK = "Europe/London", "Calderwick"


def _of(
    house: str,
    name: str,
    level: int,
    function: str,
    *,
    manager: str = "",
    place: str = CALDERWICK,
    time_zone: str = LONDON,
    portrait: str = "",
) -> Character:
    """Somebody whose first name is their key."""
    return Character(
        key=name.split(maxsplit=1)[0],
        name=name,
        house=house,
        level=level,
        function=function,
        place=place,
        time_zone=time_zone,
        manager=manager,
        portrait=portrait,
    )


NEWCOMERS = (
    _of(
        "ropewalk",
        "Nadia Benslimane",
        4,
        "Programme manager",
        portrait="45, ran a touring theatre before this and still counts heads on "
        "every staircase. Puts the sets together; sits in none.",
    ),
    _of("hospitals", "Marcus Thorne", 4, "Head of estates", manager="Helen"),
    _of(
        "hospitals",
        "Priyanka Nair",
        3,
        "Sterile services manager",
        manager="Marcus",
        place="Ottermouth",
    ),
    _of("hospitals", "Oluwaseun Bankole", 2, "Pharmacy team leader"),
    _of(
        "hospitals",
        "Catrin Pugh",
        3,
        "Community midwifery manager",
        manager="Graham",
        place="Ottermouth",
        portrait="38, delivered half of one football team. Has said yes, painted her "
        "week and kept one thing to herself.",
    ),
    _of("hospitals", "Bernadette Achieng", 3, "Theatre manager", manager="Graham"),
    _of("hospitals", "Zoltán Kerekes", 2, "Medical equipment lead", manager="Marcus"),
    _of("hospitals", "Agnes Mukasa", 2, "Outpatients team leader", manager="Graham"),
    _of(
        "hospitals",
        "Nia Bowen",
        3,
        "Learning partner and facilitator",
        portrait="48, a physiotherapist who found that people tell her things once "
        "they lie down. Has room for one set.",
    ),
    _of(
        "freight",
        "Joost Bakker",
        3,
        "Fleet manager",
        manager="Kwabena",
        place="Rotterdam",
        time_zone="Europe/Amsterdam",
    ),
    _of(
        "freight",
        "Wambui Njoroge",
        3,
        "Customs manager",
        manager="Grace",
        place="Nairobi",
        time_zone="Africa/Nairobi",
    ),
    _of(
        "freight",
        "Kelvin Otieno",
        2,
        "Cold chain supervisor",
        manager="Wambui",
        place="Nairobi",
        time_zone="Africa/Nairobi",
    ),
    _of("freight", "Beverley Hargreaves", 2, "Night shift lead", place="Hull"),
    _of(
        "freight",
        "Lorenz Fiedler",
        3,
        "Workshop manager",
        manager="Kwabena",
        place="Rotterdam",
        time_zone="Europe/Amsterdam",
    ),
    _of("council", "Tunde Ajibola", 4, "Head of housing"),
    _of("council", "Morag Lennox", 3, "Homelessness manager", manager="Tunde"),
    _of("council", "Sanjit Dhaliwal", 3, "Parks and streets manager"),
    _of("council", "Chloe Marchetti", 2, "Digital services lead"),
    _of("council", "Aled Rhys-Owen", 2, "Benefits team leader"),
    _of(
        "council",
        "Hamish Colquhoun",
        3,
        "Licensing manager",
        manager="Rukhsana",
        portrait="53, decides who may sell beer until two in the morning. Has been "
        "asked and has not answered yet.",
    ),
    _of(
        "software",
        "Aoife Lynch",
        3,
        "Product manager",
        manager="Cathal",
        place="Cork",
        time_zone="Europe/Dublin",
    ),
    _of(
        "software",
        "Karthik Rangan",
        2,
        "Test lead",
        manager="Meera",
        place="Bengaluru",
        time_zone="Asia/Kolkata",
    ),
    _of(
        "software",
        "Inês Carvalho",
        2,
        "Design lead",
        manager="Aoife",
        place="Porto",
        time_zone="Europe/Lisbon",
    ),
    _of("charity", "Fatoumata Diallo", 3, "Kitchens manager", manager="Leila"),
    _of(
        "charity",
        "Rhodri Beynon",
        2,
        "Warehouse and vans",
        manager="Fatoumata",
        place="Swansea",
    ),
    _of(
        "charity", "Miriam Katz", 3, "Giving manager", manager="Leila", place="Glasgow"
    ),
    _of(
        "charity", "Ibrahim Sesay", 3, "Volunteer, once a head teacher", place="Swansea"
    ),
    _of("coldstores", "Stuart Anderton", 4, "Regional manager", place="Hull"),
    _of(
        "coldstores",
        "Katarzyna Mazur",
        3,
        "Site manager",
        manager="Stuart",
        place="Gdańsk",
        time_zone="Europe/Warsaw",
    ),
    _of("coldstores", "Dilnoza Yusupova", 2, "Planning lead"),
)
