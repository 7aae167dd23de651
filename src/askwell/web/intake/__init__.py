"""How people are asked into a programme, and what they say of themselves."""
