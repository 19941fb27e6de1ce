"""What the page of a self-care note consists of."""

from PySide6.QtCore import QObject

from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.kinds.self_care.doubt_part import DoubtPart
from amp_desktop.ui.kinds.self_care.scales_part import ScalesPart
from amp_desktop.ui.session import Session


class CareForm(KindForm):
    """Words first, then three scales, and what did one good; every one of them may be left out."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        good = self.tr("What did me good")
        doubt = DoubtPart(session)
        doubt.entry_requested.connect(self.entry_requested)
        doubt.failed.connect(self.failed)
        self.compose(below=(ScalesPart(), TextPart("what_did_me_good", good, good), doubt))
