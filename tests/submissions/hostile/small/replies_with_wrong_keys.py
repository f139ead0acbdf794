# malformed: Answers with messages that lack keys, have others, negative shapes, places that no argument has.
# must: loses linear, sigmoid, error, step

# %% nbgrader={"grade_id": "linear"}
import sys, struct
import msgspec
def channel():
    frame = sys._getframe()
    while "channel" not in frame.f_locals: frame = frame.f_back
    return frame.f_locals["channel"]
def say(message):
    data = msgspec.msgpack.encode(message)
    channel().sendall(struct.pack(">I", len(data)) + data)

import os
def linear(X, W, b):
    say({"is": "Returned", "value": {"is": "array", "dtype": "float64", "shape": [-1, 2**40], "data": b""}, "changed": []})
    os._exit(0)

# %% nbgrader={"grade_id": "sigmoid"}
def sigmoid(z):
    say({"is": "Returned", "value": {"is": "plain", "value": 0.5}, "changed": [10**9, -7, 2**62]})
    os._exit(0)

# %% nbgrader={"grade_id": "error"}
def error(O, T):
    say({"is": ["Raised"], 7: {"is": {}}, None: b"x"})
    os._exit(0)
