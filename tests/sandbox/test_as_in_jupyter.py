"""A notebook runs as in Jupyter: what a cell may do, what it shows, and what nobody can gain by it."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder.course.settings import Limits
from autograder.sandbox.child import Child, Ended, deadline_in
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.forbidden import FORBIDDEN
from autograder.sandbox.sandbox import Sandbox

DOCTEST = "def f():\n    '''\n    >>> f()\n    1\n    '''\n    return 1\n"
SQUARE = "def f(x):\n    return x * x\n"
FORBIDDEN_SENTENCE = "{} may not be used here: this task is to be solved with NumPy"


class Asked:
    """A child, and what it is asked in a test."""

    def __init__(self, child: Child) -> None:
        self.child = child

    def ask(self, request: protocol.Request) -> Any:
        """The reply; the value where one is returned."""
        self.child.send(request, deadline_in(30))
        reply = self.child.receive(deadline_in(30))
        return protocol.unpack(reply.value) if isinstance(reply, protocol.Returned) else reply

    def load(self, *sources: str) -> Any:
        """What the last of these cells raises, if it does."""
        for number, source in enumerate(sources, start=1):
            raised = self.ask(protocol.Load(protocol.Cell(f"c{number}", source)))
        return raised

    def read(self, name: str) -> Any:
        return self.ask(protocol.Read(name))

    def call(self, name: str, *args: Any, figure: bool = False) -> Any:
        return self.ask(protocol.Call(name, [protocol.pack(arg) for arg in args], [], figure))

    def run_cell(self, source: str, **inputs: Any) -> Any:
        packed = [(name, protocol.pack(value)) for name, value in inputs.items()]
        return self.ask(protocol.RunCell(protocol.Cell("script", source), packed))

    def show(self, source: str) -> protocol.Shown:
        return self.ask(protocol.Execute(protocol.Cell("cell", source)))


@pytest.fixture(scope="module")
def warm() -> Iterator[Sandbox]:
    box = Sandbox(["numpy", "matplotlib.pyplot"], "bubblewrap", forbidden=FORBIDDEN)
    yield box
    box.close()


@pytest.fixture
def asked(warm: Sandbox) -> Iterator[Asked]:
    child = warm.child(Limits())
    yield Asked(child)
    child.close()


# --- What a cell may do -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        'display("x")',
        "import asyncio\nawait asyncio.sleep(0)\nx = 1",
        "import numpy as np\nnp.dot?",
        "v = !python --version",
        "!ls",
        "%matplotlib inline",
        "%pip install numpy",
        "!pip install no-such-package",
        "%%bash\necho hello",
        "%%capture out\nprint(1)",
        "%timeit -n1 -r1 1 + 1",
        "get_ipython().run_line_magic('time', '1')",
        "%config InlineBackend.figure_format = 'svg'",
        "%load_ext autoreload\n%autoreload 2",
        "who",
    ],
)
def test_cells_that_run_in_jupyter_run(source: str, asked: Asked) -> None:
    assert asked.load(source) is None


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        (['%time answer = "b"'], "b"),
        (["%%time\nanswer = [1, 2]\nother = 3"], [1, 2]),
        (["%%writefile mine.py\ndef f():\n    return 7", "from mine import f\nanswer = f()"], 7),
        (["%%writefile mine.py\nx = 1", "import mine\n%run mine.py", "answer = mine.x + x"], 2),
        (["answer, = !echo hello"], "hello"),
        (["5 + 1\n", "answer = _"], 6),
        (["2\n", "3\n", "answer = [Out[1], Out[2], _2, len(In)]"], [2, 3, 3, 4]),
        (["x = 1\nx + 5\n", "answer = [_, Out[1]]"], [6, 6]),
        (["!echo 7 > seven.txt\n", "answer = open('seven.txt').read()"], "7\n"),
        (["x = 4\n", "answer = In[1].strip() + _i"], "x = 4x = 4"),
        (["import sys\nx = 8\nanswer = sys.modules['__main__'].x"], 8),
        (["import pickle\nclass A:\n    x = 3\n", "answer = pickle.loads(pickle.dumps(A())).x"], 3),
        ([DOCTEST, "import doctest\nanswer = [*doctest.testmod()]"], [0, 1]),
        ([SQUARE, "from multiprocessing import Pool\nwith Pool(1) as pool:\n    answer = pool.map(f, [1, 2])"], [1, 4]),
        (["import inspect\ndef f():\n    return 1\n", "answer = inspect.getsource(f)"], "def f():\n    return 1\n"),
        (["from __future__ import annotations\nx = 1\n", "def f(a: 1 / 0):\n    pass\nanswer = 'fine'"], "fine"),
        (["async def f():\n    return 5\n", "answer = await f()"], 5),
        (["import os\nanswer = os.getcwd()"], "/scratch"),
    ],
)  # fmt: skip
def test_what_a_notebook_relies_on(cells: list[str], value: Any, asked: Asked) -> None:
    asked.load(*cells)
    assert asked.read("answer") == value


def test_a_module_beside_the_notebook_does_not_hide_one_of_python(asked: Asked) -> None:
    asked.load("%%writefile json.py\nx = 1", "import json\nanswer = json.loads('[1]')")
    assert asked.read("answer") == [1]


def test_an_annotation_is_evaluated_as_in_jupyter(asked: Asked) -> None:
    raised = asked.load("def f(O: 1/0):\n    pass")
    assert (raised.error, raised.cell, raised.line) == ("ZeroDivisionError", "c1", 1)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("x = 1\n1 / 0", 2),
        ("%%time\nx = 1\n1 / 0", 3),
        ("x = 1\n%time 1 / 0", 2),
        ("x = 1\n\ny = (", 3),
        ("x = 1\nreturn 3", 2),
        ("import asyncio\nawait asyncio.sleep(0)\n1 / 0", 3),
    ],
)
def test_where_a_cell_stops_is_known(source: str, line: int, asked: Asked) -> None:
    raised = asked.load(source)
    assert (raised.cell, raised.line) == ("c1", line)


def test_what_stands_above_an_error_has_been_run(asked: Asked) -> None:
    asked.load("x = 1\nreturn 3")
    assert asked.read("x") == 1


def test_a_magic_within_a_function(asked: Asked) -> None:
    """As in Jupyter: the value is there, and a name that is assigned behind `%time` is none of the function's."""
    asked.load(
        "import numpy as np\ndef forward(X, W):\n    %time X @ W\n    return X @ W\n",
        "def assigns(X, W):\n    %time Y = X @ W\n    return Y\n",
    )
    assert asked.call("forward", np.eye(2), np.ones(2)).tolist() == [1, 1]
    assert asked.call("assigns", np.eye(2), np.ones(2)) == protocol.Raised(
        "NameError", "name 'Y' is not defined", "c2", 3
    )


