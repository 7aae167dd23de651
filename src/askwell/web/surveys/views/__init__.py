"""Pages of surveys: those of whoever looks after a programme, and of who answers."""
