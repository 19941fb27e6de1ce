from amp_desktop.domain.summary import Block, Paragraph, Text
from amp_desktop.sharing.markdown.reading import read_markdown
from amp_desktop.sharing.markdown.texts_read import TextsRead


class _Counting:
    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, text: str) -> tuple[Block, ...]:
        self.read.append(text)
        return (Paragraph((Text(text),)),)


def test_a_text_of_the_work_before_is_not_read_again_and_one_that_it_left_out_is() -> None:
    kept, read = TextsRead(), _Counting()
    for texts in (["one", "two", "one"], ["two", "three"], ["one", "two"]):
        with kept.in_use():
            assert [kept.blocks(text, read) for text in texts] == [(Paragraph((Text(t),)),) for t in texts]
    assert read.read == ["one", "two", "three", "one"]


def test_what_is_kept_is_what_would_be_read() -> None:
    kept, text = TextsRead(), "**One**\n- two\n- three `four`"
    with kept.in_use():
        first = read_markdown(text)
        assert read_markdown(text) is first
    assert read_markdown(text) == first
    assert read_markdown(text) is not first, "nothing is kept where nobody asked for it"
    assert read_markdown("") == ()