def test_a_function_has_what_a_notebook_has_while_it_is_asked(asked: Asked) -> None:
    asked.load("y = 1\ndisplay(y)\ndef f(x):\n    display(x)\n    return get_ipython().user_ns['y'] + x\n")
    assert asked.call("f", 2) == 3


def test_a_function_of_a_timed_cell_says_where_it_stops(asked: Asked) -> None:
    asked.load("%%time\ndef f():\n    return 1 / 0\n")
    raised = asked.call("f")
    assert (raised.cell, raised.line) == ("c1", 3)


@pytest.mark.parametrize("source", ["%time Y = 2 * X\n", "%%time\nY = 2 * X\n", "if True:\n    %time Y = 2 * X\n"])
def test_a_script_with_magics_is_run_with_other_inputs(source: str, asked: Asked) -> None:
    asked.load("X = 1\n" + source.replace("%%time\n", ""))
    assert asked.run_cell(source, X=4) == {"Y": 8}
    assert asked.read("Y") == 2


def test_what_a_timed_script_changes_in_place_is_read_back(asked: Asked) -> None:
    asked.load("import numpy as np\nW = np.zeros(2)\n")
    assert asked.run_cell("%time W += x\n", x=3.0)["W"].tolist() == [3, 3]


def test_nobody_answers_a_question(asked: Asked) -> None:
    raised = asked.load("x = 1\nx = input('How many? ')")
    text = "raw_input was called, but this frontend does not support input requests."
    assert raised == protocol.Raised("StdinNotImplementedError", text, "c1", 2)


