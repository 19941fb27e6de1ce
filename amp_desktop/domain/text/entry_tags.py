"""The tags of an entry: those that were given to it, and those that stand in its texts."""

from dataclasses import replace
from typing import TypeVar

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.text.tags import clean_tag
from amp_desktop.domain.text.text_tags import is_text_tag, retagged, text_tags
from amp_desktop.domain.text.texts import texts_of, with_texts

E = TypeVar("E", bound=Entry)


def tags_of(entry: Entry) -> tuple[str, ...]:
    """All tags of the entry, each once: those given to it first, then those of its texts, asides included.

    What an entry is found and counted by. What leaves in a summary is another matter: its texts, less asides.
    """
    all_tags = {tag.casefold(): tag for tag in entry.tags}
    for text in texts_of(entry):
        if "#" in text:  # few do
            for tag in text_tags(text):
                all_tags.setdefault(tag.casefold(), tag)
    return tuple(all_tags.values())


def with_tag_renamed(entry: E, former: str, tag: str) -> E:
    """The entry with the tag `former` called `tag` wherever it stands; with an empty `tag`, without it.

    In a text, a tag that is taken away stays as a word, without its sign. Where the entry has the new tag
    already, the two become one.
    """
    key = former.casefold()
    given = tuple(tag if one.casefold() == key else one for one in entry.tags)
    return with_texts(replace(entry, tags=given), lambda text: retagged(text, former, tag))


def new_name(typed: str) -> str:
    """A tag's new name as it is kept.

    Raises:
        InvalidValueError: It cannot be written in a text.
    """
    tag = clean_tag(typed).strip("-_/")
    if not is_text_tag(tag):
        raise InvalidValueError(
            f"“{typed.strip()}” cannot be a tag.", "Choose a word of up to 63 letters and digits."
        )
    return tag
