# sabotage: Replaces the parts of the shell that runs it: how a cell is run, transformed, compiled, kept.
# must: gets 0

# %% nbgrader={"grade_id": "linear"}
shell = get_ipython()
for name in ("run_cell", "run_plain", "plain_code", "transform_cell", "compile", "events", "displayhook", "history_manager", "kernel"):
    try: setattr(shell, name, lambda *_, **__: 0)
    except Exception: pass
shell.user_ns.clear()
