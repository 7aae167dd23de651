"""Who may do what at the addresses of renewal."""

from web.decisions.row import MEMBERS, NOBODY, Row, of_set, saying

# Whoever has left has this left to do, and nobody else sees it.
LEAVER = frozenset({"ex_member"})

ROWS: tuple[Row, ...] = (
    # Nothing is open to answer, to close or to decide in a set that has not met.
    Row("renewal:health", get=MEMBERS, post=NOBODY, told=MEMBERS, path=of_set),
    Row("renewal:look", post=NOBODY, told=MEMBERS, path=of_set),
    Row("renewal:close", post=NOBODY, told=MEMBERS, path=of_set),
    Row("renewal:rhythm", post=MEMBERS, path=of_set, form=saying(every="4")),
    Row("renewal:going_on", get=MEMBERS, post=NOBODY, told=MEMBERS, path=of_set),
    Row("renewal:question", post=MEMBERS, path=of_set),
    Row("renewal:decision", post=NOBODY, told=MEMBERS, path=of_set),
    Row("renewal:ending", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("renewal:script", get=MEMBERS, path=of_set),
    Row("renewal:day", post=MEMBERS, path=of_set),
    Row("renewal:reversal", post=NOBODY, told=MEMBERS, path=of_set),
    Row(
        "renewal:summary",
        get=MEMBERS,
        post=MEMBERS,
        path=of_set,
        form=saying(words="We learned to wait.", read="0"),
    ),
    # There is no summary to copy: a member gets what everybody else gets.
    Row("renewal:summary_copy", post=NOBODY, path=of_set),
    Row("renewal:farewell", get=LEAVER, path=of_set),
    Row("renewal:destruction", get=LEAVER, post=LEAVER, path=of_set),
)
