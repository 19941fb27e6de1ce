"""What this program is, and whose work stands in it."""

from PySide6.QtWidgets import QWidget

from amp_desktop import __version__
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.labels import label

_WORK_OF_OTHERS = (
    "Qt and PySide6 (LGPL-3.0), SQLCipher (BSD-3-Clause), SQLAlchemy and Alembic (MIT), "
    "argon2-cffi (MIT), cryptography (Apache-2.0 or BSD-3-Clause), Typst (Apache-2.0), "
    "Inter and Noto (OFL-1.1), Lucide (ISC)"
)


class AboutSection(SettingsSection):
    """Version and licences."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.column.addWidget(label(self.tr("AMP Journal, version {version}").format(version=__version__)))
        self.column.addWidget(
            label(
                self.tr(
                    "Free software under the Apache Licence 2.0. It opens no connection: "
                    "what you write stays here."
                ),
                "muted",
            )
        )
        self.column.addWidget(
            label(self.tr("With the work of others: {works}.").format(works=_WORK_OF_OTHERS), "small")
        )
