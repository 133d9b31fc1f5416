"""Time on the processor and on the wall, interleaved, as medians with ranges."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

Times = dict[str, list[tuple[float, float]]]


def interleaved(ways: Mapping[str, Callable[[], Any]], rounds: int) -> Times:
    """Processor and wall seconds of every way, round by round, so that all see the same machine.

    Each round has its own order: what runs behind another finds memory and caches as that one left them.
    """
    times: Times = {name: [] for name in ways}
    for turn in range(rounds):
        for name, way in random.Random(turn).sample(list(ways.items()), len(ways)):
            gc.collect()
            cpu, wall = time.process_time(), time.perf_counter()
            made = way()
            times[name].append((time.process_time() - cpu, time.perf_counter() - wall))
            # What was made is thrown away outside the time, for everyone alike.
            del made
    return times


def show(times: Times, scale: float, peers: Mapping[str, str]) -> None:
    """Prints a table; behind each of `peers`, how often its processor time goes into that of the peer."""
    print(f"{'':34} {'processor':>10} {'range':>17} {'wall':>10} {'range':>17}")
    medians: dict[str, float] = {}
    for name, both in times.items():
        line = f"{name:34}"
        for place, seconds in enumerate(zip(*both, strict=True)):
            own = [scale * value for value in seconds]
            if place == 0:
                medians[name] = statistics.median(own)
            line += f" {statistics.median(own):10.2f} {f'{min(own):.2f}-{max(own):.2f}':>17}"
        print(line)
    for name, peer in peers.items():
        print(f"{peer} / {name}: {medians[peer] / medians[name]:.1f} in processor time")
