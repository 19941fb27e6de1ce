"""`remove-care`, as its users see it."""

from tests.cli.conftest import Amp


def test_self_care_goes_step_by_step_and_comes_back_until_the_last(amp: Amp) -> None:
    amp("add", "note", "A story")
    amp("add", "self-care", "--field", "mood=4")
    amp("add", "self-care", "Tired", "--field", "mood=2")
    said = amp("remove-care")
    assert "In the journal: 2 self-care notes. In the bin: 0 self-care notes." in said.out.decode()
    assert "--to-bin" in said.err
    assert "In the bin: 2" in amp("remove-care", "--to-bin").out.decode()
    assert "In the journal: 2" in amp("remove-care", "--undo").out.decode()
    amp("remove-care", "--to-bin")
    done = amp("remove-care", "--for-ever")
    assert "2 self-care notes gone for ever" in done.out.decode()
    assert "Backups in other folders" in done.err
    assert "In the journal: 0" in amp("remove-care").out.decode()
    assert "A story" in amp("list").out.decode()


def test_two_steps_at_once_are_refused(amp: Amp) -> None:
    assert amp("remove-care", "--to-bin", "--for-ever").status == 2
