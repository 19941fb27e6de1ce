"""What every process of the program does before anything else."""

import os
import sys


def keep_private() -> None:
    """Make files for the owner alone, and let nothing write or read the memory of this process."""
    os.umask(0o077)
    _fill_standard_descriptors()
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        pr_set_dumpable = 4
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)


def _fill_standard_descriptors() -> None:
    """Let no file of the journal be opened where a library expects standard input, output or errors.

    A process may be started with these closed. What is written to standard output is refused then.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            # The lowest that is free is the one that was closed.
            os.open(os.devnull, os.O_WRONLY if descriptor == 2 else os.O_RDONLY)
            os.set_inheritable(descriptor, True)  # noqa: FBT003 - as `os` calls it
