"""What the page shows, what is exported and what the log keeps are one text, however it was made."""

from base64 import b64decode
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share_draft import picture_key
from amp_desktop.domain.summary import Level
from amp_desktop.journal import Journal
from amp_desktop.sharing import AUDIENCES, RENDERERS, TEMPLATES, find_renderer, places_of
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.presenter import SharePresenter
from amp_desktop.ui.share.preview import Preview
from amp_desktop.ui.share.ways_out import SaveOut

DAY = date(2026, 7, 22)
ADDRESS = "https://e.org/first"
PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_NUMBERS = count()
"""Of templates: hypothesis draws the same name twice, and one journal serves all examples."""
WORDS = st.text("ab %*_[]`#é漢\n", max_size=30)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_shown_saved_copied_and_logged_is_one_text(
    qtbot: QtBot, journal: Journal, data: st.DataObject
) -> None:
    draw = data.draw
    steps = tuple(Step(draw(WORDS), id=f"{n}", done=draw(st.booleans()), done_on=None) for n in range(2))
    board = journal.attachments.add(PICTURE, "board.png", "image/png")
    shown = f"{draw(WORDS)}\n\n{draw(st.sampled_from([reference(board, 'a board'), ADDRESS, '']))}"
    entries = [
        Note(title=draw(WORDS), body=shown, day=DAY, on_agenda=draw(st.booleans())),
        Goal(title=draw(WORDS), steps=steps, day=DAY),
        Challenge(title=draw(WORDS), need=draw(WORDS), tried=draw(WORDS), day=DAY),
        Note(title="Always there", day=DAY),
    ]
    journal.save_entries(entries)
    presenter = SharePresenter(journal)
    presenter.audience = draw(st.sampled_from(AUDIENCES)).words
    presenter.template = draw(st.sampled_from([*TEMPLATES]))
    presenter.format = draw(st.sampled_from([form for form in RENDERERS if find_renderer(form).is_text]))
    presenter.take(journal.sharing.offer(always=[entry.id for entry in entries]))
    for entry in entries:
        presenter.tick(entry.id, ticked=True)
    levels = {entry.id: draw(st.sampled_from(Level)) for entry in entries if draw(st.booleans())}
    draft = replace(presenter.draft, levels=levels, greeting=draw(WORDS), closing=draw(WORDS))
    draft = draft.with_link(
        ADDRESS, draw(st.sampled_from([None, "", "a page", "https://e.org/other", "%%x%%"]))
    )
    picture = picture_key(entries[0].id, board.id)
    draft = draft.with_picture(picture, draw(st.none() | WORDS))
    presenter.change_draft(draft.with_name("ab", draw(st.sampled_from([None, "somebody"]))))
    if draw(st.booleans()):
        order = draw(st.permutations([section.key for section in presenter.made_by().sections]))
        presenter.change_draft(presenter.with_order(order[: draw(st.integers(1, len(order)))]))
    if draw(st.booleans()):
        templates = journal.sharing.templates
        own = templates.keep(
            presenter.made_by(), presenter.draft, f"Mine {next(_NUMBERS)}", presenter.section_levels()
        )
        presenter.adopt(own)
    if presenter.preparation(96) is None:  # the template tells of none of them
        return
    made = prepared(presenter)
    for found in places_of(made.disclosure.summary):
        if draw(st.booleans()):
            place = found.place
            presenter.change_draft(presenter.draft.with_words(place.key, draw(WORDS), place.source))
    made = prepared(presenter)
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_summary(made, presenter.draft)
    if made.disclosure.entries and find_renderer(made.format).format != "html":
        assert preview.shown_text().rstrip("\n") == made.data.decode().rstrip("\n")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "summary"
        share = presenter.let_out(SaveOut(made, journal.sharing, file))
        assert share is not None
        assert file.read_bytes() == made.data
    assert journal.sharing.log().items[0].text.encode() == made.data
    assert journal.sharing.render(made.disclosure, made.format) == made.data
    said = presenter.draft.links.get(ADDRESS)
    if said is not None:
        assert "e.org/first" not in made.data.decode()
    if picture not in presenter.draft.pictures:
        assert "base64," not in made.data.decode()
    journal.put_in_bin([entry.id for entry in entries])


def prepared(presenter: SharePresenter) -> PreparedSummary:
    preparation = presenter.preparation(96)
    assert preparation is not None
    return preparation.run(lambda *_: None)


@pytest.mark.parametrize("form", list(RENDERERS))
def test_a_tick_makes_a_text_at_once_and_pages_after_a_rest(journal: Journal, form: str) -> None:
    presenter = SharePresenter(journal)
    journal.save_entry(Note(title="A note", day=DAY))
    presenter.take(journal.sharing.offer())
    presenter.format = form
    presenter.tick_all()
    preparation = presenter.preparation(96)
    assert preparation is not None
    assert preparation.is_quick is not find_renderer(form).has_pages
