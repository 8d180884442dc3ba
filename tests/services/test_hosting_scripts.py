"""What the jobs of a forge run at the end: propose an update, copy pages to a server."""

from __future__ import annotations

import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from oic_kit.services.template import template_root

HOSTING = template_root() / "hosting"
TEXT = "# Sennestadt: oic-kit 0.1.0 → 0.2.0\n\nZwei Dateien werden ersetzt.\n"
HOSTILE = "[commit]\n\tgpgsign = true\n[core]\n\thooksPath = /nonexistent\n\tautocrlf = true\n"


@dataclass
class Forge:
    """A forge as a job sees it: a repository, and an interface that remembers what it was asked."""

    root: Path
    open: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str, dict[str, Any] | None, str]] = field(default_factory=list)
    refuses: bool = False
    port: int = 0

    @property
    def bare(self) -> Path:
        """The repository."""
        return self.root / "srv" / "stadt" / "oic.git"

    @property
    def environment(self) -> dict[str, str]:
        """The variables that GitHub, Forgejo and GitLab give to their jobs."""
        api = f"http://127.0.0.1:{self.port}/api"
        return {
            "PATH": os.environ["PATH"], "HOME": str(self.root), "TOKEN": "s3cret", "no_proxy": "*",
            "GITHUB_REPOSITORY": "stadt/oic", "GITHUB_SERVER_URL": f"file://{self.root}/srv",
            "GITHUB_API_URL": api, "GITHUB_REF_NAME": "main",
            "CI_PROJECT_ID": "7", "CI_PROJECT_PATH": "stadt/oic",
            "CI_SERVER_URL": f"file://{self.root}/srv", "CI_API_V4_URL": api,
            "CI_DEFAULT_BRANCH": "main",
        }  # fmt: skip

    def git(self, *words: str) -> str:
        """Ask the repository."""
        return subprocess.run(
            ["git", "-C", self.bare, *words], check=True, capture_output=True, text=True
        ).stdout.strip()


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    """A forge with the folder of a place in it, and git settings that stop many a commit."""
    (tmp_path / ".gitconfig").write_text(HOSTILE, encoding="utf-8")
    made = Forge(tmp_path)
    made.bare.mkdir(parents=True)
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", made.bare)
    with http.server.HTTPServer(("127.0.0.1", 0), _handler(made)) as server:
        made.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield made
        server.shutdown()


