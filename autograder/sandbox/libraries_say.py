"""What Python, NumPy, TensorFlow and Keras say of what cannot be done; `{}` stands for a word, a number or a shape.

A text ends where its first `*` stands: what follows in the library's own is left out. It was collected by making the
mistakes; what is missing here is not shown of a call with hidden inputs, so add what students meet.
"""

EXCEPTIONS = """
AxisError ComplexWarning DTypePromotionError JSONDecodeError LinAlgError RankWarning StdinNotImplementedError
TooHardError UFuncTypeError UsageError VisibleDeprecationWarning _UFuncBinaryResolutionError _UFuncInputCastingError
_UFuncNoLoopError _UFuncOutputCastingError
AbortedError CancelledError FailedPreconditionError InternalError InvalidArgumentError NotFoundError
OperatorNotAllowedInGraphError OutOfRangeError ResourceExhaustedError UnimplementedError UnknownError
"""

TYPES = """
NoneType bool builtin_function_or_method bytes complex dict ellipsis float frozenset function generator int list map
method module object range set slice str tuple type zip
numpy numpy.ndarray ndarray numpy.bool numpy.int32 numpy.int64 numpy.float32 numpy.float64 numpy.str_
bool_ float16 float32 float64 int32 int64 same_kind safe
tensorflow tensorflow.python.framework.ops.EagerTensor EagerTensor ResourceVariable Variable Tensor double string
"""

