"""The two kinds of trouble that are nobody's wrong answer: the instructor's input, and our own fault."""

import errno


class CourseError(Exception):
    """Something is wrong with what an instructor or author gave us. Says where, what, and what to do."""

    def __init__(self, where: object, what: str, remedy: str = "") -> None:
        super().__init__(str(where), what, remedy)

    def __str__(self) -> str:
        where, what, remedy = self.args
        return f"{where}: {what}." + (f" {remedy}." if remedy else "")


def disk_error(error: OSError, where: object = "", what: str = "it cannot be read or written") -> CourseError:
    """What an error of the disk means, and what to do."""
    full = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    if error.errno in full:
        remedy = "Make room, then run the same command again: what was written is kept"
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        remedy = "Give yourself the right to read and write there, then run the same command again"
    else:
        remedy = "Look at the disk, then run the same command again: what was written is kept"
    return CourseError(where or error.filename or "the disk", f"{what} ({error.strerror or error})", remedy)


class GraderFault(Exception):
    """Something went wrong outside the sandbox, by our fault: the score is unknown, never zero."""


class MachineFault(GraderFault):
    """The machine did not do its part: it was too slow, or it ended the program. Asked again alone, it may."""


class Unclear(GraderFault):
    """Inputs that were drawn cannot tell right from wrong; others will."""
