"""Trains the recogniser of seal strips: `python -m scripts.sealtrain --help`. Needs the packages of its README."""
