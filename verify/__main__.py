"""`python -m verify` is the same as `hedui`."""

from verify.cli import main

if __name__ == "__main__":
    main()
