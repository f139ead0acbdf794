# malformed: An exception whose type and text are markup and control characters.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    raise type("<b>Error</b>", (Exception,), {})("<script>alert(1)</script>\x1b[2J\r\n=1+1")