def test_figures_are_closed_after_each_cell(asked: Asked) -> None:
    asked.load(
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nbefore = plt.get_fignums()", "after = plt.get_fignums()"
    )
    assert (asked.read("before"), asked.read("after")) == ([1], [])


@pytest.mark.parametrize("first", ["x = 1", "%matplotlib inline"])
def test_a_figure_that_the_function_shows_is_read(first: str, asked: Asked) -> None:
    asked.load(first, "import matplotlib.pyplot as plt\ndef draw():\n    plt.plot([1, 2], [3, 4])\n    plt.show()\n")
    (axes,) = asked.call("draw", figure=True)["axes"]
    assert axes["lines"][0]["y"].tolist() == [3, 4]


# --- What a cell shows ------------------------------------------------------------------------------------------------


def test_outputs_come_in_their_order(asked: Asked) -> None:
    source = "import sys\nprint(1)\nprint(2)\nprint('e', file=sys.stderr)\nprint(3)\ndisplay(4)\n5"
    shown = asked.show(source)
    found = [(output.kind, output.name, output.text or output.data["text/plain"]) for output in shown.outputs]
    assert found == [
        ("stream", "stdout", "1\n2\n"),
        ("stream", "stderr", "e\n"),
        ("stream", "stdout", "3\n"),
        ("display_data", "", "4"),
        ("execute_result", "", "5"),
    ]
    assert (shown.error, shown.number) == (None, 1)


