"""How the mornings are. A made-up template."""

from amp_desktop.sharing.templates.base import Section, Template

MORNINGS = Template(
    "mornings",
    "My mornings",
    (
        Section("Kept up", lambda entry: entry.kind == "ritual" and entry.is_open),
        Section("Dropped", lambda entry: entry.kind == "ritual"),
    ),
)
