"""Rules that turn a few facts into the forms of a language: the engine under words and people.

A language is a list of rules. A rule looks at slots (`when`) and fills slots (`say`); a later rule
wins over an earlier one. Texts may name other slots in braces, so a form is put together only at
the end and follows whatever was changed. What somebody typed is never read as such a text: a place
called `{where}` stays exactly that. A slot that begins with `_` is a step on the way, not a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from oic_kit.model.part import Part

_SLOT = re.compile(r"\{([A-Za-z_]\w*)\}")
_EACH = "@"


class Rule(Part):
    """If every slot in `when` matches its pattern as a whole, then the slots in `say` are filled.

    Named groups of a pattern fill slots too, and a slot in braces stands for its own value there:
    `in der {name}`. With `each`, the rule stands once for every word of
    the list, which takes the place of the sign `@`.
    """

    each: tuple[str, ...] = ()
    when: Annotated[
        dict[str, str], Field(default_factory=dict, description="write slots and their patterns")
    ]
    say: Annotated[
        dict[str, str], Field(default_factory=dict, description="write slots and their texts")
    ]

    @model_validator(mode="after")
    def _patterns_compile(self) -> Self:
        for slot, pattern in self.when.items():
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"the pattern for {slot} cannot be read: {error}") from error
        return self

    def unfolded(self) -> tuple[Rule, ...]:
        """The rule once for every word in `each`, or the rule alone."""
        if not self.each:
            return (self,)
        return tuple(
            Rule(when=_put(word, self.when), say=_put(word, self.say)) for word in self.each
        )

    def fills(self) -> frozenset[str]:
        """Every slot that the rule may fill, named groups included."""
        groups = (re.compile(pattern).groupindex for pattern in self.when.values())
        return frozenset(self.say).union(*groups)

    def needs(self) -> frozenset[str]:
        """Every slot that the rule looks at."""
        return frozenset(self.when) | slots_in((*self.when.values(), *self.say.values()))


def _put(word: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {key.replace(_EACH, word): text.replace(_EACH, word) for key, text in texts.items()}


def _unfolded(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(one for rule in rules for one in rule.unfolded())


def slots_in(texts: Iterable[str]) -> frozenset[str]:
    """Every slot that stands in braces in one of the texts."""
    return frozenset(slot for text in texts for slot in _SLOT.findall(text))


class Grammar(Part):
    """An ordered list of rules in which nothing is asked for that nobody fills."""

    rules: Annotated[tuple[Rule, ...], AfterValidator(_unfolded), Field(min_length=1)]

    @property
    def keys(self) -> frozenset[str]:
        """Every form that the rules may give."""
        filled = frozenset[str]().union(*(rule.fills() for rule in self.rules))
        return frozenset(key for key in filled if not key.startswith("_"))

    def unfilled(self, given: Iterable[str], texts: Iterable[str] = ()) -> list[str]:
        """The slots that rules or further texts name, although nothing ever fills them."""
        filled = frozenset(given).union(*(rule.fills() for rule in self.rules))
        needed = slots_in(texts).union(*(rule.needs() for rule in self.rules))
        return sorted(needed - filled)

    def speak(self, given: Mapping[str, str]) -> Speech:
        """Apply the rules to facts; what is given is never replaced by a rule.

        Args:
            given: slots and their values, taken literally.
        """
        speech = Speech(literal=dict(given))
        for rule in self.rules:
            found = speech.matched(rule.when)
            if found is None:
                continue
            for slot, text in rule.say.items():
                if slot not in given:
                    speech.literal.pop(slot, None)
                    speech.texts[slot] = text
            speech.literal.update((slot, part) for slot, part in found.items() if slot not in given)
        return speech


@dataclass(frozen=True)
class Speech:
    """The slots as the rules left them.

    Args:
        literal: values that stand as they are.
        texts: texts in which other slots stand in braces.
    """

    literal: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def matched(self, when: Mapping[str, str]) -> dict[str, str] | None:
        """The named groups if every slot matches its pattern, else nothing."""
        groups: dict[str, str] = {}
        for slot, pattern in when.items():
            match = re.fullmatch(self._with_values(pattern), self.slot(slot))
            if match is None:
                return None
            groups.update((key, part) for key, part in match.groupdict().items() if part)
        return groups

    def _with_values(self, pattern: str) -> str:
        return _SLOT.sub(lambda match: re.escape(self.slot(match[1])), pattern)

    def slot(self, slot: str, asked_by: tuple[str, ...] = ()) -> str:
        """The finished text of one slot; empty as long as nothing filled it.

        Raises:
            ValueError: if texts name each other in a circle.
        """
        if slot in asked_by:
            raise ValueError("a form explains itself: " + " → ".join((*asked_by, slot)))
        if slot in self.literal:
            return self.literal[slot]
        return self.fill(self.texts.get(slot, ""), (*asked_by, slot))

    def fill(self, text: str, asked_by: tuple[str, ...] = ()) -> str:
        """Put the slots into a text."""
        return _SLOT.sub(lambda match: self.slot(match[1], asked_by), text)

    def forms(self) -> dict[str, str]:
        """Every form: the slots that do not begin with `_`."""
        keys = dict.fromkeys((*self.texts, *self.literal))
        return {key: self.slot(key) for key in keys if not key.startswith("_")}


def with_capitals(forms: Mapping[str, str], *, untouched: str = "") -> dict[str, str]:
    """Add every form once more as it stands at the beginning of a sentence, under a capital key.

    Hugo's catalogues know no functions, so `{{ .Where }}` is the only way to write "In Münster".

    Args:
        forms: keys in small letters and their texts.
        untouched: a name that keeps its first letter, such as `s-Hertogenbosch`.
    """
    capitals = {
        key[:1].upper() + key[1:]: text if untouched and text.startswith(untouched) else begun(text)
        for key, text in forms.items()
    }
    return {**forms, **capitals}


def begun(text: str) -> str:
    """The text with a capital first letter, if that is one letter."""
    first = text[:1].upper()
    return first + text[1:] if len(first) == 1 else text
