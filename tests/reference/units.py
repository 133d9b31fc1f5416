"""Laboratory units, as `ekbom analytes --format json` lists them, in exact arithmetic."""

import json
from fractions import Fraction

from exact import Span


class Units:
    def __init__(self, text):
        listed = json.loads(text, parse_float=Fraction, parse_int=Fraction)
        self.analytes = {entry["id"]: entry for entry in listed}
        self._scales = {
            (entry["id"], accepted["unit"]): accepted["scale"] for entry in listed for accepted in entry["units"]
        }

    def of(self, analyte):
        """The units in which an analyte is accepted."""
        return [accepted["unit"] for accepted in self.analytes[analyte]["units"]]

    def amount(self, analyte, value, unit):
        """The value in the analyte's own unit, which all of its amounts are compared in."""
        scale = self._scales[analyte, unit]
        if "decimal" in scale:
            return Fraction(value) * Fraction(10) ** int(scale["decimal"]["exponent"])
        if "ratio" in scale:
            return Fraction(value) * scale["ratio"]["multiply"] / scale["ratio"]["divide"]
        return scale["affine"]["slope"] * Fraction(value) + scale["affine"]["intercept"]

    def value(self, analyte, amount, unit):
        """The other way round: an amount as a value in a unit."""
        zero = self.amount(analyte, 0, unit)
        return (amount - zero) / (self.amount(analyte, 1, unit) - zero)

    def same(self, analyte, one, other):
        """Do two units of an analyte have the same numbers?"""
        return all(self.amount(analyte, x, one) == self.amount(analyte, x, other) for x in (0, 1))

    def reported(self, lab):
        """The amounts for which a result stands."""
        if lab["value"] in ("positive", "negative", "indeterminate"):
            return {"positive": Span(1, 1), "negative": Span(0, 0), "indeterminate": Span(0, 1)}[lab["value"]]
        value, comparator = Fraction(lab["value"]), lab.get("comparator")
        # No quantity is above this; the range of the fact narrows it further.
        most = Fraction(10) ** 12
        span = {
            None: Span(value, value),
            "<": Span(0, value, high_open=True),
            "<=": Span(0, value),
            ">": Span(value, most, low_open=True),
            ">=": Span(value, most),
        }[comparator]
        return span.mapped(lambda x: self.amount(lab["analyte"], x, lab["unit"]))
