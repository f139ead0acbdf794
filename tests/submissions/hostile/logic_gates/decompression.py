# resources: Unpacks a gigabyte out of a kilobyte.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import zlib
def step(x):
    packed = zlib.compress(bytes(10**9), 9)
    return [zlib.decompress(packed) for _ in range(100)]
