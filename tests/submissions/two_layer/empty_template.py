# Nothing was filled in.
# deserves 0 of 36, loses forward () wo11 () output_delta () hidden_delta () gradients () linear_training () sigmoid () sigmoid_backward () tanh_backward () relu () relu_backward () train () why_relu_is_linear () keras_forward () keras_train ()

# %% template=true
