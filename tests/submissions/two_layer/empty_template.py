# Nothing was filled in.
# deserves 0 of 40

# %% template=true
