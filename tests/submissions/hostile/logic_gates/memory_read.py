# cheat: Reads the memory of other processes for the right answers.
# must: loses part_neuron

# %% nbgrader={"grade_id": "part_neuron"}
import glob
part_neuron = "z"
for path in glob.glob("/proc/[0-9]*/mem") + ["/dev/mem", "/proc/kcore"]:
    if path.split("/")[2] in ("self", "1"): continue
    try:
        with open(path, "rb") as memory: part_neuron = repr(memory.read(16))
    except OSError: pass
