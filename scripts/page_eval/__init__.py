"""Synthetic pages for scripts/bench_pages.py: forms as people fill them in, and as a reader reads them again."""
