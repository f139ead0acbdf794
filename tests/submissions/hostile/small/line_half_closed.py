# sabotage: Shuts the line for what comes in, then for what goes out, and goes on computing.
# must: loses linear, sigmoid, step

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

import socket
def linear(X, W, b):
    channel().shutdown(socket.SHUT_RD)
    while True: pass

# %% nbgrader={"grade_id": "sigmoid"}
def sigmoid(z):
    channel().shutdown(socket.SHUT_WR)
    while True: pass
