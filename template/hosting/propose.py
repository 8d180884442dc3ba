"""Put what an update changed on a branch of its own, and ask for its merge on the forge.

    python hosting/propose.py github|gitlab|forgejo

The weekly jobs run this file after hosting/update.sh. It needs git, and TOKEN in the environment: it
may write to the repository and open merge requests. The text of the request is build/update.md.
"""
# ruff: noqa: S310, S603, S607, T201 - a script that talks to git, to its forge and to a log

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

BRANCH = "oic-kit-update"
AUTHOR = "oic-kit@noreply.invalid"
LONGEST = 60_000  # letters: GitHub takes a little more


class GitHub:
    """The API of GitHub; Forgejo speaks it as well."""

    text, branch, base, number = "body", "head", "base", "number"
    scheme = "Bearer"
    change = "PATCH"

    def __init__(self) -> None:
        self.repository = os.environ["GITHUB_REPOSITORY"]
        self.address = f"{os.environ['GITHUB_SERVER_URL']}/{self.repository}.git"
        self.requests = f"{os.environ['GITHUB_API_URL']}/repos/{self.repository}/pulls"
        self.main = os.environ["GITHUB_REF_NAME"]
        self.more: dict[str, Any] = {}

    def headers(self, token: str) -> dict[str, str]:
        return {"Authorization": f"{self.scheme} {token}"}

    def is_ours(self, request: dict[str, Any]) -> bool:
        head = request["head"]
        return head["ref"] == BRANCH and head["repo"]["full_name"] == self.repository


class Forgejo(GitHub):
    """The API of Forgejo and Codeberg."""

    scheme = "token"


class GitLab:
    """The API of GitLab and openCode."""

    text, branch, base, number = "description", "source_branch", "target_branch", "iid"
    change = "PUT"

    def __init__(self) -> None:
        project = os.environ["CI_PROJECT_ID"]
        self.address = f"{os.environ['CI_SERVER_URL']}/{os.environ['CI_PROJECT_PATH']}.git"
        self.requests = f"{os.environ['CI_API_V4_URL']}/projects/{project}/merge_requests"
        self.main = os.environ["CI_DEFAULT_BRANCH"]
        self.more = {"remove_source_branch": True}

    def headers(self, token: str) -> dict[str, str]:
        return {"PRIVATE-TOKEN": token}

    def is_ours(self, request: dict[str, Any]) -> bool:
        same = request["source_project_id"] == request["target_project_id"]
        return same and request["source_branch"] == BRANCH


FORGES = {"github": GitHub, "gitlab": GitLab, "forgejo": Forgejo}


def git(*words: str, token: str = "", **more: str) -> str:
    """Run git; the token goes through the environment, where no list of processes shows it."""
    given = os.environ | more
    if token:
        basic = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        given |= {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "http.extraheader",
            "GIT_CONFIG_VALUE_0": f"Authorization: Basic {basic}",
            "GIT_TERMINAL_PROMPT": "0",
        }
    return subprocess.run(
        ["git", *words], check=True, stdout=subprocess.PIPE, text=True, env=given
    ).stdout.strip()


def ask(method: str, address: str, headers: dict[str, str], said: dict[str, Any] | None) -> Any:
    """Ask the forge, and read its answer."""
    request = urllib.request.Request(
        address,
        method=method,
        data=json.dumps(said).encode() if said else None,
        headers={**headers, "Content-Type": "application/json", "Accept": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def push(forge: GitHub | GitLab, token: str, title: str) -> None:
    """Commit everything and put it on our branch, unless somebody has worked on that branch."""
    there = git("ls-remote", forge.address, f"refs/heads/{BRANCH}", token=token).partition("\t")[0]
    if there:
        git("fetch", "--quiet", "--depth=1", forge.address, there, token=token)
        if git("log", "-1", "--format=%ae", there) != AUTHOR:
            sys.exit(f"Somebody has worked on the branch {BRANCH}. Merge or delete it first.")
    git("checkout", "--quiet", "-B", BRANCH)
    git("add", "--all")
    who = {f"GIT_{role}_{what}": value
           for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "oic-kit"), ("EMAIL", AUTHOR))}  # fmt: skip
    git("-c", "commit.gpgsign=false", "commit", "--quiet", "--no-verify", "--message", title, **who)
    lease = f"--force-with-lease=refs/heads/{BRANCH}:{there}"
    git("push", "--quiet", lease, forge.address, f"HEAD:refs/heads/{BRANCH}", token=token)


def request_merge(forge: GitHub | GitLab, token: str, title: str, text: str) -> str:
    """Open the merge request, or renew the one that is open; give its address."""
    headers = forge.headers(token)
    listed = ask("GET", f"{forge.requests}?state={_open(forge)}&per_page=100", headers, None)
    ours = next((it for it in listed if forge.is_ours(it)), None)
    said = {"title": title, forge.text: text[:LONGEST]}
    if ours:
        answer = ask(forge.change, f"{forge.requests}/{ours[forge.number]}", headers, said)
    else:
        said |= {forge.branch: BRANCH, forge.base: forge.main, **forge.more}
        answer = ask("POST", forge.requests, headers, said)
    return str(answer.get("html_url") or answer.get("web_url"))


def _open(forge: GitHub | GitLab) -> str:
    return "opened" if isinstance(forge, GitLab) else "open"


def main() -> None:
    """Propose what changed, if anything did."""
    if not git("status", "--porcelain"):
        print("Up to date: nothing to propose.")
        return
    token = os.environ.get("TOKEN", "")
    if not token:
        sys.exit(
            "There is an update, but no token to propose it: oic-kit publish --check says how."
        )
    forge = FORGES[sys.argv[1]]()
    text = Path("build/update.md").read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("# ")
    try:
        push(forge, token, title)
        print(f"Proposed: {request_merge(forge, token, title, text)}")
    except urllib.error.HTTPError as error:
        said = error.read().decode(errors="replace")[:500]
        sys.exit(f"The forge refused ({error.code}): {said}\nSee: oic-kit publish --check")


if __name__ == "__main__":
    main()
