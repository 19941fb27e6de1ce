"""Names that stand in a summary, and what stands for them this time: "my mentor" for a name."""

import re
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
from amp_desktop.sharing.disclosure.read_words import Cut, Cuts, WordCutter


def with_names(summary: Summary, names: Mapping[str, str]) -> Summary:
    """The summary in which each of these names is told as its other words, wherever it stands as a word."""
    told = {name.casefold(): words for name, words in names.items() if name.strip()}
    if not told:
        return summary
    return _Renamer(_finding(told), told).summary(summary)


def names_in(summary: Summary, names: Iterable[str]) -> tuple[str, ...]:
    """Which of these names stand in the summary, in the order in which they were given."""
    found: set[str] = set()
    known = {name.casefold(): name for name in names if name.strip()}
    if not known:
        return ()
    finding = _finding(known)

    def cuts(text: str) -> list[Cut]:
        found.update(match[0].casefold() for match in finding.finditer(text))
        return []

    _Renamer(finding, {}, cuts).summary(summary)
    return tuple(name for key, name in known.items() if key in found)


def _finding(names: Iterable[str]) -> "re.Pattern[str]":
    """Finds a name as a word of its own; the longest first, for one may begin with another."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


class _Renamer:
    def __init__(self, finding: "re.Pattern[str]", told: Mapping[str, str], cuts: Cuts | None = None) -> None:
        self._finding = finding
        self._told = told
        self._cutter = WordCutter(cuts or self._cuts, lambda _: True)

    def summary(self, summary: Summary) -> Summary:
        return replace(
            summary,
            title=self._cutter.text(summary.title) or summary.title,
            subtitle=self._cutter.text(summary.subtitle),
            greeting=self._cutter.line(summary.greeting),
            sections=tuple(map(self._section, summary.sections)),
            appendix=tuple(map(self._cutter.item, summary.appendix)),
        )

    def _section(self, section: SummarySection) -> SummarySection:
        return replace(
            section,
            heading=self._cutter.text(section.heading) or section.heading,
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
        return replace(link, content=self._cutter.line(link.content) or link.content)

    def _detail(self, detail: SummaryDetail) -> SummaryDetail:
        return replace(detail, words=self._cutter.line(detail.words))

    def _cuts(self, text: str) -> list[Cut]:
        return [
            Cut(match.start(), match.end(), self._told[match[0].casefold()])
            for match in self._finding.finditer(text)
        ]
