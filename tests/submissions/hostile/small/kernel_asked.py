# sabotage: Asks for the kernel and has it end, restart and interrupt itself.
# must: loses linear, step

# %% nbgrader={"grade_id": "linear"}
def linear(X, W, b):
    kernel = getattr(get_ipython(), "kernel", None)
    for name in ("do_shutdown", "shell", "iopub_thread", "session", "parent", "do_execute"):
        getattr(kernel, name, None)
    get_ipython().ask_exit()
