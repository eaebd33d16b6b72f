"""Measurements of kg, whole processes against whole processes: ``make bench``."""
