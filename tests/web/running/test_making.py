"""Two short steps to a programme, and what may be changed of it later."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from askwell.web.enrolments.operations.memberships import write
from askwell.web.people.models import Notice, Organisation
from askwell.web.programmes.models import Office, Partner, Programme
from askwell.web.programmes.offices import manages, speaks_for
from askwell.web.running.operations import making
from askwell.web.running.operations.making import Home
from askwell.web.running.refusals import NotDoneError
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_programme,
    an_enrolment,
    an_organisation,
    holds_office,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


def typed(**how):
    return {
        "programme_id": str(uuid4()),
        "meant_for": "leadership",
        "aim": "People ask before they decide.",
        "name": "Leading through change",
        "at_home": "neutral",
        **how,
    }


def begun(person, **how):
    return signed_in(person).post(reverse("running:begin"), typed(**how))


def begin(person, home):
    return making.begin(
        programme_id=uuid4(),
        name="Leading",
        meant_for="leadership",
        aim="People ask.",
        home=home,
        by=person,
        at=NOON,
    )


class TestBeginning:
    def test_whoever_has_none_is_told_what_a_programme_is(self, ingrid):
        page = signed_in(ingrid).get(reverse("running:programmes")).text

        assert "You look after no programme" in page
        assert "Begin a programme" in page

    def test_whoever_begins_it_looks_after_it(self, ingrid):
        answer = begun(ingrid)

        programme = Programme.objects.get()
        assert answer.url == reverse("running:dates", args=[programme.pk])
        assert manages(ingrid, programme)
        assert [each.name for each in programme.cohorts.all()] == ["First cohort"]
        assert programme.starts_on.weekday() == 0

    def test_sent_twice_it_is_begun_once(self, ingrid):
        form = typed()

        for _ in range(2):
            signed_in(ingrid).post(reverse("running:begin"), form)

        assert Programme.objects.count() == 1

    def test_nobody_takes_up_the_id_of_anothers(self, ingrid):
        other = a_programme()

        answer = begun(ingrid, programme_id=str(other.pk))

        assert answer.status_code == 422
        assert not manages(ingrid, other)

    def test_it_is_at_home_where_its_beginner_works(self, ingrid):
        house = an_organisation()
        an_enrolment(a_programme(a_person("Ada Byrne"), home=house), ingrid)

        begun(ingrid, at_home=str(house.pk))

        programme = Programme.objects.get(created_by=ingrid)
        assert programme.home == house
        assert speaks_for(ingrid, programme.partners.get())

    def test_on_neutral_ground_no_organisation_takes_part_yet(self, ingrid):
        begun(ingrid)

        assert Programme.objects.get().home is None
        assert not Programme.objects.get().partners.exists()

    def test_an_organisation_not_known_yet_is_made(self, ingrid):
        begun(ingrid, at_home="new", new_home="  Hillside   Trust ")

        assert Programme.objects.get().home.name == "Hillside Trust"

    def test_a_stranger_cannot_take_an_organisations_name(self, ingrid):
        a_programme(a_person("Ada Byrne"), home=an_organisation("Hillside Trust"))

        answer = begun(ingrid, at_home="new", new_home="hillside trust")

        assert answer.status_code == 422
        assert "An organisation of this name is here already" in answer.text
        assert not Programme.objects.filter(created_by=ingrid).exists()

    def test_naming_oneself_as_its_people_elsewhere_takes_it_neither(self, ingrid):
        house = an_organisation("Hillside Trust")
        a_programme(a_person("Ada Byrne"), home=house)
        own = a_programme(ingrid)
        partner = Partner.objects.create(programme=own, organisation=house)
        write(an_enrolment(own, ingrid, partner=partner), ingrid)

        with pytest.raises(NotDoneError, match="NOT_YOURS_TO_DO"):
            begin(ingrid, Home(known=house.pk))
        with pytest.raises(NotDoneError, match="NAME_TAKEN"):
            begin(ingrid, Home(new="Hillside Trust"))

    def test_a_name_others_put_on_their_lists_is_still_free(self, ingrid):
        house = an_organisation("Hillside Trust")
        elsewhere = a_programme(a_person("Ada Byrne"))
        Partner.objects.create(programme=elsewhere, organisation=house)

        assert begin(ingrid, Home(new="Hillside Trust")).home == house

    def test_its_own_people_only_write_its_name_again(self, ingrid):
        house = an_organisation("Hillside Trust")
        an_enrolment(a_programme(a_person("Ada Byrne"), home=house), ingrid)

        assert begin(ingrid, Home(new="Hillside Trust")).home == house
        assert Organisation.objects.count() == 1

    def test_nobody_begins_one_in_an_organisation_they_are_not_in(self, ingrid):
        with pytest.raises(NotDoneError, match="NOT_YOURS_TO_DO"):
            begin(ingrid, Home(known=an_organisation().pk))

    def test_not_more_than_ten_a_day(self, ingrid):
        for _ in range(10):
            begin(ingrid, Home())

        with pytest.raises(NotDoneError, match="TOO_MANY"):
            begin(ingrid, Home())


class TestDates:
    how = {
        "starts_on": "2026-05-04",
        "ends_on": "2026-12-18",
        "meetings": "4",
        "every_weeks": "6",
        "minutes": "120",
        "format": "classic_uk",
        "time_zone": "Europe/Oslo",
    }

    def kept(self, programme, person, **how):
        address = reverse("running:dates", args=[programme.pk])
        return signed_in(person).post(address, {**self.how, **how})

    def test_they_are_kept_and_the_first_cohort_moves_along(self, ingrid):
        programme = a_programme(ingrid)
        cohort = a_cohort(programme)

        self.kept(programme, ingrid)

        programme.refresh_from_db()
        cohort.refresh_from_db()
        assert (programme.meetings, programme.minutes) == (4, 120)
        assert cohort.starts_on == date(2026, 5, 4)

    def test_what_is_typed_is_shown_as_weeks_before_it_is_kept(self, ingrid):
        programme = a_programme(ingrid)
        a_cohort(programme)

        page = self.kept(programme, ingrid, go="look").text

        assert "week of 4 May 2026" in page
        assert "week of 7 September 2026" in page
        programme.refresh_from_db()
        assert programme.meetings == 6

    def test_an_end_before_the_beginning_is_refused(self, ingrid):
        answer = self.kept(a_programme(ingrid), ingrid, ends_on="2026-05-03")

        assert answer.status_code == 422
        assert "It ends before it begins" in answer.text


class TestCohorts:
    def test_one_more_is_added_and_renamed(self, ingrid):
        programme = a_programme(ingrid)
        cohort = making.add_cohort(
            programme, name="Autumn", starts_on=NOON.date(), by=ingrid
        )

        address = reverse("running:cohort", args=[programme.pk, cohort.pk])
        form = {"name": "Winter", "starts_on": "2026-11-02"}
        signed_in(ingrid).post(address, form)

        cohort.refresh_from_db()
        assert (cohort.name, cohort.starts_on) == ("Winter", date(2026, 11, 2))

    def test_two_are_not_called_the_same(self, ingrid):
        programme = a_programme(ingrid)
        a_cohort(programme, "Spring")

        with pytest.raises(NotDoneError, match="COHORT_NAME_TAKEN"):
            making.add_cohort(
                programme, name="spring", starts_on=NOON.date(), by=ingrid
            )

    def test_one_with_people_in_it_stays_and_so_does_the_last(self, ingrid):
        programme = a_programme(ingrid)
        full, empty = a_cohort(programme, "Full"), a_cohort(programme, "Empty")
        an_enrolment(programme, cohort=full)

        with pytest.raises(NotDoneError, match="COHORT_IN_USE"):
            making.remove_cohort(full, by=ingrid)
        making.remove_cohort(empty, by=ingrid)
        programme.enrolments.all().delete()
        with pytest.raises(NotDoneError, match="LAST_COHORT"):
            making.remove_cohort(full, by=ingrid)


def test_another_initiative_is_linked_and_a_script_is_not(ingrid):
    programme = a_programme(ingrid)
    address = reverse("running:initiatives", args=[programme.pk])

    good = {"name": "Mentoring", "link": "https://mentoring.example/"}
    signed_in(ingrid).post(address, good)
    bad = signed_in(ingrid).post(address, {"name": "Bad", "link": "javascript:x()"})

    assert [each.name for each in programme.initiatives.all()] == ["Mentoring"]
    assert bad.status_code == 422


class TestOffices:
    def given(self, programme, by, **how):
        form = {"kind": "sponsor", "name": "Ada Moss", "email": "ADA@people.example"}
        address = reverse("running:offices", args=[programme.pk])
        return signed_in(by).post(address, {**form, **how})

    def test_a_sponsor_is_told_at_an_address_that_nobody_has_yet(self, ingrid):
        programme = a_programme(ingrid)

        self.given(programme, ingrid)

        notice = Notice.objects.get()
        assert (notice.kind, notice.address) == ("office", "ada@people.example")
        ada = a_person("Ada Moss", "ada@people.example")
        page = signed_in(ada).get(programme.get_absolute_url(), follow=True)
        assert page.status_code == 200
        assert page.redirect_chain == [(f"/programmes/{programme.pk}/insight/", 302)]

    def test_nobody_is_given_the_same_office_twice(self, ingrid):
        programme = a_programme(ingrid)

        first, second = (self.given(programme, ingrid) for _ in range(2))

        assert first.status_code == 302
        assert "holds that office already" in second.text

    def test_the_last_manager_stays(self, ingrid):
        programme = a_programme(ingrid)
        own = Office.objects.get(person=ingrid)
        address = reverse("running:office_withdrawal", args=[programme.pk, own.pk])

        signed_in(ingrid).post(address)
        assert manages(ingrid, programme)

        holds_office(programme, a_person("Tomasz Wren"))
        signed_in(ingrid).post(address)
        assert not manages(ingrid, programme)


class TestTheAgreementOfItsSets:
    def test_what_a_new_set_reads_is_shown_before_it_is_kept(self, ingrid):
        programme = a_programme(ingrid)
        address = reverse("running:contract", args=[programme.pk])
        form = {"attendance": "nothing", "words": "We eat first.", "go": "look"}

        page = signed_in(ingrid).post(address, form).text

        programme.refresh_from_db()
        assert "We eat first.</li>" in page
        assert "not who came" in page
        assert programme.contract_words == ""

    def test_its_words_are_kept_and_the_usual_ones_are_not(self, ingrid):
        programme = a_programme(ingrid)
        address = reverse("running:contract", args=[programme.pk])
        usual = signed_in(ingrid).get(address).context["form"]["words"].value()

        signed_in(ingrid).post(address, {"attendance": "names", "words": usual})
        programme.refresh_from_db()
        assert (programme.contract_words, programme.attendance) == ("", "names")

        signed_in(ingrid).post(address, {"attendance": "names", "words": "We eat."})
        programme.refresh_from_db()
        assert programme.contract_words == "We eat."
