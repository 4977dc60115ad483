"""What can stop a run, and the exit code of each (the command-line contract, "Exit codes").

HeduiError
├── UsageError        2  a bad argument, notice, roster or registry file
├── MissingDependency 4  a library or program that is not there, named with its install command
└── OutputError       5  the disk or output folder cannot be written
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    OK = 0
    FLAGGED = 1
    USAGE = 2
    INCOMPLETE = 3
    MISSING_DEPENDENCY = 4
    OUTPUT = 5
    INTERRUPTED = 130


class HeduiError(Exception):
    """Something the user can mend; the message says what and how, in the language of `verify.lang`."""

    code = ExitCode.USAGE


class UsageError(HeduiError):
    code = ExitCode.USAGE


class MissingDependency(HeduiError):  # noqa: N818 - it reads as what happened
    code = ExitCode.MISSING_DEPENDENCY


class OutputError(HeduiError):
    code = ExitCode.OUTPUT
