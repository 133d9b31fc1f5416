"""What is computed from several results, written from the literature.

- Transferrin saturation: 100 iron / TIBC; TIBC = iron + UIBC; or TIBC in umol/L = 25.1 x transferrin in g/L.
- Estimated GFR: CKD-EPI 2021 (Inker et al., N Engl J Med 2021;385:1737), creatinine alone or with cystatin C."""

from fractions import Fraction

from exact import Span

MOST = Fraction(10) ** 12


def over(iron, capacity):
    """100 iron / capacity, over all pairs of the two spans."""
    low = 100 * iron.low / capacity.high if capacity.high else MOST
    high = 100 * iron.high / capacity.low if capacity.low else MOST
    return Span(low, high, iron.low_open or capacity.high_open, iron.high_open or capacity.low_open)


def over_sum(iron, unbound):
    """100 iron / (iron + unbound): rises with iron, falls with what is unbound."""

    def at(x, y):
        return 100 * x / (x + y) if x + y else MOST

    return Span(
        at(iron.low, unbound.high),
        at(iron.high, unbound.low),
        iron.low_open or unbound.high_open,
        iron.high_open or unbound.low_open,
    )


def capacity_of_transferrin(grams_per_litre):
    """In umol/L."""
    return grams_per_litre.mapped(lambda x: x * Fraction("25.1"))


def haemoglobin_of_elevation(metres):
    """What living at an elevation adds to haemoglobin, in g/L: WHO 2024. Nothing is added below sea level."""
    metres = max(Fraction(metres), 0)
    return Fraction("0.0056384") * metres + Fraction("0.0000003") * metres**2


def ckd_epi(serum, c, age, sex):
    """CKD-EPI 2021, mL/min per 1.73 m2, by creatinine in mg/dL and, if it is not None, cystatin C in mg/L."""
    female = sex == "female"
    kappa = 0.7 if female else 0.9
    s = float(serum) / kappa
    if c is None:
        alpha = -0.241 if female else -0.302
        value = 142 * min(s, 1) ** alpha * max(s, 1) ** -1.200 * 0.9938 ** float(age)
        return value * (1.012 if female else 1)
    alpha = -0.219 if female else -0.144
    y = float(c) / 0.8
    value = 135 * min(s, 1) ** alpha * max(s, 1) ** -0.544 * min(y, 1) ** -0.323 * max(y, 1) ** -0.778
    return value * 0.9961 ** float(age) * (0.963 if female else 1)


def egfr(creatinine, cystatin, age, sex):
    """From creatinine in mg/dL and cystatin C in mg/L as spans; the latter may be None. It falls as either rises."""

    def bounded(serum, c):
        if serum == 0 or c == 0:
            return MOST
        return Fraction(ckd_epi(serum, c, age, sex))

    other = cystatin or Span(1, 1)
    return Span(
        bounded(creatinine.high, cystatin and other.high),
        bounded(creatinine.low, cystatin and other.low),
        creatinine.high_open or other.high_open,
        creatinine.low_open or other.low_open,
    )
