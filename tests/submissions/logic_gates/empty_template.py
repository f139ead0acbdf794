# Nothing was filled in.
# deserves 0 of 38

# %% template=true
