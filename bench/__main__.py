"""``make bench``: every benchmark in turn, each with its peer in the same run."""

import subprocess
import sys

BENCHMARKS = ("bench.growth",)


def main() -> int:
    """Return 0 where every benchmark reached its target."""
    codes = [
        subprocess.run([sys.executable, "-m", one], check=False).returncode for one in BENCHMARKS
    ]
    return max(codes)


if __name__ == "__main__":
    raise SystemExit(main())
