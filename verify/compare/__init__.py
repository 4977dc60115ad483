"""What lies beyond one applicant's folder: sketches of what each hands in, and what they have in common."""
