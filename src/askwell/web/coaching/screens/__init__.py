"""How what is given away is written down."""
