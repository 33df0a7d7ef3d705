"""Find telephone numbers in words: they are printed as they are dialled, in the digits 0 to 9, grouped as given.

This holds in every language, for numbers in words and for the crisis contacts. A short code such as 112 looks like a
count, and so has the digits of other numbers.
"""

from __future__ import annotations

import re

_DATES = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d"
_SPACE, _BETWEEN = r"[ \u00a0\u202f]", r"[ \u00a0\u202f./()\u2010\u2011-]{0,2}"
_THOUSANDS = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!{_SPACE}?\d)"
_KINDS = (
    rf"\+\d(?:{_BETWEEN}\d){{4,}}",  # with the code of a country
    rf"\(?0(?:{_SPACE}|\d)(?:{_BETWEEN}\d){{3,}}",  # with a nought before the code of a place
    rf"116{_SPACE}?\d{{3}}",  # a service that has one number in all of Europe
    rf"(?!{_THOUSANDS})(?=(?:{_SPACE}?\d){{5}})\d{{1,4}}(?:{_SPACE}\d{{2,4}})+",
    r"\d{1,4}(?:[-\u2010\u2011]\d{2,4}){2,}",
)
TELEPHONE_NUMBER = re.compile(rf"(?<![\w.,٫٬])(?!(?:{_DATES})(?![./-]?\d))(?:{'|'.join(_KINDS)})(?![\w٫٬]|[.,]\d)")
"""A number in digits of any script that does not look like a count, a date or a decimal."""
