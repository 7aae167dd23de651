"""How passports and badges are put into words."""