MESSAGES = """
'{}'
the answer could not be read
more than 100 objects were made
the right {} does not finish in the time that one call may take
invalid syntax
invalid syntax. Perhaps you forgot a comma?
expected ':'
expected an indented block after*
unexpected indent
unindent does not match any outer indentation level
inconsistent use of tabs and spaces in indentation
'{}' was never closed
unterminated string literal*
unterminated triple-quoted string literal*
unterminated f-string literal*
cannot assign to*
positional argument follows keyword argument
'return' outside function
division by zero
float division by zero
float modulo
float floor division by zero
complex division by zero
integer division or modulo by zero
integer modulo by zero
0.0 cannot be raised to a negative power
zero to a negative power
math domain error
math range error
expected a nonnegative input*
expected a positive input*
cannot convert float NaN to integer
cannot convert float infinity to integer
int too large to convert to float
{} too large to convert to {}
maximum recursion depth exceeded*
name '{}' is not defined
name '{}' is not defined. Did you mean*
free variable '{}' referenced before assignment in enclosing scope
cannot access free variable '{}' where it is not associated with a value in enclosing scope
local variable '{}' referenced before assignment
cannot access local variable '{}' where it is not associated with a value
No module named '{}'
cannot import name '{}' from '{}'*
{} may not be imported here, only*
{} may not be used here: this task is to be solved with NumPy
raw_input was called, but this frontend does not support input requests.
[Errno 2] No such file or directory: '{}'
unsupported operand type(s) for {}: '{}' and '{}'
unsupported operand type(s) for ** or pow(): '{}' and '{}'
bad operand type for unary {}: '{}'
bad operand type for abs(): '{}'
'{}' not supported between instances of '{}' and '{}'
can only concatenate {} (not "{}") to {}
can't multiply sequence by non-int of type '{}'
must be real number, not {}
a float is required
'{}' object is not callable
'{}' object is not subscriptable
'{}' object is not iterable
'{}' object is not an iterator
'{}' object does not support item assignment
'{}' object does not support item deletion
'{}' object cannot be interpreted as an integer
'{}' object has no attribute '{}'
'{}' object has no attribute '{}'. Did you mean*
'{}' object attribute '{}' is read-only
type object '{}' has no attribute '{}'
module '{}' has no attribute '{}'
cannot unpack non-iterable {} object
not enough values to unpack (expected {}, got {})
not enough values to unpack (expected at least {}, got {})
too many values to unpack (expected {})
too many values to unpack (expected {}, got {})
argument of type '{}' is not iterable
object of type '{}' has no len()
object of type {} cannot be converted*
unhashable type: '{}'
unhashable type: '{}'*
cannot use '{}' as a dict key*
Value after * must be an iterable, not {}
type {} doesn't define {} method
{}() missing {} required positional argument: '{}'
{}() missing {} required positional arguments: '{}' and '{}'
{}() missing {} required positional arguments: '{}', '{}', and '{}'
{}() missing {} required positional arguments:*
{}() missing {} required keyword-only argument: '{}'
{}() takes {} positional argument but {} were given
{}() takes {} positional argument but {} was given
{}() takes {} positional arguments but {} were given
{}() takes {} positional arguments but {} was given
{}() takes from {} to {} positional arguments but {} were given
{}() takes exactly {} argument ({} given)
{}() takes exactly one argument ({} given)
{}() takes at least {} argument ({} given)
{}() takes at most {} argument ({} given)
{}() takes no arguments
type() takes 1 or 3 arguments
{}() takes no arguments ({} given)
{}() takes no keyword arguments
{}() got an unexpected keyword argument '{}'
{}() got multiple values for argument '{}'
{} expected {} argument, got {}
{} expected {} arguments, got {}
{} expected at least {} argument, got {}
{} expected at most {} arguments, got {}
list index out of range
list assignment index out of range
tuple index out of range
string index out of range
range object index out of range
pop index out of range
pop from empty list
'pop from an empty set'
list.remove(x): x not in list
{} is not in list
substring not found
list indices must be integers or slices, not {}
tuple indices must be integers or slices, not {}
string indices must be integers, not '{}'
slice indices must be integers or None or have an __index__ method
slice step cannot be zero
max() arg is an empty sequence
min() arg is an empty sequence
max() iterable argument is empty
min() iterable argument is empty
range() arg 3 must not be zero
zip() argument {} is shorter than argument {}
zip() argument {} is longer than argument {}
dictionary changed size during iteration
invalid literal for int() with base 10: '{}'
invalid literal for int() with base 10:*
could not convert string to float: '{}'
could not convert string to float:*
complex() arg is a malformed string
int() argument must be a string, a bytes-like object or a real number, not '{}'
float() argument must be a string or a real number, not '{}'
sequence item {}: expected str instance, {} found
not all arguments converted during string formatting
not enough arguments for format string
isinstance() arg 2 must be a type, a tuple of types, or a union
scale < 0
low >= high
unsupported format string passed to {}.__format__
Unknown format code '{}' for object of type '{}'
no running event loop
No active exception to reraise
exceptions must derive from BaseException
generator raised StopIteration
super(): no arguments
matmul: Input operand {} has a mismatch in its core dimension {}, with gufunc signature (n?,k),(k,m?)->(n?,m?) \
(size {} is different from {})
matmul: Input operand {} does not have enough dimensions*
shapes {} and {} not aligned*
operands could not be broadcast together with shapes {} {}
operands could not be broadcast together with shapes {} {} {}
operands could not be broadcast together with remapped shapes*
non-broadcastable output operand with shape {} doesn't match the broadcast shape {}
could not broadcast input array from shape {} into shape {}
shape mismatch: objects cannot be broadcast to a single shape*
shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}
shape mismatch: indexing arrays could not be broadcast together with shapes {} {}
shape-mismatch for sum
boolean index did not match indexed array along axis {}; size of axis is {} but size of corresponding boolean axis is {}
index {} is out of bounds for axis {} with size {}
index {} is out of bounds for size {}
too many indices for array: array is {}-dimensional, but {} were indexed
invalid index to scalar variable.
arrays used as indices must be of integer (or boolean) type
only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
only integer scalar arrays can be converted to a scalar index
axis {} is out of bounds for array of dimension {}
axes don't match array
repeated axis in transpose
cannot reshape array of size {} into shape {}
can only specify one unknown dimension
negative dimensions are not allowed
all the input array dimensions except for the concatenation axis must match exactly, but along dimension {}, the array \
at index 0 has size {} and the array at index {} has size {}
all the input arrays must have same number of dimensions, but the array at index {} has {} dimension(s) and the array \
at index {} has {} dimension(s)
all input arrays must have the same shape
need at least one array to concatenate
need at least one array to stack
zero-dimensional arrays cannot be concatenated
array split does not result in an equal division
cannot select an axis to squeeze out which has size not equal to one
diag requires an array of at least two dimensions
Input must be 1- or 2-d.
setting an array element with a sequence.*
The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
The truth value of an empty array is ambiguous.*
only 0-dimensional arrays can be converted to Python scalars
only length-1 arrays can be converted to Python scalars
can only convert an array of size 1 to a Python scalar
zero-size array to reduction operation {} which has no identity
attempt to get argmax of an empty sequence
attempt to get argmin of an empty sequence
len() of unsized object
iteration over a 0-d array
assignment destination is read-only
output array is read-only
data type '{}' not understood
'a' cannot be empty unless no samples are taken
Integers to negative integer powers are not allowed.
Last 2 dimensions of the array must be square
{}-dimensional array given. Array must be at least two-dimensional
Singular matrix
SVD did not converge
ufunc '{}' did not contain a loop with signature matching types*
ufunc '{}' not supported for the input types*
ufunc '{}' output (typecode '{}') could not be coerced to provided output parameter (typecode '{}')*
Cannot cast ufunc '{}' output from dtype('{}') to dtype('{}') with casting rule '{}'
Cannot cast ufunc '{}' input {} from dtype('{}') to dtype('{}') with casting rule '{}'
Cannot cast array data from dtype('{}') to dtype('{}') according to the rule '{}'
loop of ufunc does not support argument {} of type {} which has no callable {} method
the resolved dtypes are not compatible with*
numpy boolean subtract, the `-` operator, is not supported*
The numpy boolean negative, the `-` operator, is not supported*
Unable to allocate*
Matrix size-incompatible: In[0]: {}, In[1]: {}*
In[0] and In[1] has different ndims: {} vs. {}*
Incompatible shapes: {} vs. {}*
required broadcastable shapes*
cannot compute {} as input #{}(zero-based) was expected to be a {} tensor but is a {} tensor*
slice index {} of dimension {} out of bounds.*
Input to reshape is a tensor with {} values, but the requested shape has {}*
ConcatOp : Dimension {} in both shapes must be equal: shape[0] = {} vs. shape[1] = {}*
Invalid reduction dimension*
Cast {} to {} is not supported*
Can't convert non-rectangular Python sequence to Tensor.
Can't convert Python sequence with mixed types to Tensor.
Attempt to convert a value*
Attempting to capture an EagerTensor without building a function.
Using a symbolic `tf.Tensor` as a Python `bool` is not allowed*
Iterating over a symbolic `tf.Tensor` is not allowed*
Cannot assign value to variable*
Shapes {} and {} are incompatible
Shapes must be equal rank*
Dimensions must be equal*
Tensor conversion requested dtype {} for Tensor with dtype {}*
A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)
target should be a list or nested structure of Tensors or Variables to be differentiated*
tf.placeholder() is not compatible with eager execution.
The Session graph is empty. Add operations to the graph before calling run().
Attempted to use a closed Session.
You must feed a value for placeholder tensor '{}' with dtype {}*
Cannot feed value of shape {} for Tensor {}, which has shape '{}'*
Cannot interpret feed_dict key as Tensor*
Fetch argument*
Attempting to use uninitialized value*
No gradients provided for any variable*
Exception encountered when calling {}(). Input 0 with name 'None' of layer '{}' is incompatible with the layer: \
expected axis -1 of input shape to have value {}, but received input with shape {}*
Exception encountered when calling*
Input {} of layer "{}" is incompatible with the layer*
You called `set_weights(weights)` on layer '{}' with a weight list of length {}, but the layer was expecting {} weights.
Layer {} weight shape {} is not compatible with provided weight shape {}.
Received an invalid value for `{}`, expected a positive integer.*
Could not interpret*
Unknown {}*
Argument(s) not recognized*
You must call `compile()` before using the model.
You must compile your model before training/testing.*
This model has not yet been built.*
The layer {} has never been called and thus has no defined input.
""".strip().splitlines()
