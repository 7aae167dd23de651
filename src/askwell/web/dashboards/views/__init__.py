"""A programme in figures, and each figure explained."""

from askwell.web.dashboards.views.files import figures_csv, figures_xlsx
from askwell.web.dashboards.views.measures import benefits, metric
from askwell.web.dashboards.views.page import insight

__all__ = ["benefits", "figures_csv", "figures_xlsx", "insight", "metric"]
