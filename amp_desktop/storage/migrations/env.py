"""What Alembic runs to migrate: the connection and its transaction are given to it (see the package)."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
