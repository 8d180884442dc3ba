"""The steps to the web in words: what each is about, and where exactly it is done on which forge."""

from __future__ import annotations

from collections.abc import Callable

from oic_kit.model.operator import Forge
from oic_kit.model.publish_steps import Facts, What
from oic_kit.say import _, ngettext

_PAGES: dict[tuple[What, Forge], str] = {
    (What.PAGES, Forge.GITHUB): "settings/pages",
    (What.DOMAIN, Forge.GITHUB): "settings/pages",
    (What.REQUESTS, Forge.GITHUB): "settings/actions",
    (What.TOKEN, Forge.GITHUB): "settings/environments",
    (What.PROTECTION, Forge.GITHUB): "settings/branches",
    (What.PAGES, Forge.GITLAB): "pages",
    (What.DOMAIN, Forge.GITLAB): "pages",
    (What.SCHEDULE, Forge.GITLAB): "-/pipeline_schedules",
    (What.TOKEN, Forge.GITLAB): "-/settings/access_tokens",
    (What.PROTECTION, Forge.GITLAB): "-/settings/repository",
    (What.RUNNERS, Forge.FORGEJO): "settings/units",
    (What.PAGES, Forge.FORGEJO): "actions",
    (What.PROTECTION, Forge.FORGEJO): "settings/branches",
}
"""Where a step is done, below the web page of the repository."""


def page_of(what: What, facts: Facts) -> str:
    """The page of the forge on which a step is done; empty if there is none or it is unknown."""
    below = _PAGES.get((what, facts.forge), "")
    return f"{facts.remote}/{below}" if below and facts.remote else ""


def command_for(what: What) -> str:
    """What to type for a step."""
    return {
        What.FILES: "oic-kit update",
        What.GIT: "git init --initial-branch=main",
        What.BRANCH: "git branch --move main",
        What.COMMITTED: 'git add --all && git commit -m "OIC"',
        What.PUSHED: "git push --set-upstream origin main",
        What.UPLOAD: "sh hosting/build.sh && sh hosting/upload.sh",
        What.READY: "oic-kit check --go-live",
    }.get(what, "")


def title_of(what: What) -> str:
    """What a step is about."""
    return {
        What.FORGE: _("Choose where the website is published"),
        What.FILES: _("The jobs that publish lie in the folder"),
        What.GIT: _("The folder is kept in git"),
        What.TOP: _("The folder is the top of its repository"),
        What.BRANCH: _("The main branch is called main"),
        What.COMMITTED: _("Everything is committed"),
        What.REMOTE: _("A repository on the forge"),
        What.PUSHED: _("The latest state is on the forge"),
        What.RUNNERS: _("Actions are on, and a runner is there"),
        What.PAGES: _("Pages are on"),
        What.SCHEDULE: _("A daily schedule"),
        What.REQUESTS: _("Jobs may open pull requests"),
        What.TOKEN: _("A token for updates"),
        What.PROTECTION: _("The main branch is protected"),
        What.SERVER: _("The web server is set up"),
        What.UPLOAD: _("The pages are on the server"),
        What.DAILY: _("The pages are renewed daily"),
        What.ADDRESS: _("The website has an address of its own"),
        What.DOMAIN: _("The address leads to the pages"),
        What.PRIVACY: _("Data protection has agreed"),
        What.READY: _("The website may go live"),
    }[what]


def how_to(what: What, facts: Facts) -> str:
    """What to do in a step, or where to look."""
    said = _SAID.get((what, facts.forge)) or _SAID[what, None]
    return said(facts)


def _wanting(facts: Facts) -> str:
    if not facts.wanting:
        return _("Nothing keeps it from going live.")
    return ngettext(
        "One thing is to mend first. Until then, every page says that it is a preview, and search "
        "engines are asked to stay away.",
        "{count} things are to mend first. Until then, every page says that it is a preview, and "
        "search engines are asked to stay away.",
        facts.wanting,
    ).format(count=facts.wanting)


