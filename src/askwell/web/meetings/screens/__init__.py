"""The room's screens: what each pair of eyes sees of a meeting."""

from askwell.web.meetings.screens.viewer import Directory, Fragment, Viewer

__all__ = ["Directory", "Fragment", "Viewer"]
