"""How a picture is to be turned, as EXIF notes it: the one note that says how a picture looks."""

import struct

_TAG = 0x0112
_SHORT = 3
_ENTRY_BYTES = 12
_MOST_ENTRIES = 1000


def orientation_in(tiff: bytes) -> int | None:
    """The orientation, 2 to 8, that an EXIF block notes in its first directory; None for upright or unknown.

    Args:
        tiff: The block as it begins after "Exif" and two zeros. Nothing in it is trusted.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return None
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(min(entries, _MOST_ENTRIES)):
            tag, kind, count, value = struct.unpack_from(
                f"{order}HHIH", tiff, start + 2 + number * _ENTRY_BYTES
            )
            if (tag, kind, count) == (_TAG, _SHORT, 1):
                return value if 2 <= value <= 8 else None
    except struct.error:
        pass
    return None


def orientation_note(orientation: int) -> bytes:
    """An EXIF block that notes the orientation and nothing else."""
    header = struct.pack(">2sHI", b"MM", 42, 8)
    return header + struct.pack(">HHHIHHI", 1, _TAG, _SHORT, 1, orientation, 0, 0)
