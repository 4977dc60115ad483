"""The parts of scripts/make_fixtures.py: pages, seals, scans, portraits, documents, and the folders made of them."""
