"""The room's screens: what each pair of eyes sees of a meeting, drawn from its state."""

from askwell.web.meetings.screens.viewer import Directory, Fragment, Viewer

__all__ = ["Directory", "Fragment", "Viewer"]
