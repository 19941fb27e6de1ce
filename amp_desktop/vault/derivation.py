"""How what a person types becomes the key of its slot, as the key file states it."""

from dataclasses import asdict, dataclass
from typing import ClassVar, Self

from amp_desktop.vault import fields
from amp_desktop.vault.cipher import SALT_BYTES
from amp_desktop.vault.fields import Fields


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a passphrase costs, in Argon2id's terms.

    Attributes:
        memory_kib: Memory in KiB, 8 MiB to 2 GiB.
        passes: Passes over that memory, at most 16.
        lanes: Parallel lanes, at most 8.

    Raises:
        ValueError: A number lies outside these bounds, which keep a hostile key file from eating the machine.
    """

    memory_kib: int
    passes: int
    lanes: int

    MEMORY_KIB: ClassVar = range(8 * 1024, 2 * 1024 * 1024 + 1)
    PASSES: ClassVar = range(1, 16 + 1)
    LANES: ClassVar = range(1, 8 + 1)

    def __post_init__(self) -> None:
        fields.number(self.memory_kib, self.MEMORY_KIB)
        fields.number(self.passes, self.PASSES)
        fields.number(self.lanes, self.LANES)


@dataclass(frozen=True, slots=True)
class Argon2id:
    """The passphrase's way (RFC 9106): slow and hungry, as a passphrase can be guessed at."""

    NAME: ClassVar = "argon2id"

    salt: bytes
    cost: Cost

    def to_fields(self) -> Fields:
        """Give the parameters as they stand in the file."""
        return {"name": self.NAME, "salt": self.salt.hex(), **asdict(self.cost)}

    @classmethod
    def from_fields(cls, value: object) -> Self:
        """Read the parameters; ValueError if they are not exactly ours and within bounds."""
        held = fields.exactly(value, {"name", "salt", "memory_kib", "passes", "lanes"})
        fields.constant(held["name"], cls.NAME)
        cost = Cost(
            memory_kib=fields.number(held["memory_kib"], Cost.MEMORY_KIB),
            passes=fields.number(held["passes"], Cost.PASSES),
            lanes=fields.number(held["lanes"], Cost.LANES),
        )
        return cls(fields.octets(held["salt"], SALT_BYTES), cost)


@dataclass(frozen=True, slots=True)
class Hkdf:
    """The recovery code's way (RFC 5869): its 160 bits are random already and need no slow hash."""

    NAME: ClassVar = "hkdf-sha256"

    salt: bytes

    def to_fields(self) -> Fields:
        """Give the parameters as they stand in the file."""
        return {"name": self.NAME, "salt": self.salt.hex()}

    @classmethod
    def from_fields(cls, value: object) -> Self:
        """Read the parameters; ValueError if they are not exactly ours."""
        held = fields.exactly(value, {"name", "salt"})
        fields.constant(held["name"], cls.NAME)
        return cls(fields.octets(held["salt"], SALT_BYTES))
