"""Values of the model as plain data: what JSON, YAML and templates can print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

Data = None | bool | int | float | str | list["Data"] | dict[str, "Data"]


def as_data(value: object) -> Data:
    """Turn a value and everything in it into plain data.

    Whole decimals become integers, others floats; every sum of cents below 90 trillion euros is
    printed exactly by both. Days become `2027-03-01`.

    Raises:
        TypeError: if something in it is none of the values of the model.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return as_data(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return _of_many(value)


def _of_many(value: object) -> Data:
    if isinstance(value, BaseModel):
        return as_data(dict(value))
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(as_data(key)): as_data(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [as_data(inner) for inner in value]
    if isinstance(value, frozenset | set):
        return sorted((as_data(inner) for inner in value), key=str)
    raise TypeError(f"{type(value).__name__} cannot be written as plain data")
