"""What stands in a list has an id; what an older version wrote has one that follows from its words."""

from amp_desktop.domain.fields import from_json, prose_fields, to_json
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.own_id import new_id


def test_two_readings_of_an_old_value_agree() -> None:
    data = to_json(Goal())
    fields = data["fields"]
    assert isinstance(fields, dict)
    fields["steps"] = [{"text": "ask", "done": True}, {"text": "ask", "done": False}, {"text": ""}]
    one, other = from_json(data), from_json(data)
    assert one == other
    assert isinstance(one, Goal)
    assert len({step.id for step in one.steps}) == 3
    assert [step.text for step in one.steps] == ["ask", "ask", ""]


def test_no_two_of_an_entry_have_the_same_id_and_the_first_keeps_it() -> None:
    own = new_id()
    goal = Goal(steps=(Step("a", id=own), Step("b", id=own), Step("c", id=own)))
    assert goal.steps[0].id == own
    assert len({step.id for step in goal.steps}) == 3
    assert len({asking.id for asking in Challenge(asked=(Asking("Ada"), Asking("Ada"))).asked}) == 2


def test_an_id_is_no_word() -> None:
    goal = Goal(steps=(Step("ask", id=new_id()),))
    assert prose_fields(goal) == {"steps": "ask"}
