"""What lies beyond one applicant's folder, looked up in the store."""
