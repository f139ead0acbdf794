"""A class as an answer: its objects stay inside, and are made again in a child that begins anew."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from autograder.asserts.compare import Failure
from autograder.course.settings import Limits
from autograder.errors import GraderFault, MachineFault
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.values import Opaque
from autograder.sandbox.sandbox import Sandbox
from autograder.sandbox.session import Clock, SandboxSession
from autograder.sandbox.student import Logged, Student

REFERENCE = """
import numpy as np
class Momentum:
    def __init__(self, lr, m):
        self.lr, self.m, self.velocity = lr, m, 0
    def update(self, p, g):
        self.velocity = self.m * self.velocity - self.lr * g
        return p + self.velocity
    def step(self, params, grads):
        for name in params:
            params[name] -= self.lr * grads[name]
class Network:
    def __init__(self, size):
        self.W = np.ones(size)
    def train(self, optimizer, g, times=1):
        for _ in range(times):
            self.W = optimizer.update(self.W, g)
        return self.W
    def __call__(self, x):
        return self.W * x
def descend(optimizer, p, g):
    return optimizer.update(p, g)
def train(p, gs, lr, m):
    optimizer = Momentum(lr, m)
    for g in gs:
        p = optimizer.update(p, g)
    return p
"""


def reference() -> ModuleType:
    module = ModuleType("reference")
    exec(REFERENCE, module.__dict__)
    return module


class Asked:
    """A program in the sandbox, and the student that a check has of it."""

    def __init__(self, session: SandboxSession) -> None:
        self.session = session
        self.log: list[Logged] = []

    def student(self, in_place: bool = False) -> Student:
        """As for one draw of a check."""
        return Student(self.session, "Momentum", {}, reference(), self.log, in_place)


Begin = Callable[..., Asked]


@pytest.fixture
def begin(warm: Sandbox) -> Iterator[Begin]:
    """The program of REFERENCE, with other cells after it."""
    with contextlib.ExitStack() as stack:

        def begin(more: str = "", **limits: Any) -> Asked:
            cells = [protocol.Cell("Momentum", REFERENCE), protocol.Cell("more", more)]
            given = Limits(**{"call_seconds": 2.0, **limits})
            session = SandboxSession(warm, cells, given, reference(), Clock(60.0))
            stack.callback(session.close)
            return Asked(session)

        yield begin


def close(asked: Asked) -> None:
    """As if the child had gone without a word."""
    for child in asked.session._children.values():
        child.close()


def kill(_: Asked) -> None:
    """As somebody outside may: the newest process of our sandboxes is the child."""
    found = []
    for name in os.listdir("/proc"):
        with contextlib.suppress(OSError):
            if name.isdigit() and b"from inside." in Path("/proc", name, "cmdline").read_bytes() and is_ours(int(name)):
                found.append(int(name))
    os.kill(max(found), signal.SIGKILL)


def is_ours(pid: int) -> bool:
    while pid > 1:
        if pid == os.getpid():
            return True
        pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    return False


def failure(ask: Callable[[], Any]) -> str:
    with pytest.raises(Failure) as raised:
        ask()
    return raised.value.cause


def test_an_object_is_made_and_called_and_read(begin: Begin) -> None:
    optimizer = begin().student().Momentum(0.5, m=0.5)
    assert optimizer.update(-5.0, -3.0) == -3.5
    assert optimizer.update(-3.5, -1.5) == -2.0
    assert (optimizer.velocity, optimizer.lr) == (1.5, 0.5)


def test_objects_live_side_by_side(begin: Begin) -> None:
    student = begin().student()
    one, other = student.Momentum(0.5, 0.5), student.Momentum(1.0, 0.0)
    assert [one.update(0.0, 1.0), other.update(0.0, 1.0), one.update(0.0, 1.0)] == [-0.5, -1.0, -0.75]


def test_an_object_is_an_argument(begin: Begin) -> None:
    student = begin().student()
    optimizer, network = student.Momentum(0.5, 0.0), student.Network(2)
    assert network.train(optimizer, g=1.0, times=2).tolist() == [0.0, 0.0]
    assert network.train(g=1.0, optimizer=optimizer).tolist() == [-0.5, -0.5]
    assert student.descend(optimizer, 0.0, 2.0) == -1.0
    assert network(2.0).tolist() == [-1.0, -1.0]
    assert optimizer.velocity == -1.0


def test_a_method_that_changes_what_it_gets(begin: Begin) -> None:
    asked = begin()
    params, grads = {"W": np.ones(2)}, {"W": np.ones(2)}
    after = asked.student(in_place=True).Momentum(0.5, 0.5).step.arguments_after(params, grads)
    assert after[0]["W"].tolist() == [0.5, 0.5]
    assert params["W"].tolist() == [1.0, 1.0]


CHANGES = """
class Momentum(Momentum):
    def __init__(self, lr, m):
        super().__init__(lr, m)
        if isinstance(m, np.ndarray):
            m += 1
    def update(self, p, g):
        p -= self.lr * g
        return p
