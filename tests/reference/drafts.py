"""Patients in the making: a table is asked, and what it wants to know is said when it asks, at random. So a draft says what
decides the answer of its table, and nothing else; as JSON it is an ordinary patient."""

import math
from fractions import Fraction

from evaluate import Open, fact_of
from random_patients import plain

PERSONS = {
    "male": {"sex": "male"},
    "female_not_pregnant": {"sex": "female", "history": {"pregnant": False}},
    "pregnant_t1": {"sex": "female", "history": {"pregnant": True, "trimester": 1}},
    "pregnant_t2": {"sex": "female", "history": {"pregnant": True, "trimester": 2}},
    "pregnant_t3": {"sex": "female", "history": {"pregnant": True, "trimester": 3}},
}
KEYS = ("age_years", "sex", "ethnicity_black", "labs", "symptoms", "history", "medicines", "complete", "include")
SAMPLES = {"iron_sample_morning": {"tsat"}, "iron_sample_iron_free": {"tsat"}, "folate_assay": {"folate_serum", "folate_rbc"}}
# A group is called complete, rather than each of its items absent, from so many items on.
MANY = 3
MARGIN = {"low": {"ref_low": "1.25", "ref_high": 4}, "grey": {"ref_low": "0.8", "grey_high": "1.25", "ref_high": 4},
          "in_range": {"ref_low": "0.5", "ref_high": 2}, "high": {"ref_low": "0.25", "ref_high": "0.8"}}
USUAL_BANDS = {"low": ["low", "grey", "in_range"], "high": ["in_range", "high"], "both": ["low", "in_range", "high"]}
# The limits without which a laboratory's are not looked at, and those that a band needs.
REFERENCES = {"low": {"ref_low"}, "high": {"ref_high"}, "both": {"ref_low", "ref_high"}}
NEEDED = {"low": {"ref_low"}, "grey": {"ref_low", "grey_high"}, "in_range": set(), "high": {"ref_high"}}


class Unsayable(Exception):
    """A patient cannot say this, or not in this way."""


