"""Sign-in with GitHub for Airflow's web server.

Read from the environment:
  GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET  the OAuth app
  GITHUB_URL, GITHUB_API_URL              GitHub or a GitHub Enterprise server
  GITHUB_TEAM_ROLES                       JSON: "<organisation>/<team>" -> Airflow roles

Who is in none of the teams may sign in and has the role Public, which may see nothing.
"""

import json
import os

from flask_appbuilder.security.manager import AUTH_OAUTH

try:  # Airflow 2.9
    from airflow.providers.fab.auth_manager.security_manager.override import (
        FabAirflowSecurityManagerOverride as AirflowSecurityManager,
    )
except ImportError:
    try:  # Airflow 2.7 and 2.8
        from airflow.auth.managers.fab.security_manager.override import (
            FabAirflowSecurityManagerOverride as AirflowSecurityManager,
        )
    except ImportError:  # Airflow 2.6
        from airflow.www.security import AirflowSecurityManager

GITHUB_URL = os.environ.get("GITHUB_URL", "https://github.com")
GITHUB_API_URL = os.environ.get("GITHUB_API_URL", "https://api.github.com/")

# GitHub answers lists in pages of at most this size
PAGE_SIZE = 100


def all_pages(remote, path):
    """All entries of a list of GitHub's API."""
    entries = []
    page = 1
    while True:
        response = remote.get(f"{path}?per_page={PAGE_SIZE}&page={page}")
        response.raise_for_status()
        batch = response.json()
        entries.extend(batch)
        if len(batch) < PAGE_SIZE:
            return entries
        page += 1


class GithubSecurityManager(AirflowSecurityManager):
    """Makes a GitHub account an Airflow user, and its teams keys of roles."""

    def get_oauth_user_info(self, provider, resp):
        if provider != "github":
            return {}

        remote = self.oauth_remotes[provider]
        response = remote.get("user")
        response.raise_for_status()
        user = response.json()

        # The name is null for people who gave none
        first_name, _, last_name = (user.get("name") or user["login"]).partition(" ")
        # Only an address that GitHub has verified may stand for a person
        emails = [
            email["email"]
            for email in all_pages(remote, "user/emails")
            if email["primary"] and email["verified"]
        ]
        teams = all_pages(remote, "user/teams")

        return {
            "username": f"github_{user['login']}",
            "first_name": first_name,
            "last_name": last_name.strip(),
            "email": emails[0] if emails else f"{user['login']}@users.noreply.github.com",
            "role_keys": [f"{team['organization']['login']}/{team['slug']}" for team in teams],
        }


AUTH_TYPE = AUTH_OAUTH
SECURITY_MANAGER_CLASS = GithubSecurityManager

AUTH_USER_REGISTRATION = True
AUTH_USER_REGISTRATION_ROLE = "Public"

AUTH_ROLES_MAPPING = json.loads(os.environ.get("GITHUB_TEAM_ROLES") or "{}")
# A team somebody left is a role lost at the next sign-in, at most half an hour later
AUTH_ROLES_SYNC_AT_LOGIN = True
PERMANENT_SESSION_LIFETIME = 1800

OAUTH_PROVIDERS = [
    {
        "name": "github",
        "icon": "fa-github",
        "token_key": "access_token",
        "remote_app": {
            "client_id": os.environ.get("GITHUB_CLIENT_ID"),
            "client_secret": os.environ.get("GITHUB_CLIENT_SECRET"),
            "api_base_url": GITHUB_API_URL,
            "client_kwargs": {"scope": "read:org read:user user:email"},
            "access_token_url": f"{GITHUB_URL}/login/oauth/access_token",
            "authorize_url": f"{GITHUB_URL}/login/oauth/authorize",
        },
    }
]
