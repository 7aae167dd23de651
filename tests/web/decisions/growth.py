"""Who may do what at the addresses of growth."""

from web.decisions.row import MEMBERS, PERSONS, Row, of_set, saying

ROWS: tuple[Row, ...] = (
    Row("growth:own", get=PERSONS),
    Row("growth:as_table", get=PERSONS),
    Row("growth:as_json", get=PERSONS),
    Row("growth:doing", get=MEMBERS, path=of_set),
    Row("growth:share", post=MEMBERS, path=of_set, form=saying(share="yes")),
    Row("growth:facilitating", get=PERSONS),
)
