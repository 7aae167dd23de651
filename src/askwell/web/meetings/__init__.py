"""The live room: one meeting is one log of events, drawn for each pair of eyes."""
