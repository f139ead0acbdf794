"""What a report shows of an exception: what libraries say, and nothing of hidden inputs."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from autograder.course.settings import Limits
from autograder.sandbox.inside import protocol
from autograder.sandbox.messages import NOT_SHOWN, shown
from autograder.sandbox.sandbox import Sandbox, warm_sandbox
from autograder.sandbox.session import Clock, SandboxSession

SECRET = 0.7362514908
Ask = Callable[..., protocol.Raised]


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return warm_sandbox(["numpy"], "bubblewrap")


@pytest.fixture
def ask(sandbox: Sandbox) -> Iterator[Ask]:
    """What comes back where `f` of a program is called."""
    sessions = []

    def asked(source: str, *args: object) -> protocol.Raised:
        cells = [protocol.Cell("imports", "import numpy as np"), protocol.Cell("f", source)]
        sessions.append(SandboxSession(sandbox, cells, Limits(), None, Clock(60.0)))
        answer = sessions[-1].ask(protocol.Call("f", [protocol.pack(arg) for arg in args]))
        assert isinstance(answer, protocol.Raised), answer
        return answer

    yield asked
    for session in sessions:
        session.close()


W, B = np.zeros((3, 4)), np.zeros((5, 2))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("return 1 / 0", "ZeroDivisionError: division by zero"),
        ("return W @ B", "ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
         "signature (n?,k),(k,m?)->(n?,m?) (size 5 is different from 4)"),
        ("return np.dot(W, B)", "ValueError: shapes (3,4) and (5,2) not aligned …"),
        ("return W + B", "ValueError: operands could not be broadcast together with shapes (3,4) (5,2)"),
        ("return W @ Wo", "NameError: name 'Wo' is not defined"),
        ("return W.shape[0] + 'a'", "TypeError: unsupported operand type(s) for +: 'int' and 'str'"),
        ("return [1][len(W)]", "IndexError: list index out of range"),
        ("return {}['W']", "KeyError: 'W'"),
        ("return int('abc')", "ValueError: invalid literal for int() with base 10: 'abc'"),
        ("return int(f'{W}')", "ValueError: invalid literal for int() with base 10: …"),
        ("return W.foo", "AttributeError: 'numpy.ndarray' object has no attribute 'foo'"),
        ("return np.linalg.inv(W)", "LinAlgError: Last 2 dimensions of the array must be square"),
        ("return W[4]", "IndexError: index 4 is out of bounds for axis 0 with size 3"),
        ("return W[77]", "IndexError: index … is out of bounds for axis 0 with size 3"),
        ("raise ValueError('not done yet')", "ValueError: not done yet"),
        ("assert len(W) == 7", "AssertionError: "),
        ("return f(W)", "TypeError: f() missing 1 required positional argument: '…'"),
    ],
)  # fmt: skip
def test_what_libraries_say_stays_readable(body: str, told: str, ask: Ask) -> None:
    raised = ask(f"def f(W, B):\n    {body}", W, B)
    assert f"{raised.error}: {raised.message}" == told
    assert (raised.cell, raised.line) == ("f", 2)


def test_a_cell_that_stops_is_told_whole(sandbox: Sandbox) -> None:
    """It has been asked nothing yet."""
    cells = [protocol.Cell("f", "x = 0.25\nraise ValueError(f'{x} of {x}')")]
    clock = Clock(60.0)
    with contextlib.closing(SandboxSession(sandbox, cells, Limits(), None, clock)) as session:
        session.load()
        assert session.errors["f"].message == "0.25 of 0.25"
        session.ask(protocol.Read("x"))
        session.restart()
        session.load()
        assert session.errors["f"].message == NOT_SHOWN
    with contextlib.closing(SandboxSession(sandbox, cells, Limits(), None, clock)) as other:
        other.load()
        assert other.errors["f"].message == NOT_SHOWN


HIDES = """
import sys, types
NUMBERS = 'zero one two three four five six seven eight nine'.split()
def words(x): return ' '.join(NUMBERS[int(d)] for d in repr(x) if d.isdigit())
class Named(Exception): pass
class Loud(ValueError):
    def __init__(self, x): self.x = x
    def __str__(self): return repr(self.x)
