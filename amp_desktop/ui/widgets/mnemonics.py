"""Words of the mentee on buttons and in menus, where Qt reads "&" as the sign of a key."""


def without_mnemonic(words: str) -> str:
    """The words as an action or a button is to be given them, so that they are shown as they are.

    Of "R&D", Qt would show and speak "RD", and Alt+D would press it.
    """
    return words.replace("&", "&&")
