"""Step: write the province into a database."""

import time
from pathlib import Path
from typing import Any

from bench.children import as_step, say
from bench.stage import start_django


def work(home: str, database: str, children: int, measurements: int) -> dict[str, Any]:
    """Fill an empty database; give the seconds it took."""
    start_django(Path(home), database)
    from bench.pack import write_pack
    from bench.province import Size, invent
    from bench.province.fill import fill

    began = time.perf_counter()
    fill(invent(Size(children, measurements)), say)
    write_pack()
    return {"seconds": time.perf_counter() - began}


if __name__ == "__main__":
    as_step(work)
