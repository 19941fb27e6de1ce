"""Pasting: formatted text of other programs becomes clean Markdown; nothing is ever fetched. No Qt."""

from amp_desktop.ui.editing.pasting.paste import markdown_of_html

__all__ = ["markdown_of_html"]
