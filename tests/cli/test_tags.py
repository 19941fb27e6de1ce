"""Tags from a terminal."""

from amp_desktop.journal import Journal
from tests.cli.conftest import Amp


def test_tags_are_listed_with_their_counts(amp: Amp) -> None:
    amp("add", "note", "One\nabout #CI and `#code`", "--tag", "ci", "--tag", "學習")
    amp("add", "note", "Two\n%%#ci%%")
    assert [line.split() for line in amp("tags").text.splitlines()] == [["2", "ci"], ["1", "學習"]]
    assert amp("tags", "--json").json == [{"tag": "ci", "entries": 2}, {"tag": "學習", "entries": 1}]
    assert len(amp("list", "--tag", "ci", "--json").json) == 2


def test_a_tag_is_renamed_wherever_it_stands(amp: Amp, journal: Journal) -> None:
    added = amp("add", "note", "On #ci\n#CI and `#ci`", "--tag", "ci", "--tag", "docs").text.strip()
    renamed = amp("tags", "rename", "#Ci", "docs")
    assert (renamed.status, renamed.out, renamed.err) == (0, b"", "1 entry changed.\n")
    entry = amp("show", added, "--json").json
    assert (entry["title"], entry["body"], entry["tags"]) == ("On #docs", "#docs and `#ci`", ["docs"])
    (version,) = journal.versions(journal.find_id(added))
    assert journal.version(journal.find_id(added), version.number).body == "#CI and `#ci`"


def test_what_cannot_be_renamed_is_said(amp: Amp) -> None:
    amp("add", "note", "On #ci")
    for arguments in (("gone", "docs"), ("ci", "123")):
        refused = amp("tags", "rename", *arguments)
        assert (refused.status, refused.out) == (2, b"")
        assert arguments[0] in refused.err or arguments[1] in refused.err
    assert amp("tags").text.split() == ["1", "ci"]
