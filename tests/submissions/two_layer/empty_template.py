# Nothing was filled in.
# deserves 0 of 36

# %% template=true
