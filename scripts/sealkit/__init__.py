"""Draws seals as they come out of a scanner: the stamp, its worn and uneven ink, the print under it, the camera."""