def test_a_figure_is_a_picture_in_the_notebook_and_closed(asked: Asked) -> None:
    shown = asked.show("import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
    (output,) = shown.outputs
    assert output.kind == "display_data"
    assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")
    assert asked.show("plt.get_fignums()").outputs[0].data == {"text/plain": "[]"}


def test_representations_and_displays_that_are_updated(asked: Asked) -> None:
    shown = asked.show(
        "from IPython.display import HTML, JSON, Latex\n"
        "handle = display(HTML('<b>x</b>'), display_id='here')\nhandle.update(Latex('$x$'))\n"
        "display(JSON({'a': 1}))"
    )
    latex, update, json = shown.outputs
    assert (latex.kind, latex.name, latex.data["text/latex"]) == ("display_data", "here", "$x$")
    assert (update.kind, update.name, update.data["text/latex"]) == ("update_display_data", "here", "$x$")
    assert json.data["application/json"] == '{"a": 1}'
    again = asked.show("from IPython.display import clear_output\nprint(1)\nclear_output(True)\nprint(2)")
    assert [output.text for output in again.outputs] == ["2\n"]


def test_an_error_has_ipythons_traceback_with_its_colours(asked: Asked) -> None:
    shown = asked.show("x = 1\n1 / 0")
    (error,) = shown.outputs
    assert (error.kind, error.name, error.text) == ("error", "ZeroDivisionError", "division by zero")
    text = "\n".join(error.traceback)
    assert "\x1b[32mIn[1]\x1b[39m\x1b[32m, line 2" in text
    assert shown.error == protocol.Raised("ZeroDivisionError", "division by zero")


def test_a_cell_that_takes_too_long_is_interrupted_and_the_next_goes_on(asked: Asked) -> None:
    asked.show("import time, os")
    for source in (
        "x = 2\nwhile True:\n    pass",
        "await asyncio.sleep(60)",
        "time.sleep(60)",
        "os.system('sleep 60')",
    ):
        asked.child.send(protocol.Execute(protocol.Cell("cell", f"import asyncio\n{source}\nx = 3")), deadline_in(30))
        while True:  # it may not have begun
            asked.child.interrupt()
            with contextlib.suppress(TimeoutError):
                shown = asked.child.receive(deadline_in(0.5))
                break
        assert isinstance(shown, protocol.Shown)
        assert shown.error == protocol.Raised("KeyboardInterrupt", "") or "os.system" in source
    assert asked.show("1").outputs[0].data == {"text/plain": "1"}


def test_what_libraries_keep_is_not_what_the_notebook_made(asked: Asked) -> None:
    asked.show("import matplotlib.pyplot as plt\nplt.plot([1]);")
    asked.show("%store\nopen('result.txt', 'w').write('1')")
    made = asked.ask(protocol.Files())
    assert [*made.files] == ["result.txt"]


# --- Libraries that a NumPy task forbids ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "import tensorflow as tf\ntf.random.set_seed(0)",
        "from tensorflow.keras import layers, models",
        "from tensorflow.keras.layers import Dense\nimport keras",
        "import tensorflow as tf\nprint(tf.__version__, tf.constant(1) + 1)",
        "import tensorflow as tf\nassert tf.__version__.split('.')[0] == '2'",
        "import torch, jax, scipy.special\nimport torch.nn as nn\nclass Net(nn.Module):\n    pass",
        "import tensorflow as tf\n@tf.function\ndef g(x: tf.Tensor) -> tf.Tensor:\n    return x",
        "import tensorflow as tf\nwith tf.device('/cpu:0'):\n    model = tf.keras.Sequential([tf.keras.Input(1)])",
        "import tensorflow as tf\nimport matplotlib.pyplot as plt\nplt.plot([1, 2], [3, 4])\nplt.scatter([1], [2])",
        "from autograd import grad\nimport autograd.numpy as anp",
        "import importlib\nimportlib.import_module('tensorflow')",
    ],
)
def test_a_forbidden_library_may_be_there(source: str, asked: Asked) -> None:
    answer = "import numpy as np\ndef f(x):\n    return np.exp(x)\n"
    assert asked.load(source) is None
    assert asked.load(answer) is None
    assert asked.call("f", 0.0) == 1


def test_a_function_that_only_asks_whether_it_has_a_tensor(asked: Asked) -> None:
    asked.load("import tensorflow as tf\n", "def f(x):\n    return 1 if isinstance(x, tf.Tensor) else 2\n")
    assert asked.call("f", 0.0) == 2


@pytest.mark.parametrize(
    ("library", "source", "line"),
    [
        ("tensorflow", "import tensorflow as tf\ndef f(x):\n    return tf.nn.sigmoid(x)", 3),
        ("tensorflow", "from tensorflow.nn import sigmoid\ndef f(x):\n    return sigmoid(x)", 3),
        ("scipy", "from scipy.special import expit\n\ndef f(x):\n    y = x\n    return expit(y)", 5),
        ("keras", "def f(x):\n    import keras\n    return keras.ops.sigmoid(x)", 3),
        ("jax", "import jax.numpy as jnp\none = jnp.ones(2)\ndef f(x):\n    return one + x", 4),
        ("torch", "import torch\none = torch.ones(2)\ndef f(x):\n    return one", 2),
        ("autograd", "from autograd import grad\ndef g(x):\n    return x\nf = grad(g)", 4),
        ("tensorflow", "import tensorflow as tf\n@tf.function\ndef f(x):\n    return x", 2),
    ],
)
def test_a_forbidden_library_stops_where_the_answer_needs_it(
    library: str, source: str, line: int, asked: Asked
) -> None:
    assert asked.load(source) is None
    raised = asked.call("f", 1.0)
    assert raised == protocol.Raised("ForbiddenLibrary", FORBIDDEN_SENTENCE.format(library), "c1", line)


