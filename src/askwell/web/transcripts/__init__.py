"""Transcripts of a set's meetings, read with everybody's consent."""
