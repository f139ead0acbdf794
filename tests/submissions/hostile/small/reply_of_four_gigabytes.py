# resources: Announces an answer of four gigabytes, and sends nothing.
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

def linear(X, W, b):
    channel().sendall(b"\xff\xff\xff\xff")
    while True: pass