def _handler(forge: Forge) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            said = json.loads(self.rfile.read(length)) if length else None
            token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
            forge.asked.append((self.command, self.path.partition("?")[0], said, token))
            answer: Any = forge.open if self.command == "GET" else {"web_url": "https://forge/1"}
            body = json.dumps(answer).encode()
            self.send_response(403 if forge.refuses and self.command == "POST" else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_PATCH = _answer  # noqa: N815

    return Handler


def run(*words: object, folder: Path | None = None, **more: Any) -> None:
    """Run a program that must not fail."""
    subprocess.run(
        [str(word) for word in words], cwd=folder, check=True, capture_output=True, **more
    )


def checked_out(forge: Forge, name: str) -> Path:
    """A checkout as a job finds it, in which an update changed a file with umlauts in its name."""
    folder = forge.root / name
    run("git", "clone", "--quiet", forge.bare, folder)
    if not forge.git("branch", "--list", "main"):
        (folder / ".gitignore").write_text("/build/\n", encoding="utf-8")
        (folder / "größe.md").write_text("alt\n", encoding="utf-8")
        run("git", "checkout", "--quiet", "-B", "main", folder=folder)
        run("git", "add", "--all", folder=folder)
        run("git", *WHO, "commit", "--quiet", "-m", "Start", folder=folder)
        run("git", "push", "--quiet", "origin", "main", folder=folder)
    (folder / "größe.md").write_text(f"neu für {name}\n", encoding="utf-8")
    (folder / "build").mkdir()
    (folder / "build" / "update.md").write_text(TEXT, encoding="utf-8")
    return folder


WHO = ("-c", "user.name=Redaktion", "-c", "user.email=redaktion@example.org")


def propose(forge: Forge, folder: Path, kind: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the script as a job does."""
    return subprocess.run(
        [sys.executable, HOSTING / "propose.py", kind],
        cwd=folder,
        env={**forge.environment, **more},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("kind", "path", "text", "branch"),
    [
        ("github", "/api/repos/stadt/oic/pulls", "body", "head"),
        ("forgejo", "/api/repos/stadt/oic/pulls", "body", "head"),
        ("gitlab", "/api/projects/7/merge_requests", "description", "source_branch"),
    ],
)
def test_an_update_is_proposed_with_its_plan_as_text(forge, kind, path, text, branch):
    """
    An editor finds a request on the forge that says what changes; main is as it was.
    """
    folder = checked_out(forge, "job")
    before = forge.git("rev-parse", "main")

    said = propose(forge, folder, kind)

    assert 0 == said.returncode, said.stderr
    method, asked, body, token = forge.asked[-1]
    assert ("POST", path) == (method, asked)
    assert body is not None
    assert (TEXT, "oic-kit-update") == (body[text], body[branch])
    assert "Sennestadt: oic-kit 0.1.0 → 0.2.0" == body["title"]
    assert token.endswith("s3cret")
    assert "neu für job" == forge.git("show", "oic-kit-update:größe.md")
    assert before == forge.git("rev-parse", "main")


def test_next_week_the_same_request_is_renewed(forge):
    """
    An office that was on holiday finds one request, not five.
    """
    propose(forge, checked_out(forge, "first"), "github")
    head = {"ref": "oic-kit-update", "repo": {"full_name": "stadt/oic"}}
    forge.open = [{"number": 3, "head": {**head, "ref": "other"}}, {"number": 4, "head": head}]

    said = propose(forge, checked_out(forge, "second"), "github")

    assert 0 == said.returncode, said.stderr
    assert ("PATCH", "/api/repos/stadt/oic/pulls/4") == forge.asked[-1][:2]
    assert "neu für second" == forge.git("show", "oic-kit-update:größe.md")


def test_what_somebody_did_on_the_branch_is_never_overwritten(forge):
    """
    An editor mends a passage in the open request: the next week leaves it alone and says so.
    """
    propose(forge, checked_out(forge, "first"), "gitlab")
    theirs = forge.root / "theirs"
    run("git", "clone", "--quiet", "--branch", "oic-kit-update", forge.bare, theirs)
    (theirs / "größe.md").write_text("unser Text\n", encoding="utf-8")
    run("git", *WHO, "commit", "--quiet", "-am", "Ours", folder=theirs)
    run("git", "push", "--quiet", folder=theirs)

    said = propose(forge, checked_out(forge, "second"), "gitlab")

    assert 1 == said.returncode
    assert "Somebody has worked on the branch" in said.stderr
    assert "unser Text" == forge.git("show", "oic-kit-update:größe.md")


def test_nothing_new_is_nothing_to_do(forge):
    """
    A week without a new kit is quiet, and needs no token.
    """
    folder = checked_out(forge, "job")
    run("git", "checkout", "--quiet", "--", ".", folder=folder)

    said = propose(forge, folder, "github", TOKEN="")

    assert (0, []) == (said.returncode, forge.asked)


def test_without_a_token_or_a_right_the_officer_learns_where_to_look(forge):
    """
    A job that cannot propose names the command that says which switch is missing.
    """
    folder = checked_out(forge, "job")
    silent = propose(forge, folder, "gitlab", TOKEN="")
    forge.refuses = True
    refused = propose(forge, folder, "github")

    assert (1, 1) == (silent.returncode, refused.returncode)
    for said in (silent, refused):
        assert "oic-kit publish --check" in said.stderr
        assert "Traceback" not in said.stderr
        assert "s3cret" not in said.stderr + said.stdout


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with built pages, and an rsync that notes what it was asked."""
    (tmp_path / "hosting").mkdir()
    script = (HOSTING / "upload.sh").read_text(encoding="utf-8")
    (tmp_path / "hosting" / "upload.sh").write_text(script, encoding="utf-8")
    (tmp_path / "build" / "site").mkdir(parents=True)
    (tmp_path / "build" / "site" / "index.html").write_text("<p>", encoding="utf-8")
    for name, is_there in (("rsync", "exit ${KNOWN:-0}"), ("lftp", "exit ${KNOWN:-0}")):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        # Only the look at the target may fail; copying never does.
        program.write_text(
            f'#!/bin/sh\necho "{name} $*" >> "$LOG"\ncase "$*" in *oic.json*) {is_there} ;; esac\n',
            encoding="utf-8",
        )
        program.chmod(0o755)
    return tmp_path


def upload(folder: Path, target: str, **more: str) -> tuple[int, str, list[str]]:
    """Run the script; give its code, what it said and which programs it ran."""
    log = folder / "log"
    said = subprocess.run(
        ["sh", "hosting/upload.sh"],
        cwd=folder,
        env={"PATH": f"{folder}/bin:{os.defpath}", "LOG": str(log), "TARGET": target, **more},
        capture_output=True,
        text=True,
        check=False,
    )
    return said.returncode, said.stderr, log.read_text().splitlines() if log.exists() else []


@pytest.mark.parametrize(
    ("target", "program"),
    [("oic@example.org:/var/www/oic/", "rsync"), ("sftp://oic@example.org/oic/", "lftp")],
)
def test_pages_are_copied_to_where_a_site_of_the_kit_lies(built, target, program):
    """
    A town hall's server gets the pages, by rsync or by SFTP, and old ones go.
    """
    code, _said, ran = upload(built, target)

    assert 0 == code
    assert [program, program] == [line.split()[0] for line in ran]
    assert ".well-known/oic.json" in ran[0]
    assert "--delete" in ran[1]
    assert "build/site" in ran[1]


@pytest.mark.parametrize("target", ["oic@example.org:/var/www/oic", "sftp://oic@example.org/oic"])
def test_another_site_is_not_overwritten(built, target):
    """
    Somebody who mistypes the target does not delete the city's own website.
    """
    refused = upload(built, target, KNOWN="23")
    wanted = upload(built, target, KNOWN="23", FIRST="yes")

    assert 1 == refused[0]
    assert "FIRST=yes" in refused[1]
    assert 0 == wanted[0]
    assert 2 == len(wanted[2])


@pytest.mark.parametrize(
    "target", ["", "oic@example.org:", "oic@example.org:/", "sftp://a@b/", "/"]
)
def test_a_target_that_is_no_folder_is_refused(built, target):
    """
    An empty variable never means: delete everything.
    """
    code, said, ran = upload(built, target, FIRST="yes")

    assert 0 != code
    assert said
    assert [] == ran
