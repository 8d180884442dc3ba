"""The team of an old site, as people of the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from oic_kit.model.jekyll_outcome import Entry
from oic_kit.model.jekyll_text import plain, shortened
from oic_kit.say import _
from oic_kit.services.jekyll_draft import Draft, describe_it, left, name_it
from oic_kit.services.jekyll_old import Old, first_of, identity, texts

_FILES = ("team", "people", "personen", "mitarbeitende")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SHORTEST_ROLE = 2
_SUBJECTS, _LONGEST_SUBJECT = 6, 60


def people_of(old: Old) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everybody in the data of the old site: where they stand, and what it says."""
    for name in _FILES:
        entries = old.source.data.get(name)
        if isinstance(entries, list):
            for number, entry in enumerate(entries, start=1):
                if isinstance(entry, dict):
                    yield f"_data/{name}.yml#{number}", entry


def know_people(old: Old) -> None:
    """Give everybody a folder, and note where their old pages lead."""
    for _source, entry in people_of(old):
        name = plain(first_of(entry, "name", "title"))
        if name and name not in old.people:
            old.people[name] = identity(name, old.people.values())
    for document in old.source.documents:
        folder, _differs = old.person(plain(document.head.get("author_name")))
        if folder and not document.collection:
            old.move(document, f"/people/{folder}")


def person_drafts(old: Old) -> Iterator[Draft | Entry]:
    """Everybody as a page."""
    done: set[str] = set()
    for number, (source, entry) in enumerate(people_of(old), start=1):
        name = plain(first_of(entry, "name", "title"))
        folder = old.people.get(name, "")
        if not name:
            yield left(source, "person", _("It has no name."))
        elif folder in done:
            yield left(source, "person", _("The same name stands there twice."), title=name)
        else:
            done.add(folder)
            yield _person(old, source, entry, folder, number)


def _person(old: Old, source: str, entry: dict[str, Any], folder: str, number: int) -> Draft:
    draft = Draft(source, "person", f"people/{folder}")
    name_it(draft, first_of(entry, "name", "title"), fallback=folder)
    role = plain(first_of(entry, "role", "position", "funktion"))
    if len(role) < _SHORTEST_ROLE:
        role = _("Team")
        draft.to_mend.append(_("Write what this person does."))
    subjects = texts(first_of(entry, "expertise", "talk_to_me_about", "themen"))
    bio = plain(first_of(entry, "bio", "description", "beschreibung"))
    if not bio:
        about = _("Subjects: {subjects}.").format(subjects=", ".join(subjects)) if subjects else ""
        bio = f"{role}. {about}".strip()
    rest = describe_it(draft, bio, "")
    draft.head |= {"role": shortened(role, 120), "weight": number * 10}
    if subjects:
        draft.head["talk_to_me_about"] = _subjects(draft, subjects)
    _mail(draft, entry)
    _portrait(old, draft, entry)
    draft.head |= {"team": True, "active": entry.get("active") is not False}
    draft.body = rest
    return draft


def _subjects(draft: Draft, subjects: list[str]) -> list[str]:
    kept = [shortened(one, _LONGEST_SUBJECT, least=10) for one in subjects][:_SUBJECTS]
    if kept != subjects:
        whole = "; ".join(subjects)
        draft.notes.append(_("Subjects were shortened; in full: {text}").format(text=whole))
    return kept


def _mail(draft: Draft, entry: dict[str, Any]) -> None:
    given = plain(first_of(entry, "email", "mail", "e-mail")).removeprefix("mailto:")
    if _MAIL.fullmatch(given):
        draft.head["email"] = given
    elif given:
        draft.notes.append(_("The e-mail address could not be read: {text}").format(text=given))


def _portrait(old: Old, draft: Draft, entry: dict[str, Any]) -> None:
    given = plain(first_of(entry, "image", "photo", "portrait", "bild"))
    if not given:
        return
    name, why = old.files.picture(old.goal(given) or given, draft.folder)
    if not name:
        draft.notes.append(why)
        return
    portrait = _("Portrait of {name}").format(name=draft.head["title"])
    draft.head |= {"image": name, "image_alt": portrait[:180]}
