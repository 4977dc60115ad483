"""Every module that declares tables of the store, so that opening it makes them all."""

from verify.store import archive, archive_log

__all__ = ["archive", "archive_log"]
