"""Every module that declares tables of the store, so that opening it makes them all."""

import verify.store.inks  # noqa: F401
