"""One module for each way in which transcripts are laid out in files."""
