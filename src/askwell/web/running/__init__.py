"""How a programme is made, looked after and wound up."""
