"""Every module that declares tables of the store, so that opening it makes them all."""

import verify.store.pages as _pages  # noqa: F401 - declares them
