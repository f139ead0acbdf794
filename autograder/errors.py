"""The two kinds of trouble that are nobody's wrong answer: the instructor's input, and our own fault."""


class CourseError(Exception):
    """Something is wrong with what an instructor or author gave us. Says where, what, and what to do."""

    def __init__(self, where: object, what: str, remedy: str = "") -> None:
        super().__init__(str(where), what, remedy)

    def __str__(self) -> str:
        where, what, remedy = self.args
        return f"{where}: {what}." + (f" {remedy}." if remedy else "")


class GraderFault(Exception):
    """Something went wrong outside the sandbox, by our fault: the score is unknown, never zero."""


class MachineFault(GraderFault):
    """The machine did not do its part: it was too slow, or it ended the program. Asked again alone, it may."""


class Unclear(GraderFault):
    """Inputs that were drawn cannot tell right from wrong; others will."""
