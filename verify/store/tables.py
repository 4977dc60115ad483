"""Every module that declares tables of the store, so that opening it makes them all."""

from __future__ import annotations

import verify.store.projects  # noqa: F401 - declares its tables
