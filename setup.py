"""Puts the folders of data that stand beside the package into it, where kg/resources.py finds them in a wheel."""

import sys
from pathlib import Path

from setuptools import find_packages, setup

sys.path.insert(0, str(Path(__file__).parent))

from kg.resources import RESOURCES

FOLDERS = {f"kg.{inside}": folder for folder, inside in RESOURCES.items()}

setup(
    packages=[*find_packages(include=["kg", "kg.*"]), *FOLDERS],
    package_dir=FOLDERS,
    package_data={"": ["*"], **{name: ["**/*"] for name in FOLDERS}},
    exclude_package_data={"": ["*.pyc"]},
)
