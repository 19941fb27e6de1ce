"""An entry, its private words already cut, as an item of a summary."""

from collections.abc import Iterator

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.summary import Block, LabelledText, ListBlock, ListItem, SummaryItem
from amp_desktop.domain.summary_text import SummaryPoint, SummaryText
from amp_desktop.domain.text.day_words import day_text
from amp_desktop.sharing.markdown.reading import read_address, read_markdown


def item_of(entry: Entry) -> SummaryItem:
    """The item that tells of `entry`.

    What is told of an entry beside its text, the entry says itself. Ids, times of writing, zone and tags are
    no part of it.
    """
    return SummaryItem(
        title=entry.title or day_text(entry.day),
        detail=" · ".join(filter(None, (entry.NAME, *entry.summary_facts(), _day(entry)))),
        body=read_markdown(entry.body),
        fields=tuple(_fields(entry)),
    )


def says_something(entry: Entry) -> bool:
    """Whether a word of it is left to be read, or what was tapped says something."""
    if entry.title or entry.says_something_without_words:
        return True
    item = item_of(entry)
    return bool(item.body or item.fields)


def _day(entry: Entry) -> str:
    """The entry's day, unless the title or another fact tells it."""
    return day_text(entry.day) if entry.title and entry.IS_TOLD_WITH_ITS_DAY else ""


def _fields(entry: Entry) -> Iterator[LabelledText]:
    for told in (SummaryText("In a sentence", entry.words_for_mentor), *entry.summary_texts()):
        content = _content(told)
        if content:
            yield LabelledText(told.label, content)


def _content(told: SummaryText) -> tuple[Block, ...]:
    items = tuple(ListItem(_point(point), point.done) for point in told.points)
    kept = tuple(item for item in items if item.content)
    return read_markdown(told.text) + ((ListBlock(kept),) if kept else ())


def _point(point: SummaryPoint) -> tuple[Block, ...]:
    read = read_address if point.is_address else read_markdown
    return (*read_markdown(point.words), *(block for text in point.texts for block in read(text)))
