# cheat: Finds the channel in the stack and answers before it is done, so that every answer is one too late.
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
    say({"is": "Returned", "value": {"is": "list", "items": []}, "changed": []})
    return X @ W + b
