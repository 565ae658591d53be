"""What can be wrong with a request: something that is not there, or a value that cannot be."""

from __future__ import annotations


class NotFound(LookupError):
    """Nothing of that id or name; `near` are ids of what may have been meant."""

    def __init__(self, what: str, id: str, near: tuple[str, ...] = ()) -> None:
        self.what, self.id, self.near = what, id, near
        hint = f"; near it: {', '.join(near)}" if near else ""
        super().__init__(f"no {what} {id!r}{hint}")


class Moved(LookupError):
    """An id that leads to an entity of another id: `to`."""

    def __init__(self, id: str, to: str) -> None:
        self.id, self.to = id, to
        super().__init__(f"{id!r} is now {to!r}")


class BadArgument(ValueError):
    """A value that an argument may not have."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"{name}: {reason}")


class Ambiguous(BadArgument):
    """A name that several entities have; `candidates` are their ids."""

    def __init__(self, name: str, text: str, candidates: tuple[str, ...]) -> None:
        self.text, self.candidates = text, candidates
        super().__init__(name, f"{text!r} may be any of {', '.join(candidates)}; give the id")