"""


def test_a_change_that_is_not_agreed_on(begin: Begin) -> None:
    student = begin(CHANGES).student()
    found = failure(lambda: student.Momentum(0.5, 0.5).update(np.ones(2), np.ones(2)))
    assert found == "Momentum.update changed its input p in place; work on a new array"
    found = failure(lambda: student.Momentum(0.5, np.ones(1)))
    assert found == "Momentum changed its input m in place; work on a new array"


# --- what goes wrong --------------------------------------------------------------------------------------------------

STOPS = """
class Momentum:
    def __init__(self, lr, m):
        self.rate = 1 / lr
        self.update = self.velocity = 3
    def step(self, params, grads):
        return self.missing
"""


def test_what_goes_wrong_is_named(begin: Begin) -> None:
    student = begin(STOPS).student()
    found = failure(lambda: student.Momentum(0.0, 0.5))
    assert found == "line 3 of the cell 'more' stops: ZeroDivisionError: float division by zero"
    found = failure(lambda: student.Momentum(0.5))
    assert found.startswith("Momentum stops: TypeError: ")
    optimizer = student.Momentum(0.5, 0.5)
    assert failure(lambda: optimizer.update(1.0, 1.0)) == "Momentum.update is 3, but should be a method"
    found = failure(lambda: optimizer.step(1.0, 1.0))
    assert found == "line 6 of the cell 'more' stops: AttributeError: 'Momentum' object has no attribute 'missing'"
    assert failure(lambda: optimizer.lr) == "an object of Momentum has no attribute lr"


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ("del Momentum", "Momentum is not defined: its cell is missing or defines another name"),
        ("def Momentum(lr, m): pass", "Momentum is a function (callable), but should be a class"),
        ("Momentum = 3", "Momentum is 3, but should be a class"),
        ("class Momentum: pass", "Momentum stops: TypeError: Momentum() takes no arguments"),
    ],
)
def test_what_is_no_such_class(more: str, cause: str, begin: Begin) -> None:
    assert failure(lambda: begin(more).student().Momentum(0.5, 0.5)) == cause


def test_a_method_that_is_missing(begin: Begin) -> None:
    optimizer = begin("del Momentum.update").student().Momentum(0.5, 0.5)
    assert failure(lambda: optimizer.update(1.0, 1.0)) == "an object of Momentum has no method update"


def test_a_template_is_empty(begin: Begin) -> None:
    more = "class Momentum:\n    def __init__(self, lr, m):\n        raise NotImplementedError()"
    assert failure(lambda: begin(more).student().Momentum(0.5, 0.5)) == "more is still empty"


def test_a_check_makes_too_many(begin: Begin) -> None:
    student = begin().student()
    for _ in range(100):
        student.Momentum(0.5, 0.5)
    with pytest.raises(GraderFault, match="more than 100 objects"):
        student.Momentum(0.5, 0.5)


def test_the_objects_of_one_draw_are_gone_in_the_next(begin: Begin) -> None:
    asked = begin("import gc\ndef living(): return sum(type(each) is Momentum for each in gc.get_objects())")
    student = asked.student()
    for _ in range(5):
        student.Momentum(0.5, 0.5)
    asked.student().Momentum(0.5, 0.5)
    assert asked.session.ask(protocol.Call("living", [])) == protocol.Returned(1)


# --- a child that ends ------------------------------------------------------------------------------------------------

SHARED = """
class Momentum(Momentum):
    velocities = {}
    def __init__(self, lr, m):
        self.lr, self.m = lr, m
    @property
    def velocity(self):
        return self.velocities.get("v", 0)
    @velocity.setter
    def velocity(self, value):
        self.velocities["v"] = value
"""


@pytest.mark.parametrize("more", ["", SHARED])
@pytest.mark.parametrize("end", [close, kill])
def test_killed_from_outside_costs_nothing(end: Callable[[Asked], None], more: str, begin: Begin) -> None:
    """Also what objects share is as it was: they are told in the order in which they were asked."""
    assert numbers(begin(more), end) == numbers(begin(more), lambda _: None)


def numbers(asked: Asked, after_a_step: Callable[[Asked], None]) -> list[Any]:
    """What two objects answer in turns, and remember at last."""
    student = asked.student()
    one, other = student.Momentum(0.5, 0.5), student.Momentum(0.25, 0.9)
    found = []
    for step in range(3):
        found += [one.update(0.0, 1.0), other.update(0.0, float(step))]
        after_a_step(asked)
    return [*found, one.velocity, other.velocity]


def test_killed_again_and_again_is_the_machines(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = begin()
    optimizer = asked.student().Momentum(0.5, 0.5)
    optimizer.update(0.0, 1.0)
    receive = asked.session._receive

    def disturbed(own_time: Any) -> Any:
        close(asked)
        return receive(own_time)

    monkeypatch.setattr(asked.session, "_receive", disturbed)
    with pytest.raises(
        MachineFault, match=r"killed the cell 'Momentum' 5 times|killed student\.Momentum\.update 5 times"
    ):
        optimizer.update(0.0, 1.0)


RANDOM = """
class Momentum(Momentum):
    def update(self, p, g):
        import os
        if os.path.exists("later"):
            while True: pass
        return super().update(p, g)
