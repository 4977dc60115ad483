"""Measures the reading of seals: on real crops and pages, beside other ways of reading, and on rendered pages."""
