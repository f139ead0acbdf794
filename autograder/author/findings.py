"""What rehearsals found, in words: for a terminal, and as a page of documentation."""

from __future__ import annotations

import textwrap

from autograder.author.rehearse import Rehearsal


def summary(done: Rehearsal) -> str:
    """What a rehearsal found, for a terminal."""
    by_check = ", ".join(f"{check} {count}" for check, count in done.killed.items())
    lines = [
        f"{done.assignment}: {_many(done.blanks, 'blank')}, {_many(done.checks, 'check')}, {done.points:g} points",
        f"  {_many(done.wrongs, 'known wrong answer')}, {_many(done.rights, 'other right answer')}",
        f"  {_many(done.mutants, 'made wrong answer')}: {done.refused} refused ({done.named} with a diagnosis), "
        f"{done.equivalent} equivalent, {len(done.survivors)} survive",
        f"  {_many(done.behaviours, 'made wrong behaviour')} refused, {len(done.living)} survive",
        *textwrap.wrap(f"refused by each check: {by_check}", 100, initial_indent="  ", subsequent_indent="    "),
        *(f"  {each}" for each in done.never),
        f"  {_many(len(done.faults), 'fault')}",
    ]
    if done.variants:
        spread = (sorted(getattr(each, what) for each in done.variants) for what in ("minutes", "digits"))
        told = [f"{amounts[0]:g} to {amounts[-1]:g}" for amounts in spread]
        lines.insert(
            1, f"  {_many(len(done.variants), 'variant')}: {told[0]} minutes, {told[1]} digits to compute with"
        )
    return "\n".join([*lines, *(f"  - {fault}" for fault in done.faults)])


def rehearsals_page(rehearsals: list[Rehearsal]) -> str:
    """The numbers of several rehearsals as a page of documentation, in Markdown."""
    lines = [
        "# What the rehearsal found",
        "",
        "Made by `autograder rehearse --page docs/rehearsal.md`. Every known wrong answer of an author loses its own",
        "blank only and is called by its name. Every other right answer is accepted, as it is and in other forms",
        "(float32, lists, whole numbers …), by the hidden checks and by the visible examples. What may be refused,",
        "such as a set, both refuse or neither does. Every wrong answer made from a reference by one small change is",
        "refused, but for those that are listed as equivalent, each with its reason.",
        'A "diagnosis" is more than that an answer differs: the mistake is named, and has the same name with the',
        "numbers of two students. Where the reference is TensorFlow's, which the grader does not run, only what the",
        "author lists and the numbers themselves can name a mistake.",
        "",
        "| assignment | blanks | checks | known wrong, all named | other right, all accepted | made wrong | equivalent "
        "| wrong behaviour, refused | refused | with a diagnosis | another operator, refused | with a diagnosis |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
        *(_row(done.assignment, [getattr(done, field) for field in _COUNTED]) for done in rehearsals),
        _row("all", [sum(getattr(done, field) for done in rehearsals) for field in _COUNTED]),
    ]
    return "\n".join(lines) + "\n"


_COUNTED = (
    "blanks",
    "checks",
    "wrongs",
    "rights",
    "mutants",
    "equivalent",
    "behaviours",
    "refused",
    "named",
    "operators",
    "operators_named",
)


def _row(name: str, counts: list[int]) -> str:
    *others, refused, named, operators, operators_named = counts
    parts = [*others, refused, _share(named, refused), operators, _share(operators_named, operators)]
    return f"| {name} | {' | '.join(map(str, parts))} |"


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.0%})" if whole else "0"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
