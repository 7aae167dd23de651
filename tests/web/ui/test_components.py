"""Components know their attributes and say with words what they show."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.template import TemplateSyntaxError

from askwell.web.ui import stylesheet
from askwell.web.ui.components import COMPONENTS
from askwell.web.ui.people import hue_of, initials_of

TEMPLATES = Path(stylesheet.__file__).parent / "templates"

Draw = Callable[..., Any]


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_every_component_has_a_template_and_every_template_a_component() -> None:
    declared = {each.template for each in COMPONENTS}
    drawn = {
        str(file.relative_to(TEMPLATES))
        for file in (TEMPLATES / "ui" / "components").glob("*.html")
    }

    assert declared == drawn


def test_no_two_components_share_a_name() -> None:
    names = [each.name for each in COMPONENTS]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda each: each.name)
def test_the_examples_show_every_choice(component: Any) -> None:
    sources = " ".join(each.source for each in component.examples)

    unseen = [
        f"{each.name}={choice}"
        for each in component.attributes
        for choice in each.choices
        if choice != each.default and f'{each.name}="{choice}"' not in sources
    ]

    assert unseen == []


def test_an_unknown_attribute_is_refused(draw: Draw) -> None:
    with pytest.raises(TemplateSyntaxError, match="button knows no colour"):
        draw('{% button "Go" colour="red" %}')


def test_a_missing_attribute_is_refused(draw: Draw) -> None:
    with pytest.raises(TemplateSyntaxError, match="act needs action"):
        draw('{% act "Go" %}')


def test_a_value_outside_the_choices_is_refused(draw: Draw) -> None:
    with pytest.raises(ValueError, match="button: kind may be"):
        draw('{% button "Go" kind="gigantic" %}')


def test_words_from_people_are_escaped(draw: Draw) -> None:
    drawn = draw(
        '{% contribution kind="Question" words=words %}{% endcontribution %}',
        words="<script>alert(1)</script>",
    )

    assert drawn.xpath(".//script") == []
    assert "<script>alert(1)</script>" in drawn.text_content()


def test_id_and_data_land_on_the_outermost_element(draw: Draw) -> None:
    drawn = draw('{% badge "New" id="b7" data-entry=number %}', number=7)

    badge = drawn[0]
    assert (badge.get("id"), badge.get("data-entry")) == ("b7", "7")


def test_a_component_does_not_see_the_page_around_it(draw: Draw) -> None:
    drawn = draw('{% badge "New" %}', icon="star")

    assert drawn.xpath(".//svg") == []


def test_a_bare_button_is_still_named(draw: Draw) -> None:
    drawn = draw('{% button "Undo" icon="undo" bare=True %}')

    assert drawn[0].get("aria-label") == "Undo"


def test_an_act_carries_its_token_and_its_fields(draw: Draw) -> None:
    drawn = draw(
        '{% act "Star" action="/stars/" token="t" fields=fields pressed=True %}',
        fields={"question": 12},
    )

    form = drawn[0]
    assert form.get("action") == "/stars/"
    assert {each.get("name"): each.get("value") for each in form.xpath(".//input")} == {
        "csrfmiddlewaretoken": form.xpath("string(.//input/@value)"),
        "token": "t",
        "question": "12",
    }
    assert form.xpath(".//button/@aria-pressed") == ["true"]


class Question(forms.Form):
    words = forms.CharField(
        label="Your question", help_text="Short is best.", max_length=200
    )


def test_a_field_ties_its_help_and_its_fault_to_the_input(draw: Draw) -> None:
    drawn = draw("{% field form.words %}", form=Question({"words": ""}))

    described = drawn.xpath("string(.//input/@aria-describedby)").split()
    assert [text(drawn.get_element_by_id(each)) for each in described] == [
        "Short is best.",
        "This field is required.",
    ]
    assert drawn.xpath(".//input/@aria-invalid") == ["true"]


def test_a_whole_form_is_drawn_with_our_fields(draw: Draw) -> None:
    drawn = draw("{{ form }}", form=Question())

    labels = drawn.xpath(".//*[@class='field']/label")
    assert [text(each) for each in labels] == ["Your question"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("present=True", "here"),
        ("present=False", "away"),
        ("speaking=True", "speaking"),
        ("hand=True", "hand raised"),
        ("hand=2", "hand 2"),
        ("me=True", "(you)"),
        ('role="Presenter"', "Presenter"),
    ],
)
def test_a_person_never_speaks_by_colour_alone(
    draw: Draw, given: str, said: str
) -> None:
    drawn = draw("{% person name " + given + " %}", name="Amara Okafor")

    assert said in text(drawn)


def test_a_person_keeps_one_colour() -> None:
    assert hue_of("Amara Okafor") == hue_of("Amara Okafor")
    assert {hue_of(f"Person {n}") for n in range(200)} == set(range(1, 9))


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Amara Okafor", "AO"),
        ("Mei-Ling van der Tan", "MT"),
        ("Plato", "P"),
        ("", "?"),
        ("  ", "?"),
    ],
)
def test_initials_are_of_the_first_and_the_last_word(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_the_ribbon_says_where_we_are_and_what_comes_next(draw: Draw) -> None:
    phases = [
        {"name": "Present", "state": "past", "minutes": 5},
        {"name": "Explore", "state": "now", "minutes": 20},
        {"name": "Silence", "state": "next", "minutes": 1},
        {"name": "Act", "state": "next", "minutes": 4},
    ]

    drawn = draw("{% phase_ribbon phases %}", phases=phases)

    assert text(drawn.find_class("ribbon-short")[0]) == "2 of 4 Explore next: Silence"
    assert text(drawn.xpath(".//li[@aria-current='step']")[0]) == "Explore 20 min"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (690, "12 min left"),
        (61, "2 min left"),
        (60, "last minute"),
        (1, "last minute"),
        (0, "time is up"),
        (-130, "2 min over"),
    ],
)
def test_the_timer_tells_the_minutes_without_javascript(
    draw: Draw, seconds: int, said: str
) -> None:
    now = datetime(2030, 5, 16, 14, tzinfo=UTC)

    drawn = draw(
        "{% timer ends_at=ends_at now=now minutes=20 %}",
        now=now,
        ends_at=now + timedelta(seconds=seconds),
    )

    assert text(drawn) == said


def test_a_contribution_without_words_was_said_aloud(draw: Draw) -> None:
    drawn = draw('{% contribution kind="Question" words="" %}{% endcontribution %}')

    assert "Said aloud, not written down" in text(drawn)


def test_a_refused_contribution_keeps_its_words_and_says_why(draw: Draw) -> None:
    drawn = draw(
        '{% speaking_box action="/c/" kinds=kinds words="You should leave." token="t9"'
        ' refusal="This is advice." %}{% endspeaking_box %}',
        kinds=[{"name": "open", "label": "Open question"}],
    )

    area = drawn.xpath(".//textarea")[0]
    assert area.text == "You should leave."
    assert text(drawn.get_element_by_id(area.get("aria-describedby"))) == (
        "This is advice."
    )
    assert drawn.xpath(".//input[@name='kind']/@value") == ["open"]


def test_the_kind_chosen_stays_chosen(draw: Draw) -> None:
    drawn = draw(
        '{% speaking_box action="/c/" kinds=kinds chosen="fact" %}'
        "{% endspeaking_box %}",
        kinds=[{"name": "open", "label": "Open"}, {"name": "fact", "label": "Fact"}],
    )

    assert drawn.xpath(".//input[@name='kind'][@checked]/@value") == ["fact"]


def test_a_dialog_can_be_reached_without_javascript(draw: Draw) -> None:
    drawn = draw(
        '{% dialog name="close" opener="Close" heading="Close?" %}x{% enddialog %}'
    )

    assert drawn.xpath(".//a[@href='#close']") != []
    assert drawn.xpath(".//dialog[@id='close']") != []


def test_the_square_to_scan_holds_no_style(draw: Draw) -> None:
    drawn = draw('{% qr_panel address="https://askwell.example/j/K7QM" code="K7QM" %}')

    assert drawn.xpath(".//*[@style]") == []
    assert drawn.xpath(".//svg/path/@fill") == ["#fff"]
