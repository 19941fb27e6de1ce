"""How the mornings are. A made-up template."""

from amp_desktop.sharing.templates.base import Template, about

MORNINGS = Template(
    "mornings",
    "My mornings",
    (
        about("Kept up", takes=lambda entry: entry.kind == "ritual" and entry.is_open),
        about("Dropped", takes=lambda entry: entry.kind == "ritual" and not entry.is_open),
    ),
)
