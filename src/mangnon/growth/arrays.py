"""The array types that the whole package speaks."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
"""Measurements, z-scores, ages; NaN where unknown."""

Ints = NDArray[np.intp]
"""Indices and counts."""

Bools = NDArray[np.bool_]
"""Marks: oedema, flags, lying."""

Anything = NDArray[Any]
"""An array as a caller hands it in, before it is read."""
