"""The addresses of passports, of badges, and of pathways."""

from django.urls import path

from askwell.web.passports.views import badges, checking, own, pathways

app_name = "passports"

OWN = "passport/"
PATHWAY = "programmes/<uuid:programme_id>/pathways/<uuid:adopted_id>/"

urlpatterns = [
    path(OWN, own.own, name="own"),
    path(f"{OWN}document/", own.document, name="document"),
    path(f"{OWN}my-passport.json", own.as_json, name="as_json"),
    path(f"{OWN}counted/", own.counted, name="counted"),
    path(f"{OWN}counted/<uuid:facilitated_id>/", own.leave_out, name="leave_out"),
    path(f"{OWN}learning/", own.learning, name="learning"),
    path(f"{OWN}learning/<uuid:learned_id>/removal/", own.unlearn, name="unlearn"),
    path(f"{OWN}badges/", badges.give, name="give"),
    path(f"{OWN}badges/<uuid:badge_id>/", badges.badge, name="badge"),
    path(f"{OWN}badges/<uuid:badge_id>/file/", badges.badge_file, name="badge_file"),
    path(f"{OWN}badges/<uuid:badge_id>/withdrawal/", badges.withdraw, name="withdraw"),
    path("badges/", checking.check_badge, name="check"),
    path("badges/keys/", checking.all_keys, name="keys"),
    path("badges/keys/<str:name>/", checking.one_key, name="key"),
    path("badges/withdrawn/", checking.withdrawn, name="withdrawn"),
    path("badges/issuer/", checking.issuer, name="issuer"),
    path("badges/issuer/<uuid:adopted_id>/", checking.issuer, name="issuer_of"),
    path(
        "programmes/<uuid:programme_id>/pathways/", pathways.pathways, name="pathways"
    ),
    path(PATHWAY, pathways.pathway, name="pathway"),
    path(f"{PATHWAY}additions/", pathways.addition, name="addition"),
    path(f"{PATHWAY}off/", pathways.switch_off, name="switch_off"),
    path(f"{PATHWAY}confirming/", pathways.confirming, name="confirming"),
    path(
        f"{PATHWAY}confirming/<uuid:confirmation_id>/removal/",
        pathways.take_back,
        name="take_back",
    ),
]
