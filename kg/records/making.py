"""How records are made of which every article has thousands: frozen to the type checker, and plain at run time.

A frozen dataclass sets each of its fields through ``object.__setattr__``, so that making one takes seven times as long as making one that
is not frozen: a twentieth of all the time of reading. That nobody changes these, the type checker sees to for all of kg.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from collections.abc import Callable
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Return a decorator that makes a dataclass whose instances are equal and hashed by their fields, as those of a frozen one."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
