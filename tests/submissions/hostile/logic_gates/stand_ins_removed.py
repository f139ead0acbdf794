# cheat: Takes away the stand-ins for forbidden libraries and the check for them, and looks for SciPy in every Python.
# must: loses matmul

# %% nbgrader={"grade_id": "matmul"}
import glob, os, sys
def matmul(A, B):
    from scipy.linalg.blas import dgemm
    return dgemm(1.0, A, B)
sys.meta_path[:] = [each for each in sys.meta_path if "inside" not in type(each).__module__]
for name in [name for name in sys.modules if name.partition(".")[0] in ("scipy", "tensorflow", "keras")]:
    del sys.modules[name]
for name, module in [*sys.modules.items()]:
    if name.startswith("inside") and hasattr(module, "check_answer"):
        module.check_answer = lambda _: None
for folder in {"/usr", "/usr/local", sys.prefix, sys.base_prefix}:
    sys.path += glob.glob(os.path.join(folder, "lib*", "python3*", "*-packages"))
