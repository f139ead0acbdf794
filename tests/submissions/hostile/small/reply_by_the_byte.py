# sabotage: Announces a megabyte and sends a byte now and then, so that the line is never silent.
# must: loses linear, step

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

import time
def linear(X, W, b):
    channel().sendall(struct.pack(">I", 2**20))
    while True:
        time.sleep(0.01)
        channel().sendall(b"x")
