"""The addresses of growth."""

from django.urls import path

from askwell.web.growth import views

app_name = "growth"

urlpatterns = [
    path("growth/", views.mine, name="own"),
    path("growth/my-growth.csv", views.as_table, name="as_table"),
    path("growth/my-growth.json", views.as_json, name="as_json"),
    path("sets/<uuid:set_id>/doing/", views.doing, name="doing"),
    path("sets/<uuid:set_id>/doing/sharing/", views.share, name="share"),
    path("facilitating/", views.facilitating, name="facilitating"),
]
