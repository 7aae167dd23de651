"""Who may do what at the addresses of transcripts."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
