"""Errors that reach a person. Each carries an Indonesian sentence that says what happened and what to do."""

from __future__ import annotations


class SkmError(Exception):
    """Base of all errors of this library whose text may be shown to a person (Indonesian)."""


class UnknownKeyError(SkmError):
    """A periode, layanan, wilayah or other key does not exist; the message lists what does."""


class InvalidSettingError(SkmError):
    """A setting was refused; the message names the field and what it must be."""


class StoreError(SkmError):
    """The database could not be opened, read or written; the message names the object."""


class StoreBusyError(StoreError):
    """Another process holds the database file."""


class UploadStateError(SkmError):
    """Undo or restore was asked of an unggahan that is not in the right state."""


class ClosedPeriodeError(UploadStateError):
    """The results of a periode are fixed, and no reason for a revision was given."""


class ChangedMeanwhileError(UploadStateError):
    """Other rows are new or changed than the person was shown; nothing was stored."""


class InvalidMappingError(SkmError):
    """A mapping of columns is broken or cannot be kept; the message says what and where."""


class NoDataError(SkmError):
    """Nothing was collected for what was asked; the message names it and the next step."""