class Draft:
    """`said`: by fact, an option, a number, or a result as `(value, unit)`, None where it was not reported; by
    `band of FACT`, where it lies between the limits of its laboratory. `limits`: by fact, the limits worth coming near to."""

    def __init__(self, bench, draw, limits, said=None, usual=0.85, known=None):
        self.book, self.units, self.classes = bench.book, bench.units, bench.classes
        self.draw, self.limits, self.usual = draw, limits, usual
        self.said = dict(said or {})
        # What a test that was not reported might have shown: not said, but supposed while a table is asked.
        self.supposed = {}
        # What has been worked out for other drafts with the same limits.
        self.known = {} if known is None else known

    # --- what is said when it is asked ---

    def choice(self, fact):
        if fact not in self.said:
            self.said[fact] = self._option(self.book.facts[fact])
        return self.said[fact]

    def options(self, fact):
        """All that can be said of a fact, what is usual for the most part first."""
        first, options = self._option(self.book.facts[fact]), list(self.book.facts[fact]["options"])
        self.draw.shuffle(options)
        return sorted(options, key=lambda option: option != first)

    def _option(self, known):
        options = known["options"]
        if options == ["no", "yes"]:
            return "no" if self.draw.random() < self.usual else "yes"
        if known["id"] == "person":
            return "female_not_pregnant" if self.draw.random() < self.usual / 2 else self.draw.choice(options)
        return self.draw.choice(options)

    def number(self, fact):
        if fact not in self.said:
            values = self._values(fact, self.book.facts[fact]["unit"], self.book.facts[fact]["range"])
            whole = [x for x in values if x.denominator == 1]
            self.said[fact] = self.draw.choice(whole or values)
        return self.said[fact]

    def result(self, fact):
        if fact not in self.said:
            self.said[fact] = None
            if self.draw.random() < 0.8:
                unit = self.draw.choice(self._printed_units(fact))
                values = [0, 1] if self._is_finding(fact) else self._values(fact, unit, self._ends(fact, unit))
                self.said[fact] = (self.draw.choice(values), unit)
        return self.said[fact]

    def values(self, fact):
        """Numbers on every side of the limits, and what else can be said of a fact with a number, in an order that is drawn."""
        if not self.book.is_test(fact):
            known = self.book.facts[fact]
            exact, between = self._worked_out(fact, known["unit"], known["range"])
            found = self._shuffled([*exact, *between, Fraction(known["range"][0])])
            # A score is a whole number, and other numbers are so where they can.
            whole = [x for x in found if x.denominator == 1]
            return whole if known["unit"] == "{score}" else whole + [x for x in found if x.denominator != 1]
        found = []
        for unit in self._printed_units(fact):
            exact, between = ([], [0, 1]) if self._is_finding(fact) else self._worked_out(fact, unit, self._ends(fact, unit))
            found += [(value, unit) for value in exact + between]
        return [*self._shuffled(found), None]

    def bands(self, fact):
        """What can be said of a result and the limits of its laboratory, in an order that is drawn."""
        key = f"band of {fact}"
        results = [self.said[fact]] if fact in self.said else self.values(fact)
        may = [results[0], *([None] if None in results else [])]
        return self._shuffled([
            {fact: result, key: band}
            for result in dict.fromkeys(may)
            for band in (["not_given"] if result is None or self._is_finding(fact) else [*NEEDED, "not_given"])
        ])

    def _shuffled(self, items):
        return self.draw.sample(items, len(items))

    def _ends(self, fact, unit):
        hard = self.units.analytes[fact].get("confirm") or self.units.analytes[fact]["hard"]
        return [self.units.value(fact, hard[end], unit) for end in ("low", "high")]

    def _is_finding(self, fact):
        return self.units.analytes[fact]["kind"] == "qualitative"

    def _printed_units(self, fact):
        known = self.book.facts[fact]
        return [known["unit"], *([known["second_unit"]] if "second_unit" in known else [])]

    def _values(self, fact, unit, ends):
        """The limits, and between any two of them a number of few digits; seldom the limits themselves."""
        if (fact, unit) not in self.known:
            self.known[fact, unit] = self._worked_out(fact, unit, ends)
        exact, between = self.known[fact, unit]
        return exact if exact and self.draw.random() < 0.1 else between

    def _worked_out(self, fact, unit, ends):
        low, high = ends
        limits = sorted({self._in_unit(fact, limit, unit) for limit in self.limits.get(fact, ())})
        limits = [limit for limit in limits if low < limit < high]
        borders = [low, *limits, high]
        between = [short(one, other) for one, other in zip(borders, borders[1:])]
        return [limit for limit in limits if limit * 100 == round(limit * 100)], between

    def _in_unit(self, fact, amount, unit):
        return self.units.value(fact, amount, unit) if self.book.is_test(fact) else amount

    def amount(self, fact):
        if not self.book.is_test(fact):
            return self.number(fact)
        result = self.result(fact)
        if result is None:
            if fact not in self.supposed:
                self.supposed[fact] = self.draw.choice([value for value in self.values(fact) if value is not None])
            result = self.supposed[fact]
        if (fact, result) not in self.known:
            self.known[fact, result] = self.units.amount(fact, *result)
        return self.known[fact, result]

    def in_second_unit(self, fact):
        result, known = self.result(fact), self.book.facts[fact]
        return result is not None and result[1] == known["second_unit"]

    def band(self, fact):
        key = f"band of {fact}"
        if key not in self.said:
            known = USUAL_BANDS[self.book.facts[fact]["laboratory_limits"]]
            given = self.result(fact) is not None and not self._is_finding(fact) and self.draw.random() < 0.5
            self.said[key] = self.draw.choice(known) if given else "not_given"
        return self.said[key]

    # --- as a patient ---

    def patient(self, include=(), is_complete=True):
        """As JSON. `is_complete`: a group of whose items many are absent is called complete."""
        made = {"labs": [], "symptoms": {}, "history": {}, "medicines": [], "complete": []}
        absent = {}
        for fact, value in sorted(self.said.items()):
            if fact.startswith("band of "):
                continue
            known = self.book.facts[fact]
            if fact == "person":
                own = PERSONS[value]
                made["sex"] = own["sex"]
                made["history"] |= own.get("history", {})
            elif self.book.is_test(fact):
                if value is not None:
                    made["labs"].append(self._lab(fact, *value))
            elif known["group"] == "medicines":
                self._medicine(made, known, value)
            elif known["group"] in ("symptoms", "history"):
                if value == "no":
                    absent.setdefault(known["group"], []).append(fact)
                else:
                    made[known["group"]][fact] = True if value == "yes" else spoken(value)
            elif known["group"] == "person":
                made[fact] = value == "yes" if known["kind"] == "flag" else spoken(value)
        for group, facts in absent.items():
            if is_complete and len(facts) >= MANY:
                made["complete"].append(group)
            else:
                made[group] |= dict.fromkeys(facts, False)
        self._samples(made)
        if include:
            made["include"] = sorted(include)
        return {key: made[key] for key in KEYS if made.get(key, []) not in ([], {})}

    def _medicine(self, made, known, value):
        if value == "no":
            if "medicines" not in made["complete"]:
                made["complete"].append("medicines")
            return
        group = known["medicine_class"]
        # The one of the fewest other classes.
        names = [name for name, classes in self.classes.items() if group in classes]
        made["medicines"].append(min(names, key=lambda name: (len(self.classes[name]), name)))

    def _lab(self, fact, value, unit):
        if self._is_finding(fact):
            return {"analyte": fact, "value": ["negative", "positive"][int(value)], "unit": unit}
        lab = {"analyte": fact, "value": spoken(value), "unit": unit}
        bounds, amount = self.units.analytes[fact].get("confirm"), self.units.amount(fact, value, unit)
        if bounds and not bounds["low"] <= amount <= bounds["high"]:
            lab["confirmed"] = True
        band = self.said.get(f"band of {fact}", "not_given")
        if band != "not_given":
            kind = self.book.facts[fact]["laboratory_limits"]
            wanted = REFERENCES[kind] | NEEDED[band]
            lab |= {key: spoken(digits(value * Fraction(part), 3)) for key, part in MARGIN[band].items() if key in wanted}
        return lab

    def _samples(self, made):
        """How a sample was taken stands with a result."""
        for fact, tests in SAMPLES.items():
            if fact not in self.said:
                continue
            own = [lab for lab in made["labs"] if lab["analyte"] in tests]
            if not own:
                raise Unsayable(fact)
            value = self.said[fact]
            key, value = {"iron_sample_morning": ("morning", value == "yes"), "folate_assay": ("assay", value),
                          "iron_sample_iron_free": ("iron_free_hours", 36 if value == "yes" else 12)}[fact]
            for lab in own:
                lab[key] = value

    def sayable(self):
        """What is said, without how a sample was taken of which nothing was reported."""
        reported = {fact for fact, value in self.said.items() if value is not None}
        return {fact: value for fact, value in self.said.items() if fact not in SAMPLES or reported & SAMPLES[fact]}


