"""The pages on which a programme is made, looked after and wound up."""