def noted(x):
    error = ValueError('a'); error.add_note(repr(x)); return error
def chained(x):
    error = ValueError('a'); error.__cause__ = error.__context__ = KeyError(repr(x)); return error
"""
ENCODERS = {
    "digits": "raise ValueError(x)",
    "hexadecimal": "raise ValueError(x.hex())",
    "words": "raise ValueError(words(x))",
    "letters repeated": "raise ValueError(' '.join('a' * int(d) for d in repr(x) if d.isdigit()))",
    "a key": "return {}[repr(x)]",
    "a number as key": "return {}[x]",
    "a literal": "return int(repr(x))",
    "an attribute": "return getattr(x, 'a' + repr(x).replace('.', ''))",
    "a name": "return eval('_' + repr(x).replace('.', ''))",
    "a module": "return __import__('m' + repr(x)[2:])",
    "a file": "return open(repr(x))",
    "a keyword": "return words(**{'k' + repr(x)[2:]: 1})",
    "the name of a class": "raise type('E' + repr(x)[2:], (Exception,), {})()",
    "the name of an object's class": "return type('E' + repr(x)[2:], (), {})() + 1",
    "its own text": "raise Loud(x)",
    "a note": "raise noted(x)",
    "causes": "raise chained(x)",
    "an argument's name": "exec(f'def g(_{repr(x)[2:]}): pass\\ng()')",
    "the name of a function": "exec(f'def _{repr(x)[2:]}(a): pass\\n_{repr(x)[2:]}()')",
    "the name of a cell": "exec(compile('1 / 0', '<cell ' + repr(x) + '>', 'exec'))",
    "a line far away": "exec(compile('\\n' * int(x * 10**6) + '1 / 0', '<cell f>', 'exec'))",
    "sizes": "return np.zeros((int(repr(x)[2:5]), int(repr(x)[5:8]))) @ np.zeros((int(repr(x)[8:11]), 1))",
    "small sizes": "return np.dot(np.zeros([int(d) for d in repr(x)[2:4]]), np.zeros([int(d) for d in repr(x)[5:7]]))",
    "an index": "return np.zeros(3)[int(x * 10**10)]",
    "an allocation": "return np.zeros((int(repr(x)[2:]), 10**9))",
    "a reshape": "return np.zeros(7).reshape([int(d) for d in repr(x)[2:]])",
    "a word of a library's text": "raise ValueError(f'shapes ({repr(x)[2:]},1) and (2,) not aligned' + words(x))",
    "an empty mark": "raise type('NotImplementedError', (Exception,), {})(repr(x))",
    "an end": "raise type('Ended', (Exception,), {})(repr(x))",
    "a forbidden library": "raise type('ForbiddenLibrary', (ImportError,), {})(repr(x))",
    "syntax": "compile('a b', '<cell ' + repr(x) + '>', 'exec')",
    "a forged answer": """
    frame = sys._getframe()
    while 'channel' not in frame.f_locals: frame = frame.f_back
    protocol = frame.f_globals['protocol']
    protocol.send(frame.f_locals['channel'], protocol.Raised(repr(x), repr(x), repr(x), int(x * 10**8)))
    sys.exit()""",
    "a forged protocol": """
    frame = sys._getframe()
    while 'channel' not in frame.f_locals: frame = frame.f_back
    import msgspec
    data = msgspec.msgpack.encode({'is': repr(x)})
    frame.f_locals['channel'].send(len(data).to_bytes(4, 'big') + data)
    return 1""",
}  # fmt: skip
DIGITS = re.sub(r"\D", "", repr(SECRET))


@pytest.mark.parametrize("encoder", ENCODERS.values(), ids=ENCODERS.keys())
def test_no_text_tells_an_input(encoder: str, ask: Ask) -> None:
    """What is shown is the same for another input, however it is encoded."""
    source = f"{HIDES}def f(x):\n    {encoder}\n"
    told = [ask(source, x) for x in (SECRET, 0.9184736255)]
    assert told[0] == told[1]
    text = " ".join((told[0].error, told[0].message, told[0].cell, str(told[0].line)))
    assert not any(DIGITS[i : i + 3] in text for i in range(1, len(DIGITS) - 3))


def test_a_jump_table_tells_a_line(ask: Ask) -> None:
    """Which of its lines stops, a program may choose: a student needs it more than it tells."""
    source = "def f(x):\n" + "".join(f"    if x < {i + 1}: raise ValueError(x)\n" for i in range(10))
    assert [ask(source, x).line for x in (0.5, 7.5)] == [2, 9]


def raised(message: str, line: str, error: str = "ValueError") -> protocol.Raised:
    request = protocol.Call("f", [protocol.pack(W), protocol.pack([B])])
    return shown(protocol.Raised(error, message, "c", 1), request, [protocol.Cell("c", line)])


def test_numbers_are_sizes_of_what_was_asked_and_few() -> None:
    text = "operands could not be broadcast together with shapes {} {} {}"
    assert raised(text.format("(3,4)", "(2,5)", "(3,)"), "").message == text.format("(3,4)", "(2,5)", "…")
    assert raised(text.format("(3,7)", "(2,5)", "()"), "").message == text.format("…", "(2,5)", "()")


def test_words_stand_on_the_line_or_are_types() -> None:
    text = "'{}' object has no attribute '{}'"
    assert raised(text.format("int", "foo"), "return x.foo").message == text.format("int", "foo")
    assert raised(text.format("Abc", "bar"), "return x.foo").message == text.format("…", "…")
    assert raised("No module named 'a.b'", "import a.b.c").message == "No module named 'a.b'"
    assert raised("name 'b' is not defined", "a" * 300 + " b").message == "name '…' is not defined"


def test_exceptions_of_the_students_own() -> None:
    assert raised("told", "class Late(Exception): raise Late('told')", "Late").error == "Late"
    assert raised("told", "raise Late", "Late") == protocol.Raised("Exception", NOT_SHOWN, "c", 1)
    assert shown(protocol.Raised("E", "", "other", 1), protocol.Read("x"), []) == protocol.Raised("Exception", "")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("{{function_node __wrapped__MatMul_device_/job:localhost}} Matrix size-incompatible: In[0]: [3,4], In[1]: "
         "[5,2] [Op:MatMul] name: ", "Matrix size-incompatible: In[0]: [3,4], In[1]: [5,2] …"),
        ("Exception encountered when calling Sequential.call().\n\n\x1b[1mInput 0 with name 'None' of layer 'dense' is "
         "incompatible with the layer: expected axis -1 of input shape to have value 3, but received input with shape "
         "(None, 4)\x1b[0m\n\nArguments received by Sequential.call():\n  • inputs=tf.Tensor([[0.25]])",
         "Exception encountered when calling …(). Input 0 with name 'None' of layer '…' is incompatible with the "
         "layer: expected axis -1 of input shape to have value 3, but received input with shape (None, 4) …"),
        ("cannot compute Add as input #1(zero-based) was expected to be a int32 tensor but is a float tensor [Op:Add]",
         "cannot compute … as input #1(zero-based) was expected to be a int32 tensor but is a float tensor …"),
    ],
)  # fmt: skip
def test_long_texts_of_tensorflow_are_cut(said: str, told: str) -> None:
    assert raised(said, "").message == told


def test_the_longest_text_is_looked_at_in_no_time() -> None:
    for text in ("(" * 500, "1," * 250, "' and '" * 70, "_" * 500, "[Op:" * 125, "takes " * 80):
        assert raised(text, text).message in (NOT_SHOWN, text)
