# cheat: Reads the grader's questions from the line itself and answers all of them with what its own code says.
# must: loses linear or more

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
    line = channel()
    line.setblocking(False)
    try:
        while line.recv(2**16): pass
    except OSError: pass
    line.setblocking(True)
    return X * 0
