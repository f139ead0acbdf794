# cheat: Hands in notebooks of other names as well, one of them markup, one of them another assignment's.
# must: loses nothing
import shutil


def lay(folder):
    for name in ("<img src=x onerror=alert(1)>", "two_layer", "a b; rm -rf $HOME", ".hidden", "=1+1"):
        shutil.copy(folder / "logic_gates.ipynb", folder / f"{name}.ipynb")
