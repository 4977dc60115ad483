"""What two applicants' papers have in common: sketches of one, and the comparison of two."""
