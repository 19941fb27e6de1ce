"""British spellings, for a dictionary that holds only the American ones. No Qt.

The program brings an American dictionary along, and most who write English in the world spell as in Britain.
"""

import re

DICTIONARY = "en_US"
"""The name of dictionaries that hold none of them."""

_VERBS = r"(?=e$|es$|ed$|er$|ers$|ing$|ings$|able$|ation$|ations$)"
_RULES = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"(?<=..)our", "or"),  # colour
        (rf"(?<=..)is{_VERBS}", "iz"),  # organise
        (rf"(?<=..)ys{_VERBS}", "yz"),  # analyse
        (r"(?<=[bt])re(?=$|s$)", "er"),  # centre
        (r"(?<=[bt])red$", "ered"),  # centred
        (r"(?<=[aeiou])ll(?=ed$|ing$|ings$|er$|ers$|ery$)", "l"),  # travelled
        (r"(?<=[aeiou])l(?=$|s$|ment$)", "ll"),  # fulfil
        (r"ilful", "illful"),  # skilful
        (r"enc(?=e$|es$)", "ens"),  # defence
        (r"actis", "actic"),  # practised
        (r"ogue(?=$|s$)", "og"),  # catalogue
        (r"gramme(?=$|s$)", "gram"),  # programme
        (r"oeuvre(?=$|s$|d$)", "euver"),  # manoeuvre
        (r"(?<=.)[ao]e(?=[a-z])", "e"),  # anaesthetic
        (r"mould", "mold"),
        (r"plough", "plow"),
        (r"sceptic", "skeptic"),
        (r"artefact", "artifact"),
        (r"ageing$", "aging"),
        (r"dgement", "dgment"),  # judgement
        (r"^([Gg])rey", r"\1ray"),
        (r"^([Cc])os(?=y$|ier$|iest$|ily$)", r"\1oz"),
        (r"^([Tt])yre", r"\1ire"),
        (r"^([Jj])ewellery$", r"\1ewelry"),
        (r"^([Pp])yjama", r"\1ajama"),
        (r"^([Cc])heque", r"\1heck"),
        (r"^([Aa])mongst$", r"\1mong"),
        (r"^([Ll])earnt$", r"\1earned"),
        (r"^([Ss])pelt$", r"\1pelled"),
        (r"^([Ss])poilt$", r"\1poiled"),
        (r"^([Dd])reamt$", r"\1reamed"),
    )
)


def american_forms(word: str) -> tuple[str, ...]:
    """How an American would write what may be a British spelling; nothing where there is no difference."""
    changed = [form for rule, instead in _RULES if (form := rule.sub(instead, word)) != word]
    together = word
    for rule, instead in _RULES:
        together = rule.sub(instead, together)
    return tuple(dict.fromkeys((*changed, *([together] if len(changed) > 1 else []))))
