"""Writing Markdown: what keys, buttons and pastes do to a text; finding, spelling and comparing in it."""
