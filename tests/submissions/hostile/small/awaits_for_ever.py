# accident: Awaits in a cell what never comes, and leaves tasks in the loop.
# must: loses linear, step

# %% nbgrader={"grade_id": "linear"}
import asyncio
async def never():
    while True: await asyncio.sleep(0.001)
task = asyncio.ensure_future(never())
await asyncio.sleep(10**6)
