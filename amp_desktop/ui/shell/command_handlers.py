"""What the window's commands do while a journal is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from amp_desktop.domain.backup import Backup
from amp_desktop.ui.pages import FIRST_PAGE
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.shell.commands import Commands
from amp_desktop.ui.shell.curtain import Curtain
from amp_desktop.ui.shell.navigation import Navigation
from amp_desktop.ui.shell.workspace import Workspace
from amp_desktop.ui.style.theme import apply_theme, theme
from amp_desktop.ui.widgets.banner import Tone

if TYPE_CHECKING:
    from amp_desktop.ui.palette.palette import Palette

_BIN = "in:bin"


class CommandHandlers(QObject):
    """Hears the commands on behalf of one workspace, and lives as long as it does."""

    def __init__(self, commands: Commands, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._commands = commands
        self._palette: Palette | None = None
        commands.page_requested.connect(workspace.go_to)
        commands.new_requested.connect(workspace.new_entry)
        commands.kind_requested.connect(workspace.begin_kind)
        commands.work_requested.connect(workspace.note_work)
        commands.works_requested.connect(self._go_to_works)
        commands.search_requested.connect(workspace.search)
        commands.bin_requested.connect(self._look_into_bin)
        commands.palette_requested.connect(self._open_palette)
        commands.shortcuts_requested.connect(self._show_keys)
        self._navigation = Navigation(workspace)
        self._navigation.changed.connect(self._show_ways)
        commands.back_requested.connect(self._navigation.go_back)
        commands.forward_requested.connect(self._navigation.go_forward)
        commands.templates_requested.connect(self._edit_templates)
        commands.tags_requested.connect(self._look_after_tags)
        commands.task_list_requested.connect(self._take_in_task_list)
        commands.appearance_requested.connect(self._look_so)
        commands.back_up_requested.connect(self._back_up)
        self._curtain = Curtain(workspace)
        self._curtain.not_written.connect(workspace.lock_requested)
        commands.curtain_requested.connect(self._curtain.turn)

    @Slot(bool, bool)
    def _show_ways(self, back: bool, forward: bool) -> None:
        self._commands.set_ways(back=back, forward=forward)

    @Slot()
    def _go_to_works(self) -> None:
        self._workspace.show_part(FIRST_PAGE, "work")

    @Slot()
    def _look_into_bin(self) -> None:
        self._workspace.search_for(_BIN)

    @Slot()
    def _open_palette(self) -> None:
        if self._palette is None:
            from amp_desktop.ui.palette.palette import Palette  # nothing of it is made before it is wanted

            self._palette = Palette(self._workspace)
        self._palette.open()

    @Slot()
    def _show_keys(self) -> None:
        from amp_desktop.ui.actions.keys_dialog import open_keys

        open_keys(self._workspace)

    @Slot()
    def _edit_templates(self) -> None:
        from amp_desktop.ui.templates.dialog import open_templates

        open_templates(self._workspace, self._workspace.session.journal.templates)

    @Slot()
    def _look_after_tags(self) -> None:
        from amp_desktop.ui.tags.dialog import open_tags

        if self._workspace.flush():  # what is not written yet would be written over what is renamed
            open_tags(self._workspace, self._workspace.session)

    @Slot()
    def _take_in_task_list(self) -> None:
        from amp_desktop.ui.importing.task_list_dialog import open_task_list

        open_task_list(self._workspace, self._workspace.session)

    @Slot(object)
    def _look_so(self, appearance: Appearance) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        AppSettings().appearance = appearance
        apply_theme(app, appearance, theme().scale)

    @Slot()
    def _back_up(self) -> None:
        """Make a backup as it is made at every lock, whether or not anything has changed."""
        if not self._workspace.flush():
            return
        journal = self._workspace.session.journal
        self._workspace.banner.show_message(Tone.INFO, self.tr("The journal is being backed up…"))
        run_job(
            self._workspace,
            lambda progress: journal.maintenance.back_up(progress=progress),
            self._backed_up,
            self._workspace.say_error,
        )

    def _backed_up(self, backup: Backup) -> None:
        self._workspace.banner.show_message(
            Tone.GOOD,
            self.tr("A backup of %n entries was made and checked.", None, backup.entries),
            self.tr("It is in {folder}.").format(folder=backup.path.parent),
        )
