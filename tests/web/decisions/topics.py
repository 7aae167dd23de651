"""Who may do what at the addresses of topics: their owner, and nobody else."""

from web.decisions.row import OWNER, PERSONS, Row, of_topic, saying

ROWS: tuple[Row, ...] = (
    Row(
        "topics:topics",
        get=PERSONS,
        post=PERSONS,
        form=saying(headline="Stay or go", kind="challenge"),
    ),
    Row("topics:topic", get=OWNER, path=of_topic),
    Row(
        "topics:wording",
        get=OWNER,
        post=OWNER,
        path=of_topic,
        form=saying(headline="Stay or go", kind="challenge"),
    ),
    Row(
        "topics:preparing",
        get=OWNER,
        post=OWNER,
        path=of_topic,
        form=saying(what="A night shift nobody wants"),
    ),
    Row(
        "topics:lenses",
        get=OWNER,
        post=OWNER,
        path=of_topic,
        form=saying(gamma="To let others decide"),
    ),
    Row(
        "topics:look",
        get=OWNER,
        post=OWNER,
        path=of_topic,
        form=saying(is_live="on"),
    ),
    Row("topics:closing", get=OWNER, post=OWNER, path=of_topic),
    Row("topics:withdrawal", post=OWNER, path=of_topic),
    Row("topics:reopening", post=OWNER, path=of_topic),
    Row("topics:deletion", get=OWNER, post=OWNER, path=of_topic),
    Row("topics:export", get=OWNER, path=of_topic),
)
