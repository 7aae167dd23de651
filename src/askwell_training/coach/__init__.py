"""How the question coach is trained: its turns, its fit, its figures."""