_SAID: dict[tuple[What, Forge | None], Callable[[Facts], str]] = {
    (What.FORGE, None): lambda it: _("hosting.forge in place.yaml says: {forge}.").format(
        forge=it.forge.value
    ),
    (What.FORGE, Forge.NONE): lambda _it: _(
        "In place.yaml, set hosting.forge to github, gitlab (also openCode), forgejo (also "
        "Codeberg) or server, then run oic-kit update."
    ),
    (What.FILES, None): lambda _it: _(
        "oic-kit update brings them, and takes away those of others."
    ),
    (What.GIT, None): lambda _it: _("Turn the folder into a repository, in this very folder."),
    (What.TOP, None): lambda _it: _(
        "Forges look for their jobs only in the top folder. Give this folder a repository of its own."
    ),
    (What.BRANCH, None): lambda it: _(
        "The jobs publish from main; the branch is called {branch}."
    ).format(branch=it.branch or "–"),
    (What.COMMITTED, None): lambda _it: _("Commit what you have changed."),
    (What.REMOTE, None): lambda _it: _(
        "On the forge, make an empty repository, without README and licence. Then type here: git "
        "remote add origin ADDRESS, with the address that the forge shows."
    ),
    (What.PUSHED, None): lambda _it: _("Push main to the forge."),
    (What.RUNNERS, None): lambda _it: _(
        "Settings, Units, Actions: on. On Codeberg, ask for a runner at codeberg.org/actions/meta; "
        "elsewhere, name yours in the variable OIC_RUNNER (Settings, Actions, Variables)."
    ),
    (What.PAGES, Forge.GITHUB): lambda _it: _(
        "Settings, Pages, Build and deployment, Source: choose GitHub Actions. Then Actions, "
        "Publish, Run workflow."
    ),
    (What.PAGES, Forge.GITLAB): lambda _it: _(
        "Settings, General, Visibility, Pages: on, and for everyone. After the next run, the "
        "address stands in Deploy, Pages."
    ),
    (What.PAGES, Forge.FORGEJO): lambda _it: _(
        "Codeberg needs no switch: run Actions, Publish. On another Forgejo, name its server of "
        "pages in the variable OIC_PAGES (Settings, Actions, Variables)."
    ),
    (What.SCHEDULE, None): lambda _it: _(
        "Build, Pipeline schedules, New schedule: daily at 0:30 in your time zone, branch main. It "
        "renews the pages, and on Mondays it looks for a new version of the kit."
    ),
    (What.REQUESTS, None): lambda _it: _(
        "Settings, Actions, General, Workflow permissions: tick “Allow GitHub Actions to create and "
        "approve pull requests”. Else the weekly update cannot be proposed."
    ),
    (What.TOKEN, Forge.GITHUB): lambda _it: _(
        "Only if updates shall renew the workflows too: a fine-grained token for this repository "
        "that may write contents, pull requests and workflows. Keep it as secret OIC_TOKEN in the "
        "environment oic-kit-update, and set the variable OIC_WORKFLOWS to yes."
    ),
    (What.TOKEN, Forge.GITLAB): lambda _it: _(
        "Settings, Access tokens: a project token, role Developer, scopes api and write_repository. "
        "Keep it under Settings, CI/CD, Variables as OIC_TOKEN, masked and protected. Else the "
        "weekly update cannot be proposed."
    ),
    (What.PROTECTION, None): lambda _it: _(
        "Let main change only through pull or merge requests, so that four eyes see every page."
    ),
    (What.SERVER, None): lambda _it: _(
        "For nginx and Caddy, the settings lie in .oic/derived/server/; for Apache, a .htaccess "
        "travels with the pages. A certificate is needed: the site asks browsers to use https only."
    ),
    (What.UPLOAD, None): lambda _it: _(
        "Set TARGET to the folder on the server, such as TARGET=oic@www.example.org:/var/www/oic/. "
        "The very first time, add FIRST=yes: old files in that folder are deleted."
    ),
    (What.DAILY, None): lambda _it: _(
        "Let cron build and copy once a day, soon after midnight, so that past events move to the "
        "archive. Run sh hosting/update.sh by hand, and look at what it changes."
    ),
    (What.ADDRESS, None): lambda _it: _(
        "Order a name for the website, then write it into place.yaml as site.url and run oic-kit "
        "update."
    ),
    (What.DOMAIN, Forge.GITHUB): lambda _it: _(
        "Settings, Pages, Custom domain: enter the name, follow what is said about DNS, tick "
        "Enforce HTTPS. The jobs then build for this address by themselves."
    ),
    (What.DOMAIN, Forge.GITLAB): lambda _it: _(
        "Deploy, Pages, New domain: enter the name, set the DNS records that are shown, choose a "
        "certificate by Let’s Encrypt."
    ),
    (What.DOMAIN, Forge.FORGEJO): lambda _it: _(
        "Set the DNS records that the documentation of your pages server names; for Codeberg it is "
        "docs.codeberg.org/codeberg-pages."
    ),
    (What.PRIVACY, None): lambda _it: _(
        "Who runs the web server sees the addresses of visitors: name them in place.yaml "
        "(hosting.provider) and sign a contract for processing on your behalf."
    ),
    (What.PRIVACY, Forge.GITHUB): lambda _it: _(
        "GitHub sees the addresses of visitors, also in the USA: ask your data-protection officer, "
        "and name GitHub in place.yaml (hosting.provider)."
    ),
    (What.READY, None): _wanting,
}
