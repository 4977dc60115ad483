"""Every module that declares tables of the store, so that opening it makes them all."""

from verify.store import (
    applicants,
    archive,
    archive_log,
    inks,
    numbers,
    pages,
    projects,
    roles,
    secret,
    works,
)

__all__ = [
    "applicants",
    "archive",
    "archive_log",
    "inks",
    "numbers",
    "pages",
    "projects",
    "roles",
    "secret",
    "works",
]
