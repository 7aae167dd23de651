"""Foreign keys go the same way as imports: down."""

from django.apps import apps

# From the top down, as in .importlinter.
LAYERS = (
    "demo",
    "home",
    "start",
    "guide",
    "integrations",
    "cohorts",
    "growth",
    "dashboards",
    "passports",
    "releasing",
    "measuring",
    "valuing",
    "stories",
    "changes",
    "surveys",
    "handing",
    "feedback",
    "practising",
    "training",
    "running",
    "composing",
    "renewal",
    "calendar",
    "learning",
    "planning",
    "transcripts",
    "coaching",
    "meetings",
    "actions",
    "topics",
    "intake",
    "enrolments",
    "programmes",
    "people",
    "vault",
    "ui",
)


def test_foreign_keys_point_down():
    for model in apps.get_models():
        if model._meta.app_label not in LAYERS:
            continue
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete:
                above = LAYERS.index(model._meta.app_label)
                below = field.related_model._meta.app_label
                assert below in LAYERS[above:], f"{field} points up to {below}"


def test_every_app_of_ours_has_its_layer():
    ours = {each.label for each in apps.get_app_configs() if "askwell" in each.name}

    assert ours == set(LAYERS)
