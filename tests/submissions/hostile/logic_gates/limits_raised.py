# sabotage: Raises its own limits and then uses them.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import resource
for what in (resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU):
    try: resource.setrlimit(what, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (OSError, ValueError): pass
def step(x):
    return [open("/dev/null") for _ in range(100000)] and None
