# cheat: Looks through the line for what hangs on the reference's functions: private attributes, objects that were not made.
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
    for how in ("read", "call", "write"):
        for of in (0, -1, 2**40):
            for name in ("__globals__", "__call__", "__class__", "step"):
                protocol.send(channel(), protocol.CallBack(name, [], [], of, how))
                answer = protocol.receive_request(channel())
                if isinstance(answer, protocol.Returned): return values.unpack(answer.value)[0]
