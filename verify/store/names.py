"""Names of folders and files as the store keeps them: one that holds an ID number is encrypted with the store's key.

AES-SIV (RFC 5297), the same for the same name, so that it can be looked up; before it stands the masked name, which is
all that a reader without the key sees.
"""

from __future__ import annotations

import base64
import re
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Engine, String
from sqlalchemy.types import TypeDecorator

from verify.mask import mask_ids
from verify.store.secret import Secret

_HIDDEN = re.compile(r"\u2039([\w-]+=*)\u203a$")


class Names:
    """Names to and from the form in which one store keeps them."""

    def __init__(self, secret: Secret) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV

        self._cipher = AESSIV(secret.names_key)

    def hidden(self, name: str) -> str:
        """A name as it is kept; one without an ID number as it stands."""
        masked = mask_ids(name)
        if masked == name:
            return name
        kept = self._cipher.encrypt(name.encode("utf-8", "surrogatepass"), None)
        return f"{masked}\u2039{base64.urlsafe_b64encode(kept).decode('ascii')}\u203a"

    def shown(self, kept: str) -> str:
        """The name that was kept; what this key does not open stays as it is."""
        from cryptography.exceptions import InvalidTag

        found = _HIDDEN.search(kept)
        try:
            plain = self._cipher.decrypt(base64.urlsafe_b64decode(found[1]), None) if found else None
        except (InvalidTag, ValueError):
            return kept
        return kept if plain is None else plain.decode("utf-8", "surrogatepass")


_NAMES: WeakKeyDictionary[Dialect, Names] = WeakKeyDictionary()


def use(engine: Engine, secret: Secret) -> None:
    """Let `Name` columns of an open store be written and read with its key."""
    _NAMES[engine.dialect] = Names(secret)


class Name(TypeDecorator[str]):
    """A column of folder or file names. Without the key, ID numbers are masked, written or read."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """The name as it is kept."""
        names = _NAMES.get(dialect)
        return names.hidden(value) if names and value else _masked(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The name that was kept."""
        names = _NAMES.get(dialect)
        return names.shown(value) if names and value else _masked(value)


def _masked(value: str | None) -> str | None:
    return mask_ids(_HIDDEN.sub("", value)) if value else value
