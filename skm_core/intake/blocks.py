"""Splits the columns of a sheet into rating blocks: several services judged in one row, one questionnaire each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from skm_core.intake.headers import field, numbered
from skm_core.intake.headings import Heading
from skm_core.intake.items import Items, find_items, item_of
from skm_core.intake.vocabulary import Vocabulary

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SEGMENT = re.compile(r"\s*[:|–—/>»]\s*|\s-\s")


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of one questionnaire. `layanan` is what their headings name, None if they name none.

    `saran` are columns for comments on this service alone.
    """

    layanan: str | None
    items: Items
    saran: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Blocks:
    """All blocks of a sheet; none if no questionnaire was found, then `nearest` is what came closest.

    `partial`: services of which some items stand in the headings, but too few. `unnamed`: a whole questionnaire of
    no named service stands beside blocks of named ones.
    """

    found: tuple[Block, ...]
    nearest: Items | None = None
    partial: tuple[tuple[str, Items], ...] = ()
    unnamed: Items | None = None


def mentions(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Pattern of every name of a service as whole words, whatever signs stand between them; longest first."""
    names = sorted((name for name in vocabulary.layanan_sebutan if name), key=len, reverse=True)
    parts = [r"[\W_]+".join(map(re.escape, name.split())) for name in names]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])" if parts else r"(?!)", re.IGNORECASE)


def services_in(text: str, pattern: re.Pattern[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Keys of the services a text names."""
    found = (" ".join(re.sub(r"[\W_]+", " ", one.group().casefold()).split()) for one in pattern.finditer(text))
    return frozenset(vocabulary.layanan_sebutan[name] for name in found if name in vocabulary.layanan_sebutan)


def find_blocks(headings: Sequence[Heading], vocabulary: Vocabulary, chosen: str | None) -> Blocks:
    """The blocks of a sheet, in the order of the services, however the columns stand.

    `chosen`: key of the only questionnaire to look for. Blank headings stand for columns that cannot be items.
    """
    pattern = mentions(vocabulary)
    texts: dict[str, dict[int, str]] = {}
    plain = [heading.text for heading in headings]
    for index, heading in enumerate(headings):
        if not heading.text.strip():
            continue
        own = services_in(heading.text, pattern, vocabulary)
        named = own or services_in(heading.group, pattern, vocabulary)
        if len(named) == 1:
            bare = _stripped(heading.text, pattern, vocabulary)
            if own or field(bare) is None:  # a group title over everything does not reach comments and profile
                texts.setdefault(next(iter(named)), {})[index] = bare
    found, partial = [], []
    for layanan, columns in texts.items():
        items = find_items([columns.get(index, "") for index in range(len(headings))], vocabulary, chosen)
        if items is None:
            continue
        if not items.complete_enough:
            partial.append((layanan, items))
            continue
        saran = tuple(i for i, text in columns.items() if i not in items.kolom and field(text) == "saran")
        found.append(Block(layanan, items, saran))
    kode = found[0].items.instrumen.kode if found else None
    whole = [block for block in found if block.items.instrumen.kode == kode]
    if not whole:
        rest = find_items(plain, vocabulary, chosen)
        return Blocks((Block(None, rest),) if rest and rest.complete_enough else (), rest)
    taken = {index for columns in texts.values() for index in columns}
    rest = find_items(["" if i in taken else text for i, text in enumerate(plain)], vocabulary, chosen)
    unnamed = rest if rest and rest.complete_enough else None
    if len(whole) == 1 and unnamed is None:
        stripped = texts[str(whole[0].layanan)]
        items = find_items([stripped.get(index, text) for index, text in enumerate(plain)], vocabulary, chosen)
        return Blocks((Block(whole[0].layanan, items or whole[0].items, whole[0].saran),), items)
    partial += [(str(block.layanan), block.items) for block in found if block not in whole]
    if rest and unnamed is None:
        partial.append(("", rest))
    order = list(vocabulary.layanan)
    whole.sort(key=lambda block: order.index(str(block.layanan)))
    return Blocks(tuple(whole), whole[0].items, tuple(partial), unnamed)


def _stripped(text: str, pattern: re.Pattern[str], vocabulary: Vocabulary) -> str:
    """A heading without the service: its name taken out, or else the brackets or the part around it."""
    bare = pattern.sub(" ", text)
    outside = _BRACKETS.sub(lambda part: " " if pattern.search(part.group()) else part.group(), text)
    other = "/".join(part for part in _SEGMENT.split(text) if not pattern.search(part))
    return next((one for one in (bare, outside, other) if _recognised(one, vocabulary) or field(one)), bare)


def _recognised(text: str, vocabulary: Vocabulary) -> bool:
    return numbered(text) is not None or any(item_of(text, one, vocabulary) for one in vocabulary.instrumen.values())