class Asked:
    """A draft as a point, for the tables of one book. `chosen`: the answer taken of a table that leaves its own open."""

    def __init__(self, book, draft, chosen=None):
        self.book, self.draft, self.chosen = book, draft, chosen or {}

    def __getitem__(self, key):
        first, fact = key.split(" ", 1)[0], fact_of(key)
        if first == "answer":
            return self.answer(key)
        if first == "band":
            return self.draft.band(fact)
        if first == "reported":
            return self.draft.result(fact) is not None
        if first == "guard":
            return self[fact]
        if first == "unit":
            return self.draft.in_second_unit(fact)
        if self.book.facts[fact]["kind"] in ("flag", "choice"):
            return self.draft.choice(fact)
        return self.book.counted(fact, self.draft.amount(fact))

    def answer(self, key):
        table = self.book.asked[key]
        answers = table.rules[table.rule_at(self)]["answers"]
        if len(answers) == 1:
            return answers[0]
        if key not in self.chosen:
            raise Open(key, answers)
        return self.chosen[key]

    def readings(self, table):
        """Rule, answers and flags, in each way in which the tables that are asked can answer."""
        try:
            return {self._reading(table)}
        except Open as left:
            ways = [Asked(self.book, self.draft, {**self.chosen, left.key: answer}) for answer in left.answers]
            return set().union(*(way.readings(table) for way in ways))

    def _reading(self, table):
        rule = table.rules[table.rule_at(self)]
        flags = {flag["code"] for flag in rule["flags"]
                 if flag.get("when", flag.get("unless"))["test"](self) == ("when" in flag)}
        return rule["id"], tuple(rule["answers"]), frozenset(flags)


def spoken(value):
    return plain(value) if isinstance(value, (int, Fraction)) else value


def digits(x, count):
    """Rounded to so many digits."""
    step = Fraction(10) ** (math.floor(math.log10(x)) - count + 1)
    return round(Fraction(x) / step) * step


def short(low, high):
    """A number strictly between two, of as few digits as will do."""
    middle = (Fraction(low) + Fraction(high)) / 2
    for count in range(1, 12):
        x = digits(middle, count)
        if low < x < high:
            return x
    return middle
