from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.text.texts import texts_of, with_texts

WORDS = st.text(alphabet="ab ", max_size=4)


@given(WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_every_text_is_changed_and_nothing_else(title: str, body: str, steps: list[str]) -> None:
    goal = Goal(title=title, body=body, steps=tuple(Step(words, done=True) for words in steps), tags=("a",))
    changed = with_texts(goal, lambda words: words.replace("a", "c"))
    assert [*texts_of(changed)] == [words.replace("a", "c") for words in texts_of(goal)]
    assert [step.id for step in changed.steps] == [step.id for step in goal.steps]
    assert (changed.id, changed.tags, changed.status) == (goal.id, goal.tags, goal.status)


def test_an_entry_of_which_no_text_changes_is_itself() -> None:
    challenge = Challenge(title="Stuck", body="a", asked=(Asking("Uma"), Asking("Ravi", answer="Try again")))
    assert with_texts(challenge, str.strip) is challenge
    assert with_texts(challenge, lambda words: words.replace("Ravi", "Rani")) == replace(
        challenge, asked=(challenge.asked[0], replace(challenge.asked[1], whom="Rani"))
    )
