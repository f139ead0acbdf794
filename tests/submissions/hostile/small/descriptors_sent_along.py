# sabotage: Sends open descriptors to the grader beside its answer, and fills the line.
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

import os, socket
def linear(X, W, b):
    line = channel()
    for _ in range(10**6):
        socket.send_fds(line, [b"\0\0\0\x01x"], [os.open("/dev/null", 0) if _ < 200 else 0])
