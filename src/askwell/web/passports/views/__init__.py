"""The pages of passports, badges and pathways."""
