"""Start the packaged program.

The keyring is asked in a child process, started as `python -m amp_desktop.vault.keyring_child`. A packaged
program is its own Python and knows no `-m`, so that one call is understood here.
"""

import runpy
import sys

KEYRING_CHILD = "amp_desktop.vault.keyring_child"

if sys.argv[1:] == ["-m", KEYRING_CHILD]:
    runpy.run_module(KEYRING_CHILD, run_name="__main__")
else:
    from amp_desktop.__main__ import main

    sys.exit(main())
