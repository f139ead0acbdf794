"""An auto-graded course on the inside of neural networks: author, release, submit, grade, report."""

from autograder import moved

__version__ = "1.1.0"

moved.put_up_signpost()