def later():
    open("later", "w").close()
"""


def test_a_hang_while_objects_are_made_again_is_the_students(begin: Begin) -> None:
    asked = begin(RANDOM, call_seconds=0.3)
    optimizer = asked.student().Momentum(0.5, 0.5)
    optimizer.update(0.0, 1.0)
    close(asked)
    assert asked.session.ask(protocol.Call("later", [])) == protocol.Returned(None)
    assert failure(lambda: optimizer.velocity) == "Momentum.velocity did not finish within 0.3 s"


HANGS = """
class Momentum(Momentum):
    def update(self, p, g):
        if g == 13:
            while True: pass
        if g == 14:
            import os; os._exit(3)
        return super().update(p, g)
"""


def test_a_hang_costs_what_asked_it(begin: Begin) -> None:
    asked = begin(HANGS, call_seconds=0.3)
    student = asked.student()
    optimizer = student.Momentum(0.5, 0.5)
    assert optimizer.update(0.0, 1.0) == -0.5
    assert failure(lambda: optimizer.update(0.0, 13.0)) == "Momentum.update did not finish within 0.3 s"
    assert optimizer.update(0.0, 1.0) == -0.75  # as if it had not been asked
    assert asked.student().Momentum(0.5, 0.5).update(0.0, 1.0) == -0.5


def test_a_hang_is_remembered_for_what_led_to_it(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = begin(HANGS, call_seconds=0.3)
    failure(lambda: asked.student().Momentum(0.5, 0.5).update(0.0, 13.0))
    again = asked.student().Momentum(0.5, 0.5)
    with monkeypatch.context() as context:
        context.setattr(asked.session, "_told", None)
        assert failure(lambda: again.update(0.0, 13.0)) == "Momentum.update did not finish within 0.3 s"
    other = asked.student().Momentum(0.5, 0.25)
    monkeypatch.setattr(asked.session, "_told", lambda _: protocol.Returned("asked"))
    assert other.update(0.0, 13.0) == "asked"


def test_ending_the_program_costs_what_asked_it(begin: Begin) -> None:
    optimizer = begin(HANGS).student().Momentum(0.5, 0.5)
    assert optimizer.update(0.0, 1.0) == -0.5
    assert failure(lambda: optimizer.update(0.0, 14.0)) == "Momentum.update ended the program (exit status 3)"
    assert optimizer.update(0.0, 1.0) == -0.75


# --- the reference's class stands in ----------------------------------------------------------------------------------

OWN_TRAIN = """
class Momentum:
    pass
def train(p, gs, lr, m):
    optimizer, slow = Momentum(lr, m=m), Momentum(0.0, 0.0)
    for g in gs:
        p = optimizer.update(p, g)
        slow.update(p, g)
    return p, optimizer.velocity, slow.velocity
"""


def test_the_references_class_stands_in(begin: Begin) -> None:
    asked = begin(OWN_TRAIN)
    gs = np.array([1.0, 2.0])
    asked.session.stand_in(("Momentum",))
    assert asked.student().train(0.0, gs, 0.5, 0.5) == (-1.75, -1.25, 0.0)
    close(asked)
    assert asked.student().train(0.0, gs, 0.5, 0.5) == (-1.75, -1.25, 0.0)
    asked.session.stand_in(())
    assert "takes no arguments" in failure(lambda: asked.student().train(0.0, gs, 0.5, 0.5))


OWN_STEPS = """
def train(params, slopes, lr, m):
    optimizer, W = Momentum(lr, m), params["W"]
    for g in slopes:
        optimizer.step(grads={"W": g}, params=params)
    return W, params["W"]
"""


def test_a_method_outside_changes_what_it_gets(begin: Begin) -> None:
    """The arrays of the student's program, under whatever name."""
    asked = begin(OWN_STEPS)
    asked.session.stand_in(("Momentum",))
    W, again = asked.student(in_place=True).train({"W": np.ones(2)}, np.ones((2, 2)), 0.25, 0.5)
    assert (W.tolist(), again.tolist()) == ([0.5, 0.5], [0.5, 0.5])


