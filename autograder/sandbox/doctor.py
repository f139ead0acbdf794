"""What this machine offers for grading, and what is lost without it."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata

import msgspec

from autograder.errors import CourseError, GraderFault
from autograder.sandbox.sandbox import find_bubblewrap, missing_layers

LIBRARIES = ("numpy", "tensorflow", "tensorflow-cpu", "nbgrader", "matplotlib", "pyseccomp")
LAYERS = {
    "own-proc": "a submission sees the process numbers of others in its sandbox; their memory stays closed to it",
    "control-group": "the supervisor alone limits memory and processes, with a look every 50 ms; root has one, and who "
    "is handed one with memory and pids",
    "call-filter": "a submission may make every call of the kernel that its namespaces allow, and reach others of its "
    "sandbox; install libseccomp",
}


class Finding(msgspec.Struct):
    """Something that grading relies on: whether it is here; if not, what is lost or to be done."""

    what: str
    here: bool
    told: str
    needed: bool = True


def examine() -> list[Finding]:
    """Look at this machine. The sandbox is started once for it."""
    versions = {name: _version(name) for name in LIBRARIES}
    installed = ", ".join(f"{name} {version}" for name, version in versions.items() if version)
    findings = [Finding("python", True, f"{sys.version.split()[0]} with {installed}")]
    try:
        program = find_bubblewrap()
    except CourseError as error:
        return [*findings, Finding("bubblewrap", False, str(error))]
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    findings.append(Finding("bubblewrap", True, version))
    try:
        missing = missing_layers("bubblewrap")
    except GraderFault as fault:
        told = f"{fault}. The kernel has to allow user namespaces: sysctl kernel.unprivileged_userns_clone=1"
        return [*findings, Finding("namespaces", False, told)]
    findings.append(Finding("namespaces", True, "every submission gets its own: user, mount, process, IPC, network"))
    for layer, lost in LAYERS.items():
        here = layer not in missing
        findings.append(Finding(layer, here, "in place" if here else f"without it {lost}", needed=False))
    return findings


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
