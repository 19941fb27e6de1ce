"""The mentee's own templates of summaries, as an open journal keeps them."""

from pathlib import Path

import pytest

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level
from amp_desktop.journal import Journal
from amp_desktop.sharing import TEMPLATES
from tests.conftest import PASSPHRASE
from tests.stores import set_beside, setting_of

DRAFT = ShareDraft(order=("Under way and next", "Since we last met"), closing="Zqclosing")


def test_it_is_found_by_its_name_and_kept_encrypted(journal: Journal, journal_folder: Path) -> None:
    templates = journal.sharing.templates
    base = templates.find("mentor-meeting")
    own = templates.keep(base, DRAFT, "  Zqname   for Ada ", {"Since we last met": Level.SHORT})
    assert (own.name, own.base, own.file_stem) == ("Zqname for Ada", "mentor-meeting", "mentor-meeting")
    assert templates.find("zqname FOR ada") == own == templates.find(own.id)
    assert templates.all() == (*TEMPLATES.values(), own)
    journal.close()
    stored = b"".join(file.read_bytes() for file in journal_folder.rglob("*") if file.is_file())
    assert b"Zqname" not in stored
    assert b"Zqclosing" not in stored
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as again:
        assert again.sharing.templates.own() == (own,)


def test_it_is_renamed_changed_and_deleted_and_had_back(journal: Journal) -> None:
    templates = journal.sharing.templates
    own = templates.keep(templates.find("story"), ShareDraft(), "First")
    renamed = templates.rename(own.id, "Second")
    assert (renamed.id, renamed.name) == (own.id, "Second")
    changed, before = templates.change(renamed, ShareDraft(closing="Bye"))
    assert changed.closing == "Bye"
    templates.put_back(before)
    assert templates.find("second").closing == ""
    gone = templates.delete(own.id)
    assert templates.own() == ()
    templates.put_back(gone)
    assert templates.own() == (renamed,)


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "story", "My Story", "taken"])
def test_a_name_that_cannot_be_is_refused(journal: Journal, name: str) -> None:
    templates = journal.sharing.templates
    base = templates.find("story")
    templates.keep(base, ShareDraft(), "Taken")
    with pytest.raises(InvalidValueError):
        templates.keep(base, ShareDraft(), name)
    assert len(templates.own()) == 1


def test_a_name_that_is_not_there_says_which_are(journal: Journal) -> None:
    templates = journal.sharing.templates
    templates.keep(templates.find("story"), ShareDraft(), "For Ada")
    with pytest.raises(InvalidValueError, match="There is no template “weekly”") as refused:
        templates.find("weekly")
    assert "weekly-update" in refused.value.advice
    assert "For Ada" in refused.value.advice


def test_what_a_newer_version_kept_stays(journal: Journal) -> None:
    templates = journal.sharing.templates
    set_beside(journal, "templates of summaries", [{"newer": True}, "odd"])
    templates.keep(templates.find("story"), ShareDraft(), "Mine")
    assert len(templates.own()) == 1
    kept = setting_of(journal, "templates of summaries")
    assert isinstance(kept, list)
    assert kept[1:] == [{"newer": True}, "odd"]


def test_it_can_be_renamed_by_a_capital_alone(journal: Journal) -> None:
    templates = journal.sharing.templates
    own = templates.keep(templates.find("story"), ShareDraft(), "for ada")
    assert templates.rename(own.id, "For Ada").name == "For Ada"
