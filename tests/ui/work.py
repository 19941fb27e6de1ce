"""How much is done for something, told without a clock."""

import sys
from collections.abc import Callable
from types import FrameType


def calls_of(work: Callable[[], object]) -> int:
    """How many Python functions are entered or resumed while `work` runs: the same on every machine."""
    count = 0

    def called(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event == "call"

    former = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(former)
    return count
