"""The sentences of an update: what happens to a file, and why."""

from __future__ import annotations

from oic_kit.model.update_step import Action, Why
from oic_kit.say import _, ngettext


def word_for(action: Action) -> str:
    """One word for what happens to a file."""
    return {
        Action.REPLACE: _("replace"),
        Action.ADD: _("add"),
        Action.MERGE: _("merge"),
        Action.KEEP: _("keep"),
        Action.REMOVE: _("remove"),
        Action.CONFLICT: _("conflict"),
    }[action]


def reason_for(why: Why) -> str:
    """Half a sentence that says why."""
    return {
        Why.NEW: _("new"),
        Why.RESTORED: _("was missing"),
        Why.RENEWED: _("you had not edited it"),
        Why.COMPUTED: _("computed from place.yaml"),
        Why.SAMPLE: _("a sample that nobody had edited"),
        Why.MOVED: _("has another name in the kit now"),
        Why.BOTH: _("your edits and those of the kit together"),
        Why.YOURS: _("edited by you; the kit brings nothing new here"),
        Why.DELETED: _("you deleted it, so it stays deleted"),
        Why.BESIDE: _("yours, in a folder of the kit"),
        Why.PICTURE: _("a picture or font that you exchanged"),
        Why.DROPPED: _("no longer part of the kit or of your answers"),
        Why.LEFT: _("left as it is, as asked; the kit has a newer one"),
        Why.MIGRATED: _("brought to today's format"),
        **_reasons_to_look(),
    }[why]


def _reasons_to_look() -> dict[Why, str]:
    return {
        Why.SAVED: _(
            "a file of the kit that you had edited; your version is kept in .oic/replaced"
        ),
        Why.DROPPED_EDITED: _("no longer part of the kit or of your answers, but edited by you"),
        Why.IN_THE_WAY: _("a link, a folder or a file of yours lies where the kit would write"),
        Why.PASSAGE: _("you and the kit changed the same passage; yours stays"),
        Why.BOTH_NEW: _("you and the kit made a file of this name; yours stays"),
        Why.BOTH_FILES: _("you and the kit changed this file, which has no lines; yours stays"),
        Why.BREAKS: _("together, both changes could not be read any more; yours stays"),
        Why.NO_BASE: _("the copy in .oic/base was changed, so nothing was merged; yours stays"),
    }


def count_of(action: Action, count: int) -> str:
    """So many files are replaced, added and so on; `{count}` stands for the number."""
    said = {
        Action.REPLACE: ngettext("{count} replaced", "{count} replaced", count),
        Action.ADD: ngettext("{count} added", "{count} added", count),
        Action.MERGE: ngettext("{count} merged", "{count} merged", count),
        Action.KEEP: ngettext("{count} kept", "{count} kept", count),
        Action.REMOVE: ngettext("{count} removed", "{count} removed", count),
        Action.CONFLICT: ngettext("{count} conflict", "{count} conflicts", count),
    }[action]
    return said.format(count=count)
