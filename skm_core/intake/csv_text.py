"""Reads delimited text: finds encoding and delimiter, yields rows as a spreadsheet would number them."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

import pyarrow as pa
import pyarrow.csv as arrow_csv

from skm_core.intake.scratch import arranged, chunk_of_rows, column_names

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 256 * 1024
_SAMPLE_ROWS = 100
_BLOCK = 8 * 1024**2


class OpenQuoteError(Exception):
    """A quote is opened and not closed; `baris` is the row where."""

    def __init__(self, baris: int) -> None:
        super().__init__(baris)
        self.baris = baris


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text file is written. `skip` is the length of a leading `sep=` line, which a spreadsheet does not count."""

    encoding: str
    delimiter: str
    skip: int


def looks_like_text(data: bytes) -> bool:
    """False for pictures, PDF and other binary content."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or _wide(data):
        return True
    sample = data[:_SAMPLE]
    odd = sum(sample.count(bytes([code])) for code in (*range(9), 11, *range(14, 32), 127))
    return odd * 100 <= len(sample) and not sample.startswith(b"%PDF")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of plain text is zero."""
    sample = data[:4096]
    if len(sample) >= 4 and sample[1::2].count(0) * 10 > len(sample) * 4:
        return "utf-16-le"
    if len(sample) >= 4 and sample[0::2].count(0) * 10 > len(sample) * 4:
        return "utf-16-be"
    return None


def encoding(data: bytes) -> str:
    """UTF-8 or UTF-16 by mark or content; else cp1252, or latin-1 where cp1252 has no sign for a byte."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    if wide := _wide(data):
        return wide
    if _decodes(data, "utf-8"):
        return "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    return "cp1252" if _decodes(data, "cp1252") else "latin-1"


def _decodes(data: bytes, name: str) -> bool:
    if name == "utf-8" and data.isascii():
        return True
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for start in range(0, len(data), 1 << 20):
            decoder.decode(data[start : start + (1 << 20)])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def form(data: bytes) -> TextForm:
    """Encoding, delimiter by the most consistent column count, and the `sep=` line if there is one."""
    name = encoding(data)
    sample = data[:_SAMPLE].decode(name, errors="replace")
    first = sample.split("\n", 1)[0].rstrip("\r")
    if first.strip('"').lower().startswith("sep=") and len(first.strip('"')) == 5:
        return TextForm(name, first.strip('"')[4], sample.index("\n") + 1 if "\n" in sample else len(sample))
    return TextForm(name, max(DELIMITERS, key=lambda delimiter: _consistency(sample, delimiter)), 0)


def _consistency(sample: str, delimiter: str) -> float:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths: Counter[int] = Counter()
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                widths[len(row)] += 1
            if widths.total() >= _SAMPLE_ROWS:
                break
    except csv.Error:
        pass
    wide = {width: n for width, n in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, n = max(wide.items(), key=lambda item: (item[1], item[0]))
    return width * (n / widths.total()) ** 2


def rows(data: bytes, text: TextForm) -> Iterator[list[str]]:
    """Every record, blank lines as empty lists, so that the n-th one is row n.

    Raises OpenQuoteError where a cell grows beyond all measure because its quote is never closed.
    """
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=text.encoding, errors="replace", newline="")
    stream.read(text.skip)
    number = 0
    try:
        for row in csv.reader(stream, delimiter=text.delimiter):
            number += 1
            yield row
    except csv.Error as error:
        raise OpenQuoteError(number + 1) from error


def fast_chunks(data: bytes, text: TextForm, width: int, dropped: frozenset[int]) -> Iterator[pa.Table]:
    """The same rows as `rows`, as chunks for `scratch.load`, several times faster.

    Rows with another number of cells are read one by one and come last, with their own numbers. Raises
    pyarrow.ArrowInvalid where this reader gives up (a quote left open); then `rows` has to be used.
    """
    names = column_names(width)
    odd: list[tuple[int, str]] = []

    def keep(row: arrow_csv.InvalidRow) -> str:
        odd.append((row.number, row.text))
        return "skip"

    reader = arrow_csv.open_csv(
        io.BytesIO(_utf8(data, text)),
        read_options=arrow_csv.ReadOptions(column_names=names, use_threads=False, block_size=_BLOCK),
        parse_options=arrow_csv.ParseOptions(
            delimiter=text.delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=keep
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, quoted_strings_can_be_null=False
        ),
    )
    number = 1
    for batch in reader:
        numbers: Sequence[int] = range(number, number + batch.num_rows)
        if odd:
            skipped = {row for row, _ in odd}
            numbers = list(islice((row for row in count(number) if row not in skipped), batch.num_rows))
        number = numbers[-1] + 1 if numbers else number
        yield arranged(numbers, [False] * len(numbers), batch.columns, dropped)
    if odd:
        read = [next(csv.reader([line], delimiter=text.delimiter), []) for _, line in odd]
        yield chunk_of_rows([row for row, _ in odd], read, width, dropped)


def _utf8(data: bytes, text: TextForm) -> bytes:
    if text.encoding == "utf-8" and not text.skip:
        return data
    return data.decode(text.encoding, errors="replace")[text.skip :].encode()
