"""An invented province of any size, the same for the same seed: arrays first, then rows."""

from bench.province.shape import FIRST, SEED, TODAY, Size
from bench.province.whole import Province, invent

__all__ = ["FIRST", "SEED", "TODAY", "Province", "Size", "invent"]
