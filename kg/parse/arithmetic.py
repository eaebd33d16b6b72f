"""The language model's matrix products -> the same products by numpy's library, on one thread.

spaCy brings a library of its own for them (BLIS), which took three times as long as numpy's (OpenBLAS) on the processor it was measured on.
What OpenBLAS computes depends, in the last bit, on the number of threads that share the work, and an article gives the same bytes
wherever it is read: so it has one, and several articles are read by several processes instead.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache

NUMPY = ("numpy._core._multiarray_umath", "numpy.core._multiarray_umath")
"""The part of numpy that its library is linked to, in its versions 2 and 1."""
NAMES = tuple(
    (f"{before}_set_num_threads{after}", f"{before}_get_num_threads{after}")
    for before in ("scipy_openblas", "openblas")
    for after in ("64_", "")
)
"""What OpenBLAS calls its two functions, by how it was built."""


@contextmanager
def numpy_products() -> Iterator[None]:
    """Let a model that is loaded within multiply with numpy, where spaCy would take BLIS."""
    from thinc.api import NumpyOps, get_current_ops, use_ops

    if type(get_current_ops()) is NumpyOps:
        with use_ops("numpy", use_blis=False):
            yield
    else:
        yield


@contextmanager
def one_thread() -> Iterator[None]:
    """Let numpy multiply on one thread within, and on as many as before afterwards."""
    found = _find_thread_functions()
    if found is None:
        yield
        return
    set_threads, get_threads = found
    before = get_threads()
    set_threads(1)
    try:
        yield
    finally:
        set_threads(before)


@cache
def _find_thread_functions() -> tuple[Callable[[int], None], Callable[[], int]] | None:
    """The functions that set and tell the number of OpenBLAS's threads; None where numpy was built with another library."""
    module = next((sys.modules[name] for name in NUMPY if name in sys.modules), None)
    if module is None or module.__file__ is None:
        return None
    library = ctypes.CDLL(module.__file__)
    for setter, getter in NAMES:
        with suppress(AttributeError):
            return getattr(library, setter), getattr(library, getter)
    return None