DERIVED = """
def train(p, gs, lr, m):
    class Nesterov(Momentum):
        def __init__(self, lr, m):
            super().__init__(lr, m)
            self.count, self._hidden = 0, 1
        def update(self, p, g):
            self.count += self._hidden
            return super().update(p, g) + self.m * self.velocity
    optimizer = Nesterov(lr, m)
    optimizer.lr = 2 * lr
    for g in gs:
        p = optimizer.update(p, g)
    return p, optimizer.lr, optimizer.count, hasattr(optimizer, "other"), isinstance(optimizer, Momentum)
"""


def test_an_object_outside_is_used_as_one_inside(begin: Begin) -> None:
    asked = begin(DERIVED)
    asked.session.stand_in(("Momentum",))
    assert asked.student().train(0.0, np.array([1.0]), 0.5, 0.5) == (-1.5, 1.0, 1, False, True)


FORGES = """
def forge(of, name, how):
    from inside import protocol
    import gc, socket
    channel = next(each for each in gc.get_objects() if isinstance(each, socket.socket))
    protocol.send(channel, protocol.CallBack(name, [], [], of, how))
def train(*forged):
    Momentum(0.5, 0.5)
    forge(*forged)
    return 1
"""


@pytest.mark.parametrize(
    "forged",
    [
        (7, "update", "call"),
        (-1, "update", "call"),
        (0, "__init__", "call"),
        (0, "__class__", "read"),
        (0, "update", "read"),
        (0, "update", "write"),
        (None, "Momentum", "read"),
        (None, "descend", "call"),
        (0, "velocity", "delete"),
    ],
)
def test_a_forged_call_back_is_a_malformed_answer(forged: tuple[Any, ...], begin: Begin) -> None:
    asked = begin(FORGES)
    asked.session.stand_in(("Momentum",))
    assert "sent back a" in failure(lambda: asked.student().train(*forged))


def test_what_the_reference_does_not_have_cannot_be_called(begin: Begin) -> None:
    asked = begin("def train(*_):\n    return script()")
    asked.session.stand_in(("script",))
    found = failure(lambda: asked.student().train(0.0, 1.0, 1.0, 1.0))
    assert found == "line 2 of the cell 'more' stops: RuntimeError: 'NoneType' object is not callable"


def test_too_many_objects_outside(begin: Begin) -> None:
    asked = begin("def train(*_):\n    return len([Momentum(0.5, 0.5) for _ in range(1000)])")
    asked.session.stand_in(("Momentum",))
    assert "more than 100 objects were made" in failure(lambda: asked.student().train(0.0, 1.0, 1.0, 1.0))


# --- hostile classes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "more",
    [
        "class Momentum:\n    def __init__(self, *_): pass\n    def __getattr__(self, name): return lambda *_: 1 / 0",
        "class Momentum:\n    def __init__(self, *_): pass\n    def __getattribute__(self, name): raise SystemExit",
        "class Momentum:\n    def __init__(self, *_): pass\n    def update(self, *_): return self",
        "class Momentum:\n    def __init__(self, *_): pass\n    __eq__ = __class__ = property(lambda _: 1 / 0)",
        "class M(type):\n    def __call__(self, *_): return 5\nclass Momentum(metaclass=M): pass",
        "class M(type):\n    def __call__(self, *_): raise KeyboardInterrupt\nclass Momentum(metaclass=M): pass",
        "class M(type):\n    __class__ = property(lambda _: int)\nclass Momentum(metaclass=M): pass",
        "class I:\n    __class__ = property(lambda _: 1 / 0)\nMomentum = I()",
        "class Momentum:\n    def __init__(self, *_): self.update = self.velocity = list(range(10**6))",
        "class Momentum:\n    def __init__(self, *_): self.velocity = self.update = self",
        "class Momentum:\n    def __init__(self, *_): self.v = b'0' * 10**8\n    def __del__(self): raise ValueError",
        "class Momentum:\n    def __new__(cls, *_): return None",
        "class Momentum:\n    def __init__(self, *_): pass\n    def update(self, *_): return Momentum",
    ],
)
def test_a_hostile_class_fails_its_check(more: str, begin: Begin) -> None:
    """What it answers is a failure, or a value that is no number and never equal."""
    asked = begin(more)
    for _ in range(2):
        with contextlib.suppress(Failure):
            assert isinstance(asked.student().Momentum(0.5, 0.5).update(1.0, 1.0), Opaque)


def test_del_is_inside(begin: Begin) -> None:
    asked = begin("class Momentum(Momentum):\n    def __del__(self):\n        while True: pass", call_seconds=0.3)
    assert asked.student().Momentum(0.5, 0.5).update(0.0, 1.0) == -0.5
    assert failure(lambda: asked.student().Momentum(0.5, 0.5)) == "Momentum did not finish within 0.3 s"
