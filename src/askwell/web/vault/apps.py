"""The vault as a Django app."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "askwell.web.vault"
    label = "vault"
    verbose_name = "Vault"
