# cheat: Lays a numpy.py, a sitecustomize.py and an autograder package beside the notebook, which give full marks.
# must: loses step
WRONG = {"step": "def step(x):\n    return 1 - np.array(x > 0, dtype=int)"}


def lay(folder):
    for name in ("numpy.py", "sitecustomize.py", "usercustomize.py", "msgspec.py", "autograder/__init__.py"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("import os; open('/tmp/message-of-the-first', 'w'); os._exit(0)")
