"""A batch of invented applicants with known frauds and known innocents, and how well a run tells them apart."""