@pytest.mark.parametrize(
    "use",
    ["float(x)", "np.exp(x)", "np.array(x)", "if x: pass", "for a in x: pass", "a, b = x", "len(x)", "x in [1]"],
)
def test_what_needs_a_value_stops_at_its_line(use: str, asked: Asked) -> None:
    raised = asked.load(f"import numpy as np\nimport tensorflow as tf\nx = tf.ones(2)\n{use}")
    assert raised == protocol.Raised("ForbiddenLibrary", FORBIDDEN_SENTENCE.format("tensorflow"), "c1", 4)


def test_a_variable_that_came_out_of_it(asked: Asked) -> None:
    asked.load("import tensorflow as tf\nW = tf.ones(2)\nW = W * 2")
    assert asked.read("W") == protocol.Raised("ForbiddenLibrary", FORBIDDEN_SENTENCE.format("tensorflow"), "c1", 3)
    script = "import tensorflow as tf\ntf.random.set_seed(1)\nY = 2 * X\nZ = tf.ones(2)"
    assert asked.run_cell(script, X=3) == {"Y": 6, "Z": protocol.Opaque("tensorflow", "callable")}


def test_a_library_of_its_own_does_not_find_it(asked: Asked) -> None:
    """What looks for SciPy in passing takes the way without it."""
    library = "import numpy\nexec(compile('import scipy', numpy.__file__, 'exec'))"
    assert asked.load(library).error == "ModuleNotFoundError"


# --- What nobody can gain ---------------------------------------------------------------------------------------------

TRICKS = {
    "methods": "ip.run_cell = ip.transform_cell = ip.run_cell_async = lambda *a, **k: None",
    "class": "type(ip).run_plain = type(ip).plain_code = lambda *a, **k: None",
    "raising": "def stop(*a, **k):\n    raise SystemExit\nip.run_cell = ip.transform_cell = stop",
    "events": "ip.events.register('post_execute', lambda: answers.clear())",
    "transformers": "ip.input_transformers_post.append(lambda lines: ['f = lambda x: x\\n'])",
    "ast": "class T:\n    def visit(self, node): raise KeyboardInterrupt\nip.ast_transformers.append(T())",
    "displayhook": "import sys\nsys.displayhook = None\nip.displayhook = None",
    "builtins": "import builtins\nbuiltins.display = builtins.print = builtins.isinstance = None",
    "reset": "ip.reset()",
    "namespace": "ip.user_ns = {}\nip.user_module = None",
    "outputs": "ip.outputs = 1",
    "again": "ip.run_cell('def f(x):\\n    return -x')",
    "streams": "import sys\nsys.stdout = sys.stderr = None",
    "main": "import sys\ndel sys.modules['__main__']",
    "finders": "import sys\nsys.meta_path.clear()\nsys.path_importer_cache = None",
    "stand-in": "import tensorflow as tf\ntype(tf)._made = type(tf)._stop = lambda *a: 1.0",
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=[*TRICKS])
def test_who_changes_the_shell_harms_only_himself(trick: str, warm: Sandbox) -> None:
    """A wrong answer stays wrong or gets none, and each request has a reply that the protocol knows."""
    child = warm.child(Limits())
    with contextlib.suppress(Ended), contextlib.closing(child):  # who breaks Python itself ends the program
        asked = Asked(child)
        asked.load("def f(x):\n    return x + 1\n", f"ip = get_ipython()\n{trick}\n", "y = 5\ny\n", "%time z = 1\n")
        assert asked.call("f", 2) in (3, 2, -2) or isinstance(asked.call("f", 2), protocol.Raised)
        assert isinstance(asked.run_cell("%time w = 2 * v\n", v=1), (dict, protocol.Raised))
        assert isinstance(asked.show("f"), protocol.Shown)
    with contextlib.closing(warm.child(Limits())) as fresh:
        asked = Asked(fresh)
        asked.load("def f(x):\n    return x + 1\n", "%time y = 5\n")
        assert (asked.call("f", 2), asked.read("y")) == (3, 5)
