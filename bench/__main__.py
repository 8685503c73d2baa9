"""``make bench``: every benchmark in turn, each with its peer in the same run."""

import subprocess
import sys

BENCHMARKS = (
    *("bench.growth", "bench.counting", "bench.live", "bench.roster", "bench.audit"),
    *("bench.lists", "bench.load", "bench.pages", "bench.search", "bench.duties", "bench.report"),
    *("bench.doubles", "bench.imports", "bench.library"),
)


def main() -> int:
    """Return 0 where every benchmark reached its target; arguments go to those that take any."""
    codes = []
    for one in BENCHMARKS:
        print(f"{one}", flush=True)
        words = [] if one == "bench.growth" else sys.argv[1:]
        codes.append(subprocess.run([sys.executable, "-m", one, *words], check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    raise SystemExit(main())
