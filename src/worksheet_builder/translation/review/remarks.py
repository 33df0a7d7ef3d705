"""What reviewers write where a better translation belongs, and do not mean as one: “ok”, “-”, “?”, “no change”."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from .reply import Reply, alike, shown


def _listed(text: str) -> frozenset[str]:
    return frozenset(filter(None, (" ".join(it.split()) for it in text.replace("\n", "|").split("|"))))


_ALWAYS = _listed(
    """
    no change|no changes|unchanged|as is|same|same as above|see above|see comment|ditto|idem|n/a|na|none|nothing
    looks good|looks fine|all good|all fine|good translation|well translated|fine as it is|fine as is|keep|keep as is
    not sure|unsure|unclear|i do not understand|i don't understand|tbd|todo|to do|lgtm|agreed|approved|checked|done|nice
    good|very good|fine|great|correct|right|yes|no|perfect|agree|remove|delete
    """
)
"""In the words of those who write English to whoever sent the file."""
_IN_OTHERS = _listed(
    """
    sin cambios|sin cambio|bien|muy bien|está bien|correcto|vale|de acuerdo|igual|no sé|perfecto
    sans changement|pas de changement|bien|très bien|c'est bon|d'accord|correct|inchangé|parfait
    keine änderung|keine änderungen|unverändert|gut|sehr gut|passt|passt so|stimmt|in ordnung|richtig
    bez zmian|dobrze|bardzo dobrze|w porządku|zgoda|dobre|nie wiem|beze změn|beze změny|dobře|v pořádku|souhlasím
    без змін|добре|дуже добре|згода|правильно|гаразд|без изменений|хорошо|согласен|согласна|верно
    لا تغيير|بدون تغيير|جيد|جيد جدا|تمام|موافق|صحيح|حسنا|لا أعرف|بدون تغییر|خوب|خوب است|درست|موافقم|خیلی خوب
    ठीक|ठीक है|सही|कोई बदलाव नहीं|अच्छा|बहुत अच्छा|好|可以|不变|不用改|无需修改|无修改|没问题|同意|正确|很好|不改|同上
    senza modifiche|va bene|bene|giusto|sem alterações|sem mudanças|está bom|certo|geen wijziging|goed|klopt
    değişiklik yok|tamam|iyi|doğru|không thay đổi|tốt|đúng
    """
)
_MANY = 3
"""Words of English from which on a remark in the language itself is no translation of them."""
_LONG, _SHARE = 40, 0.12
"""Characters of English of which a translation has at least that share; signs that are words count for more."""
_OKAY = re.compile(r"(?:ok|okay|okej|oki|o\.k\.|ок|окей)(?=$|[\s,.;:!–—-])")


def without_remarks(reply: Reply, english: str, as_sent: bool) -> Reply:
    """The reply with what is no translation as its comment; `as_sent`: nobody wrote over the words that went out."""
    remarks = [it for it in (reply.better, "" if as_sent else reply.shown) if it and is_remark(it, english)]
    if not remarks:
        return reply
    better = "" if reply.better in remarks else reply.better
    shown_words = "" if not as_sent and reply.shown in remarks else reply.shown
    comment = "\n".join(filter(None, (reply.comment, *remarks)))
    return replace(reply, better=better, shown=shown_words, comment=comment)


def is_remark(words: str, english: str) -> bool:
    """Whether words are about the translation of an English text, and none."""
    said, source = _bare(words), _bare(english)
    if said == source or alike(words, english):
        return False
    if not said:
        return bool(source)
    if said in _ALWAYS or (_OKAY.match(said) and not _OKAY.match(source)):
        return True
    if said in _IN_OTHERS and len(source.split()) >= _MANY:
        return True
    return len(source) >= _LONG and _weight(said) < _SHARE * len(source)


def _bare(text: str) -> str:
    """The words in small letters, without signs around them."""
    return re.sub(r"^[^\w]+|[^\w]+$", "", " ".join(shown(text).replace("’", "'").split()).casefold())


def _weight(text: str) -> float:
    """The length of a text, where a sign for a word counts as three letters."""
    return sum(3.0 if unicodedata.east_asian_width(it) in "WF" else 1.0 for it in text)
