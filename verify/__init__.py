"""hedui 核对: reads the evidence behind an application for a professional title and judges it by a notice."""

__version__ = "0.1.0"
