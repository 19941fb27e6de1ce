"""Names that stand in a summary, and what stands for them this time: "my mentor" for a name."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from amp_desktop.domain.summary import (
    Link,
    Summary,
    SummaryDetail,
    SummaryGroup,
    SummaryLine,
    SummarySection,
)
from amp_desktop.sharing.disclosure.name_finding import NameFinder
from amp_desktop.sharing.disclosure.read_words import Cut, Cuts, WordCutter


def with_names(summary: Summary, names: Mapping[str, str]) -> Summary:
    """The summary in which each of these names is told as its other words, wherever it stands as a word.

    A name without other words is told as itself.
    """
    told = {name: words for name, words in names.items() if words.strip()}
    finder = NameFinder(told)

    def cuts(text: str) -> list[Cut]:
        return [Cut(one.start, one.end, told[one.name]) for one in finder.find(text)]

    return _Renamer(cuts).summary(summary) if finder else summary


def names_in(summary: Summary, names: Iterable[str]) -> tuple[str, ...]:
    """Which of these names stand in the summary, in the order in which they were given."""
    known = tuple(dict.fromkeys(names))
    finder = NameFinder(known)
    found: set[str] = set()

    def cuts(text: str) -> list[Cut]:
        found.update(one.name for one in finder.find(text))
        return []

    if finder:
        _Renamer(cuts).summary(summary)
    return tuple(name for name in known if name in found)


def cut_from(summary: Summary, cuts: Cuts) -> Summary:
    """The summary with these cuts made in all that is read of it."""
    return _Renamer(cuts).summary(summary)


class _Renamer:
    def __init__(self, cuts: Cuts) -> None:
        self._cutter = WordCutter(cuts, lambda _: True)

    def summary(self, summary: Summary) -> Summary:
        return replace(
            summary,
            title=self._cutter.text(summary.title),
            occasion=self._cutter.text(summary.occasion),
            subtitle=self._cutter.text(summary.subtitle),
            greeting=self._cutter.line(summary.greeting),
            closing=self._cutter.line(summary.closing),
            sections=tuple(map(self._section, summary.sections)),
            appendix=tuple(map(self._cutter.item, summary.appendix)),
        )

    def _section(self, section: SummarySection) -> SummarySection:
        return replace(
            section,
            heading=self._cutter.text(section.heading),
            items=tuple(map(self._cutter.item, section.items)),
            groups=tuple(map(self._group, section.groups)),
        )

    def _group(self, group: SummaryGroup) -> SummaryGroup:
        return SummaryGroup(self._cutter.text(group.heading), tuple(map(self._line, group.lines)))

    def _line(self, line: SummaryLine) -> SummaryLine:
        return replace(
            line,
            words=self._cutter.line(line.words),
            more=self._cutter.line(line.more),
            links=tuple(map(self._link, line.links)),
            when=self._cutter.text(line.when),
            below=tuple(map(self._detail, line.below)),
        )

    def _link(self, link: Link) -> Link:
        return replace(link, content=self._cutter.line(link.content))

    def _detail(self, detail: SummaryDetail) -> SummaryDetail:
        return replace(detail, words=self._cutter.line(detail.words))
