"""A summary as an outline for Emacs. A made-up format."""

from amp_desktop.domain.summary import Block, Paragraph, Summary, SummaryItem, Text


def render(summary: Summary) -> bytes:
    """The outline in UTF-8."""
    lines = [f"#+title: {summary.title}"]
    for section in summary.sections:
        lines.append(f"* {section.heading}")
        for item in section.items:
            lines += _item(item)
    return ("\n".join(lines) + "\n").encode()


def _item(item: SummaryItem) -> list[str]:
    fields = [f"- {field.label} :: {_words(field.content)}" for field in item.fields]
    return [f"** {item.title} ({item.detail})", *fields]


def _words(blocks: tuple[Block, ...]) -> str:
    paragraphs = (block for block in blocks if isinstance(block, Paragraph))
    return " ".join(one.text for block in paragraphs for one in block.content if isinstance(one, Text))
