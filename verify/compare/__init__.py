"""What applicants have in common: sketches of one applicant's things, and what two sketches say of each other."""
