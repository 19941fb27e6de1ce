"""Settings and the program: small values by name."""

import json

from sqlalchemy import Connection, insert, select

from amp_desktop.domain.json_value import Json
from amp_desktop.storage.rows import compact_json
from amp_desktop.storage.tables import SETTING


def load(connection: Connection, name: str) -> Json:
    """The value under `name`, or None."""
    value: str | None = connection.execute(select(SETTING.c.value).where(SETTING.c.name == name)).scalar()
    return None if value is None else json.loads(value)


def save(connection: Connection, name: str, value: Json) -> None:
    """Put a value under `name`."""
    connection.execute(insert(SETTING).prefix_with("OR REPLACE").values(name=name, value=compact_json(value)))
