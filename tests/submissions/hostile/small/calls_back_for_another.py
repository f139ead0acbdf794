# cheat: Gives one blank away to be called back, then asks the reference for all others.
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

def linear(X, W, b): return X

# %% nbgrader={"grade_id": "step"}
def step(*args):
    from inside import protocol, values
    for name in ("step", "error", "reference.step", "__import__", "np"):
        protocol.send(channel(), protocol.CallBack(name, [values.pack(each) for each in args]))
        answer = protocol.receive_request(channel())
        if isinstance(answer, protocol.Returned): return values.unpack(answer.value)[0]
