"""How many words a text has."""

import re

from amp_desktop.domain.attachment import in_words

_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def count_words(text: str) -> int:
    """How many words a text has: those of pictures and files are counted, and their ids are none.

    Chinese and Japanese, which write without spaces, count by character.
    """
    read = in_words(text)
    return len(read.split()) if read.isascii() else len(_WORD.findall(read))
