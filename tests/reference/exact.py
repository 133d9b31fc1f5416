"""Exact numbers: spans of what a number may be, and the values that a table can tell apart."""

import bisect
import functools
from fractions import Fraction


class Span:
    """The numbers from `low` to `high`; an end that is open does not belong to it."""

    def __init__(self, low, high, low_open=False, high_open=False):
        self.low, self.high = whole(low), whole(high)
        self.low_open, self.high_open = low_open, high_open

    def holds(self, x):
        above = self.low < x if self.low_open else self.low <= x
        below = x < self.high if self.high_open else x <= self.high
        return above and below

    def mapped(self, rising):
        """Its image under a function that never falls."""
        return Span(rising(self.low), rising(self.high), self.low_open, self.high_open)

    def within(self, other):
        """What it shares with another span."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Span(low, high, low_open, not closed)

    @staticmethod
    def of(x):
        return Span(x, x)


@functools.lru_cache(maxsize=100_000)
def representatives(span, limits):
    """One value for each part into which the limits, in order, divide the span: each limit, and one between any two.

    A value between two limits stands for all of them, so the same one is taken whatever the span."""
    first, last = part(span.low, limits), part(span.high, limits)
    # An open end on a limit leaves the limit out; between two limits it leaves the rest of the part.
    first += span.low_open and is_limit(first)
    last -= span.high_open and is_limit(last)
    return tuple(limits[own // 2] if is_limit(own) else between(limits, own // 2) for own in range(first, last + 1))


def part(x, limits):
    """The limits and what lies between them are counted in order: 0 is below the first limit, 1 is the first limit."""
    below = bisect.bisect_left(limits, x)
    return 2 * below + (below < len(limits) and limits[below] == x)


def is_limit(number):
    return number % 2 == 1


def between(limits, place):
    """A number above the limit before this place and below the limit at it."""
    if not limits:
        return 1
    if place == 0:
        return limits[0] - 1
    if place == len(limits):
        return limits[-1] + 1
    return whole(Fraction(limits[place - 1] + limits[place], 2))


def whole(x):
    """The same number, as an integer if it is one: these are compared faster."""
    x = x if isinstance(x, int) else Fraction(x)
    return x.numerator if x.denominator == 1 else x
