"""PySide, imported without the patterns of its type stubs, which are there all the same."""

import re
import subprocess
import sys

import pytest

from amp_desktop.ui.platform.plain_imports import LazyPattern, patterns_when_used

CODE = """
import re

lengths = []
compile_now = re.compile

def compile_counted(pattern, flags=0):
    lengths.append(len(pattern))
    return compile_now(pattern, flags)

re.compile = compile_counted
from amp_desktop.ui.platform import plain_imports
print(max(lengths) < 2_000, re.compile is compile_counted)

from PySide6.QtCore import QPoint

try:
    QPoint("here")
except TypeError as error:
    print("Supported signatures" in str(error))
print(max(lengths) > 2_000)
"""


def test_the_patterns_of_type_stubs_are_compiled_for_whoever_needs_them() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == ["True True", "True", "True"], done.stderr


def test_a_lazy_pattern_does_what_a_pattern_does() -> None:
    lazy = LazyPattern(" ( , ) ", re.VERBOSE)
    split = lazy.split
    assert split("a,b") == ["a", ",", "b"]
    assert (lazy.groups, lazy.pattern, lazy.flags & re.VERBOSE) == (1, " ( , ) ", re.VERBOSE)
    assert lazy.sub(";", "a,b", count=1) == "a;b"


def test_a_lazy_pattern_is_wrong_when_it_is_used() -> None:
    match = LazyPattern("(", 0).match
    with pytest.raises(re.error):
        match("a")


def test_a_lazy_pattern_has_nothing_that_a_pattern_has_not() -> None:
    assert not hasattr(LazyPattern("(", 0), "__isabstractmethod__")


def test_only_the_patterns_of_that_package_wait() -> None:
    compile_now = re.compile
    with patterns_when_used("elsewhere"):
        own = re.compile("a")
    with patterns_when_used(__name__.partition(".")[0]):
        late = re.compile("a")
    assert isinstance(own, re.Pattern)
    assert isinstance(late, LazyPattern)
    assert re.compile is compile_now
