"""Finds figures that contradict each other, within and across documents."""

__version__ = "0.1.0"
