"""One dictionary at work: in a process of its own, asked word by word and never waited for."""

import json
import sys
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from amp_desktop.ui.editing.spelling.dictionaries import Dictionary
from amp_desktop.ui.editing.spelling.hunspell_child import SpellingAnswer, SpellingRequest

CHILD = "amp_desktop.ui.editing.spelling.hunspell_child"
CACHED_WORDS = 50_000
AT_A_TIME = 200
"""Words in one request; an answer takes some milliseconds, and then the next ones go."""
MOST_STARTS = 3
"""A dictionary that ends the process so often is left alone."""
_END_MS = 1000


class Speller(QObject):
    """Knows which words its dictionary knows.

    1. `knows` answers at once from what is known already; None means: not asked yet.
    2. `ask` puts words to the dictionary; `answered` is told when answers have come.
    3. `suggest` asks what was meant; `suggested` brings it.

    The process starts with the first question and ends with `stop`, which whoever made this must call.

    Attributes:
        answered: More is known now than before.
        suggested: Carries a word and a list of what could have been meant by it.
        failed: The dictionary cannot be read, or its process does not run.
    """

    answered = Signal()
    suggested = Signal(str, list)
    failed = Signal()

    def __init__(self, dictionary: Dictionary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dictionary = dictionary
        self._known: OrderedDict[str, bool] = OrderedDict()
        self._asked: set[str] = set()
        self._waiting: list[str] = []
        self._under_way: dict[int, SpellingRequest] = {}
        self._number = 0
        self._starts = 0
        self._process: QProcess | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._send_words)

    def knows(self, word: str) -> bool | None:
        """Whether the dictionary knows a word; None when it was not asked yet."""
        answer = self._known.get(word)
        if answer is not None:
            self._known.move_to_end(word)
        return answer

    def ask(self, words: Iterable[str]) -> None:
        """Find out about these words; those asked last come first, for they are what one looks at."""
        new = [word for word in words if word not in self._known and word not in self._asked]
        self._waiting += new
        self._asked.update(new)
        if self._waiting and not self._soon.isActive():
            self._soon.start()

    def suggest(self, word: str) -> None:
        """Find out what could have been meant by a word."""
        self._send(SpellingRequest(suggest=word))

    def stop(self) -> None:
        """Forget every word and end the process."""
        self._soon.stop()
        self._known.clear()
        self._asked.clear()
        self._waiting.clear()
        self._under_way.clear()
        if self._process is not None:
            process, self._process = self._process, None
            process.finished.disconnect(self._ended)
            process.readyReadStandardOutput.disconnect(self._read)
            process.kill()
            process.waitForFinished(_END_MS)
            process.deleteLater()

    @Slot()
    def _send_words(self) -> None:
        if self._waiting and not any("words" in request for request in self._under_way.values()):
            words = self._waiting[-AT_A_TIME:]
            del self._waiting[-AT_A_TIME:]
            self._send(SpellingRequest(words=words))

    def _send(self, request: SpellingRequest) -> None:
        if self._process is None and not self._start():
            return
        assert self._process is not None
        self._number += 1
        request["number"] = self._number
        self._under_way[self._number] = request
        self._process.write(json.dumps(request).encode() + b"\n")

    def _start(self) -> bool:
        """Start the process and let it read the dictionary."""
        if self._starts >= MOST_STARTS:
            self._give_up()
            return False
        self._starts += 1
        self._process = process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        # `-m` searches the working directory first: let it be the program's own.
        process.setWorkingDirectory(str(Path(__file__).parents[4]))
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._could_not_start)
        process.start(sys.executable, ["-m", CHILD])
        self._send(SpellingRequest(folder=str(self.dictionary.folder), name=self.dictionary.name))
        return True

    def _give_up(self) -> None:
        self.stop()
        self._starts = MOST_STARTS + 1
        self.failed.emit()

    @Slot()
    def _read(self) -> None:
        learnt = False
        while self._process is not None and self._process.canReadLine():
            answer: SpellingAnswer = json.loads(bytes(self._process.readLine().data()))
            learnt = self._take(self._under_way.pop(answer["number"]), answer) or learnt
        if learnt:
            self.answered.emit()
        self._send_words()

    def _take(self, request: SpellingRequest, answer: SpellingAnswer) -> bool:
        """Learn from an answer; whether there was a word to learn."""
        if answer.get("ready") is False:
            self._give_up()
            return False
        if "suggestions" in answer:
            self.suggested.emit(request["suggest"], answer["suggestions"])
        unknown = set(answer.get("unknown", ()))
        self._learn({word: word not in unknown for word in request.get("words", ())})
        return "words" in request

    def _learn(self, words: dict[str, bool]) -> None:
        self._known.update(words)
        self._asked.difference_update(words)
        while len(self._known) > CACHED_WORDS:
            self._known.popitem(last=False)

    @Slot()
    def _could_not_start(self) -> None:
        if self._process is not None and self._process.error() is QProcess.ProcessError.FailedToStart:
            self._ended()

    @Slot()
    def _ended(self) -> None:
        """The process ended by itself. The words that it was asked may be why; they count as right."""
        for request in self._under_way.values():
            self._learn(dict.fromkeys(request.get("words", ()), True))
        self._under_way.clear()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        if self._waiting:
            self._soon.start()
