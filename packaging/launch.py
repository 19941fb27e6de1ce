"""Start the packaged program.

Keys are opened, files protected, the keyring and the spelling dictionaries asked in child processes, started
as `python -m` and the child's module. A packaged program is its own Python and knows no `-m`, so that these
calls are understood here.
"""

import runpy
import sys

CHILDREN = (
    "amp_desktop.vault.opening_child",
    "amp_desktop.vault.age_child",
    "amp_desktop.vault.keyring_child",
    "amp_desktop.ui.editing.spelling.hunspell_child",
)

match sys.argv[1:]:
    case ["-m", child] if child in CHILDREN:
        runpy.run_module(child, run_name="__main__")
    case _:
        from amp_desktop.__main__ import main

        sys.exit(main())
