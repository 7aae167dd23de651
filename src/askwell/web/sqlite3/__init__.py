"""Django's SQLite, where the threads of one process take turns in writing."""
