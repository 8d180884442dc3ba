"""Numbers of companies for the tax: whether their check digit is right.

Source:
    https://ec.europa.eu/taxation_customs/vies/ and the rules of ISO 7064 (mod 11,10) for Germany;
    for Austria and Switzerland the published check-digit rules of UID numbers.
"""

from __future__ import annotations

import re

_SWISS = (5, 4, 3, 2, 7, 6, 5, 4)


def right_check_digit(number: str) -> bool:
    """Say whether the check digit fits; true where no rule for the country is known here.

    Args:
        number: as on the page, such as `DE124001953`, `ATU12345675` or `CHE-123.456.788 MWST`.
    """
    country, digits = number[:2].upper(), [int(sign) for sign in re.sub(r"\D", "", number)]
    if country == "DE" and len(digits) == 9:
        return _german(digits)
    if country == "AT" and len(digits) == 8:
        return _austrian(digits)
    if country == "CH" and len(digits) == 9:
        return _swiss(digits)
    return True


def _german(digits: list[int]) -> bool:
    product = 10
    for digit in digits[:-1]:
        product = ((digit + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == digits[-1]


def _austrian(digits: list[int]) -> bool:
    doubled = (
        digit if place % 2 == 0 else digit * 2 // 10 + digit * 2 % 10
        for place, digit in enumerate(digits[:-1])
    )
    return (6 - sum(doubled)) % 10 == digits[-1]


def _swiss(digits: list[int]) -> bool:
    total = sum(weight * digit for weight, digit in zip(_SWISS, digits[:-1], strict=True))
    return (11 - total % 11) % 11 == digits[-1]
