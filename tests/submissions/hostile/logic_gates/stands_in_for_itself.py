# cheat: Answers each question by a call to the reference, as if that stood in for it.
# must: loses step or more

# %% nbgrader={"grade_id": "step"}
import sys
def step(x):
    frame = sys._getframe()
    while frame and "channel" not in frame.f_locals:
        frame = frame.f_back
    protocol, channel = frame.f_globals["protocol"], frame.f_locals["channel"]
    protocol.send(channel, protocol.CallBack("step", [protocol.pack(x)]))
    value, _ = protocol.unpack(protocol.receive_request(channel).value)
    return value
