"""From a messy spreadsheet to people on the list."""

import pytest

from askwell.web.enrolments.models import Draft, Enrolment, ReportingLine
from factories import a_cohort, a_person, a_programme, signed_in

pytestmark = pytest.mark.django_db

MESSY = """People of the spring programme
\t\t\t\t
First name\tSurname\tE-Mail\tGrade\tDept.\tSite\tTime zone\tLine manager
Ana\tRuiz\tana.ruiz@acme.example\tBand 6\tOps\tLeeds\tLondon\tMoe Khan
Ben\tAshe\tben.ashe@acme.con\tBand 6\tOps\tLeeds\tGMT\tMoe Khan
\t\tcleo.dahl@acme.example\tBand 7\tHR\tYork\tLondno\tAna Ruis
Moe\tKhan\tmoe.khan@acme.example\tBand 8\tOps\tLeeds\tLondon\t
Ana\tRuiz\tana.ruiz@acme.example\tBand 6\tOps\tLeeds\tLondon\tMoe Khan
"""


@pytest.fixture
def programme():
    return a_programme(a_person("Ingrid Solberg"))


@pytest.fixture
def browser(programme):
    return signed_in(programme.created_by)


def brought(browser, programme, text: str) -> str:
    """The path of the page that looks at the rows."""
    path = f"/programmes/{programme.pk}/people/in/"
    answer = browser.post(path, {"pasted": text})
    assert answer.status_code == 302, answer.text
    draft = Draft.objects.latest("created_at")
    return f"{path}{draft.pk}/"


def columns_taken_as_guessed(browser, path: str) -> None:
    form = browser.get(f"{path}columns/").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert browser.post(f"{path}columns/", sent).status_code == 302


def suggestions_taken(browser, path: str) -> None:
    page = browser.get(path).context
    boxes = [*page["words"], *(box for row in page["to_mend"] for box in row.boxes)]
    out = [row.number for row in page["to_mend"] if row.is_repeated]
    browser.post(path, {box.name: box.value for box in boxes} | {"out": out})


def test_a_messy_sheet_is_mended_with_one_press_and_put_on_the_list(browser, programme):
    a_cohort(programme)
    path = brought(browser, programme, MESSY)
    columns_taken_as_guessed(browser, path)

    before = browser.get(path)
    suggestions_taken(browser, path)
    after = browser.get(path)
    browser.post(f"{path}list/")

    assert before.context["faulty"] == 5
    assert after.context["faulty"] == 0
    listed = programme.enrolments.values_list(
        "name", "email", "level", "area", "place", "time_zone", "cohort__name"
    )
    assert list(listed) == [
        (
            "Ana Ruiz",
            "ana.ruiz@acme.example",
            1,
            "Ops",
            "Leeds",
            "Europe/London",
            "Spring",
        ),
        ("Ben Ashe", "ben.ashe@acme.com", 1, "Ops", "Leeds", "Europe/London", "Spring"),
        (
            "Cleo Dahl",
            "cleo.dahl@acme.example",
            3,
            "HR",
            "York",
            "Europe/London",
            "Spring",
        ),
        (
            "Moe Khan",
            "moe.khan@acme.example",
            5,
            "Ops",
            "Leeds",
            "Europe/London",
            "Spring",
        ),
    ]
    lines = ReportingLine.objects.order_by("email").values_list(
        "email", "manager_email"
    )
    assert list(lines) == [
        ("ana.ruiz@acme.example", "moe.khan@acme.example"),
        ("ben.ashe@acme.com", "moe.khan@acme.example"),
        ("cleo.dahl@acme.example", "ana.ruiz@acme.example"),
    ]
    assert not Draft.objects.exists()
    assert {one.status for one in Enrolment.objects.all()} == {"listed"}
