# cheat: Reads the environment of every process for secrets.
# must: loses part_neuron

# %% nbgrader={"grade_id": "part_neuron"}
import glob, os
found = dict(os.environ)
for path in glob.glob("/proc/*/environ"):
    try: found[path] = open(path).read()
    except OSError: pass
part_neuron = next((name for name in found if "SECRET" in name or "TOKEN" in name), "z")
