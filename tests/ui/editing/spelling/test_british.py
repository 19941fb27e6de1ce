"""The American dictionary that comes along takes British spellings, and no misspelt word for it."""

import pytest

from amp_desktop.places import resource
from amp_desktop.ui.editing.spelling.british import american_forms
from amp_desktop.ui.editing.spelling.hunspell_child import SpellingRequest, answer

BRITISH = """
    colour colours coloured Harbour favourite behaviour neighbourhood honourable humour labour
    rumour organise organised organiser organisation recognising analyse analysed apologise
    emphasise centre centred metre theatre fibre travelled labelled modelling cancelled fulfil
    fulfilment enrolment skilful wilfully defence licence offence practised catalogue programme
    manoeuvre anaesthetic mould ploughed sceptical artefact ageing judgement acknowledgement grey
    cosy tyres jewellery pyjamas cheque amongst learnt spelt dreamt colourised
"""
MISSPELT = """
    definately recieved reveiw seperate occured untill wich beleive wierd tommorow neccessary
    accomodate independance recomend succesful existance begining comming writting prefered adress
    colur organisse behavoiur langauge teh functoin reqest comit releese
"""


def unknown(words: list[str], folder: str, name: str = "en_US") -> list[str]:
    pytest.importorskip("hunspell", reason="no spell checker for this kind of system")
    _, dictionary = answer(SpellingRequest(number=1, folder=folder, name=name), None)
    return answer(SpellingRequest(number=2, words=words), dictionary)[0]["unknown"]


def test_british_spellings_are_right() -> None:
    assert unknown(BRITISH.split(), str(resource("dictionaries"))) == []


def test_what_is_misspelt_in_both_is_found() -> None:
    assert unknown(MISSPELT.split(), str(resource("dictionaries"))) == MISSPELT.split()


@pytest.mark.parametrize("word", ["", "a", "Haus", "привет", "日記", "x" * 60, "our", "is"])
def test_other_words_have_few_other_forms(word: str) -> None:
    assert len(american_forms(word)) <= 2
