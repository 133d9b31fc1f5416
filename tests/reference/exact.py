"""Exact numbers: spans of what a number may be, and the values that a table can tell apart."""

from fractions import Fraction


class Span:
    """The numbers from `low` to `high`; an end that is open does not belong to it."""

    def __init__(self, low, high, low_open=False, high_open=False):
        self.low, self.high = Fraction(low), Fraction(high)
        self.low_open, self.high_open = low_open, high_open

    def holds(self, x):
        above = self.low < x if self.low_open else self.low <= x
        below = x < self.high if self.high_open else x <= self.high
        return above and below

    def meets_gap(self, low, high):
        """Has it a number strictly between the two? `None` is no border at all."""
        low = self.low if low is None else max(self.low, low)
        high = self.high if high is None else min(self.high, high)
        if low < high:
            return True
        # One number is left at most: it counts if it is inside the span and strictly inside the gap.
        return False

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


def representatives(span, limits):
    """One value for each part into which the limits divide the span: each limit, and one between any two.

    A value between two limits stands for all of them, so the same one is taken whatever the span."""
    limits = sorted(limits)
    borders = [None, *limits, None]
    values = []
    for low, high in zip(borders, borders[1:]):
        if low is not None and span.holds(low):
            values.append(low)
        inside = span.meets_gap(low, high) or _is_point_inside(span, low, high)
        if inside:
            values.append(_between(low, high))
    return values


def _is_point_inside(span, low, high):
    """Is the span one number that lies strictly between the two?"""
    return span.low == span.high and (low is None or low < span.low) and (high is None or span.low < high)


def _between(low, high):
    if low is None and high is None:
        return Fraction(1)
    if low is None:
        return high - 1
    if high is None:
        return low + 1
    return (low + high) / 2
