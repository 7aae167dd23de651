"""What the templates of transcripts know besides Django's own."""
