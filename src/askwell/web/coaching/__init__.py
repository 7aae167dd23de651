"""Where the question coach meets people: its page, its corrections, its donations."""
