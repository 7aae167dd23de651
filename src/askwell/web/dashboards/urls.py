"""The addresses of dashboards."""

from django.urls import path

from askwell.web.dashboards import views

app_name = "dashboards"

INSIGHT = "programmes/<uuid:programme_id>/insight/"

urlpatterns = [
    path(INSIGHT, views.insight, name="insight"),
    path(f"{INSIGHT}benefits/", views.benefits, name="benefits"),
    path(f"{INSIGHT}measures/<slug:name>/", views.metric, name="metric"),
    path(f"{INSIGHT}figures.csv", views.figures_csv, name="csv"),
    path(f"{INSIGHT}figures.xlsx", views.figures_xlsx, name="xlsx"),
]
