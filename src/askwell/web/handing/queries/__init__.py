"""Questions about handing over: how far, whose turn, what is left to arrange."""
