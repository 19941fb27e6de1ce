"""What every process of the program does before anything else."""

import os
import sys


def keep_private() -> None:
    """Make files for the owner alone, and let nothing write or read the memory of this process."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        pr_set_dumpable = 4
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)
