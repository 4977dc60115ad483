"""A sample of a run's output for spot checks: by risk, and at random among those of whom nothing was found."""
