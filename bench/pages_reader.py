"""Readers of a page: processes that each ask for it again and again on one kept connection."""

import http.client
import multiprocessing
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Rate:
    """What was answered: pages a second, the bytes of one, the slow ones in milliseconds."""

    per_second: float
    bytes: int
    p50_ms: float
    p99_ms: float


def rate(address: str, seconds: float, readers: int = 2, warm_up: float = 3.0) -> Rate:
    """Read an address for some seconds; every answer is a 200."""
    with multiprocessing.get_context("spawn").Pool(readers) as pool:
        told = pool.starmap(_read, [(address, seconds, warm_up)] * readers)
    times = sorted(one for reader, _ in told for one in reader)
    return Rate(
        round(len(times) / seconds, 1), max(size for _, size in told),
        round(times[len(times) // 2] * 1000, 2), round(times[int(len(times) * 0.99)] * 1000, 2),
    )  # fmt: skip


def alternating(
    addresses: Mapping[str, str], seconds: float, rounds: int = 9, readers: int = 2
) -> dict[str, Rate]:
    """Read some addresses in turn, round after round; return each one's median round.

    What else the machine does meets all of them alike.
    """
    found: dict[str, list[Rate]] = {name: [] for name in addresses}
    for number in range(rounds + 1):
        for name, address in addresses.items():
            one = rate(address, seconds / rounds, readers, warm_up=0.2)
            if number:  # the first round warms up
                found[name].append(one)
    ordered = {name: sorted(ones, key=lambda one: one.per_second) for name, ones in found.items()}
    return {name: ones[len(ones) // 2] for name, ones in ordered.items()}


def _read(address: str, seconds: float, warm_up: float) -> tuple[list[float], int]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    times: list[float] = []
    size = 0
    begin = time.perf_counter() + warm_up
    while True:
        asked = time.perf_counter()
        if asked > begin + seconds:
            break
        connection.request("GET", parts.path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise ValueError(f"{address}: {answer.status}")
        if asked >= begin:
            times.append(time.perf_counter() - asked)
            size = len(body)
    connection.close()
    return times, size
