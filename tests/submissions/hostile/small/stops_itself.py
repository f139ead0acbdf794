# sabotage: Stops itself and all that it starts, by every signal that can, and waits for what never comes.
# must: loses linear, sigmoid, step

# %% nbgrader={"grade_id": "linear"}
import os, signal
def linear(X, W, b):
    if os.fork() == 0:
        os.kill(os.getpid(), signal.SIGSTOP)
        os._exit(0)
    for number in (signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN): os.kill(os.getpid(), number)
    os.wait()

# %% nbgrader={"grade_id": "sigmoid"}
def sigmoid(z):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    signal.sigwait([signal.SIGUSR1])
