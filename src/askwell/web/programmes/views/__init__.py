"""The pages of sets: beginning one, its people, its contract, joining it."""
