"""How what was learned is drawn, and how it is written out."""
