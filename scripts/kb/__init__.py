"""The parts of scripts/build_kb.py: one module per kind of row, each packages -> sorted rows."""
