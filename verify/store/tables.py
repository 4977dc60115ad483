"""Every module that declares tables of the store, so that opening it makes them all."""

from verify.store import applicants, numbers, roles

__all__ = ["applicants", "numbers", "roles"]
