"""The pages of django-allauth: about one's own account and nobody else's."""

ACCOUNT_ENTRANCE = frozenset(
    {
        "account_login",
        "account_signup",
        "account_reset_password",
        "account_request_login_code",
    }
)
ACCOUNT_OWN = frozenset(
    {
        "account_email",
        "account_change_password",
        "account_set_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "mfa_reauthenticate",
    }
)
# These go on from something begun in the same browser; alone they lead back.
ACCOUNT_BEGUN_BEFORE = frozenset(
    {
        "account_logout",
        "account_inactive",
        "account_email_verification_sent",
        "account_confirm_login_code",
        "account_confirm_password_reset_code",
        "account_complete_password_reset",
        "account_password_reset_completed",
        "mfa_authenticate",
    }
)
ACCOUNT = ACCOUNT_ENTRANCE | ACCOUNT_OWN | ACCOUNT_BEGUN_BEFORE
