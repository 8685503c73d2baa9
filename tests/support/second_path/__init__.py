"""Every indicator of the pack recounted slowly, row by row, from its definition's words.

Nothing here is shared with the engine: no SQL, no datasets, no periods. ``recount`` reads the
records through Django's models; the proof holds its answer against the engine's cells.
"""

from tests.support.second_path.maps import carried
from tests.support.second_path.recounting import recount
from tests.support.second_path.tally import Cells, Key

__all__ = ["Cells", "Key", "carried", "recount"]
