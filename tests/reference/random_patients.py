"""Patients at and around the limits that rules print, and patients drawn at random."""

import math
from fractions import Fraction

COMPARATORS = ["<", "<=", ">", ">="]
# What gives a fact that is seldom reported as such.
SEXES = ["female", "male"]
# Days of a sample; parts of one are hours.
DAYS = [0, 0.25, 0.75, 1, 1.5, 7, 7.125, 400]


class Maker:
    """Makes patients for a book of rules; `draw` is a `random.Random`."""

    def __init__(self, book, units, classes, draw, bounds_with_limits=True):
        # May a result such as `<5` come with its laboratory's limits?
        self.bounds_with_limits = bounds_with_limits
        self.book, self.units, self.draw = book, units, draw
        self.medicines = {}
        for name, own in classes.items():
            for each in own:
                self.medicines.setdefault(each, []).append(name)

    # --- saying one thing of a patient ---

    def say(self, patient, fact, limits):
        """Says something about a fact, near one of these limits where it is a number (amounts)."""
        known = self.book.facts[fact]
        if fact == "person":
            self._person(patient)
        elif fact in ("iron_sample_morning", "iron_sample_iron_free"):
            for lab in patient["labs"]:
                if lab["analyte"] in ("tsat", "iron"):
                    key, values = ("morning", [True, False]) if fact.endswith("morning") else ("iron_free_hours", [12, 24, 36])
                    lab[key] = self.draw.choice(values)
        elif fact == "folate_assay":
            for lab in patient["labs"]:
                if lab["analyte"].startswith("folate"):
                    lab["assay"] = self.draw.choice(known["options"])
        elif "medicine_class" in known and known["group"] == "medicines":
            patient["medicines"].append(self.draw.choice(self.medicines[known["medicine_class"]]))
        elif known["kind"] == "flag":
            self._item(patient, fact, self.draw.random() < 0.5)
        elif known["kind"] == "choice":
            self._item(patient, fact, self.draw.choice(known["options"]))
        elif known["kind"] == "number":
            high = known["range"][1]
            values = [x for limit in limits or [high / 2] for x in self._steps(known, limit)]
            if fact == "irls_total" and self.draw.random() < 0.3:
                patient["symptoms"]["irls_items"] = self._items(self.draw.choice(values))
            elif values:
                self._item(patient, fact, plain(self.draw.choice(values)))
        else:
            self._result(patient, fact, limits)

    def _steps(self, known, limit):
        """Values about a limit; a score is a whole number."""
        low, high = known["range"]
        whole = known["unit"] == "{score}"
        return [x for x in around(limit) + neighbours(limit) if low <= x <= high and (not whole or x.denominator == 1)]

    def _items(self, total):
        """Ten scores from 0 to 4 with this sum."""
        items = [0] * 10
        for _ in range(int(total)):
            place = self.draw.choice([place for place, own in enumerate(items) if own < 4])
            items[place] += 1
        return items

    def _item(self, patient, fact, value):
        group = self.book.facts[fact]["group"]
        place = patient[group] if group in ("symptoms", "history") else patient
        place[fact] = value

    def _person(self, patient):
        if "sex" in patient or "pregnant" in patient["history"]:
            return
        if self.draw.random() < 0.8:
            patient["sex"] = self.draw.choice(SEXES)
        if patient.get("sex") != "male" and self.draw.random() < 0.4:
            patient["history"]["pregnant"] = self.draw.random() < 0.6
            if patient["history"]["pregnant"] and self.draw.random() < 0.6:
                patient["history"]["trimester"] = self.draw.choice([1, 2, 3])

    def _result(self, patient, fact, limits):
        if any(lab["analyte"] == fact for lab in patient["labs"]):
            return
        way = self.draw.random()
        if fact == "tsat" and way < 0.4:
            self._iron(patient, limits)
        elif fact == "egfr" and way < 0.6:
            self._creatinine(patient)
        elif self.book.units.analytes[fact]["kind"] == "qualitative":
            patient["labs"].append({"analyte": fact, "value": self.draw.choice(["positive", "negative", "indeterminate"])})
        else:
            unit = self.draw.choice(self.units.of(fact))
            limit = self.draw.choice(sorted(limits)) if limits else self._ordinary(fact)
            value, comparator = self.draw.choice(self._near(fact, limit, unit)), None
            if self.draw.random() < 0.25:
                # A bound is a number as printed.
                value, comparator = Fraction(round(value * 10**4), 10**4), self.draw.choice(COMPARATORS)
            limits = self.draw.random() < 0.3 and (comparator is None or self.bounds_with_limits)
            self.result(patient, fact, value, unit, comparator, limits)

    def _near(self, fact, amount, unit):
        """Values in a unit at and about an amount."""
        value = self.units.value(fact, amount, unit)
        return around(value) + (neighbours(value) if value == amount and is_printed(value) else [])

    def _ordinary(self, fact):
        entry = self.units.analytes[fact]
        bounds = entry.get("confirm") or entry["hard"]
        share = Fraction(self.draw.randint(1, 9), 10)
        return bounds["low"] + (bounds["high"] - bounds["low"]) * share

    def result(self, patient, fact, value, unit, comparator=None, limits=False):
        """Adds a result if it can be true; says whether it did."""
        hard = self.units.analytes[fact]["hard"]
        amount = self.units.amount(fact, Fraction(repr(plain(value))), unit)
        if value < 0 or not hard["low"] <= amount <= hard["high"]:
            return False
        lab = {"analyte": fact, "value": plain(value), "unit": unit, "confirmed": True}
        if comparator:
            lab["comparator"] = comparator
        if limits and value > 0:
            low, high = self.draw.choice([(0.5, 2), (1, 2), (1.25, 2), (0.25, 1), (0.25, 0.75)])
            low, high = plain(value * Fraction(low)), plain(value * Fraction(high))
            keys = self.draw.choice([["ref_low"], ["ref_high"], ["ref_low", "ref_high"], ["ref_low", "ref_high"]])
            lab.update({key: {"ref_low": low, "ref_high": high}[key] for key in keys})
            if fact == "b12_total" and "ref_low" in lab and self.draw.random() < 0.5:
                grey = plain(Fraction(repr(lab["ref_low"])) * Fraction(self.draw.choice(["1.05", "1.2", "1.5"])))
                if grey < lab.get("ref_high", math.inf):
                    lab["grey_high"] = grey
        patient["labs"].append(lab)
        return True

    def _iron(self, patient, limits):
        """A saturation at or near a limit, by way of iron and what binds it."""
        other = self.draw.choice(["tibc", "tibc", "uibc", "transferrin"])
        if any(lab["analyte"] in ("iron", "tibc", "uibc", "transferrin") for lab in patient["labs"]):
            return
        percent = self.draw.choice(sorted(limits) or [Fraction(30)])
        places = self.draw.choice([1, 1, 10])
        capacity = Fraction(self.draw.randint(200 * places, 450 * places), places)
        iron_unit, unit = "ug/dL", "mg/dL" if other == "transferrin" else "ug/dL"
        if self.draw.random() < 0.4:
            capacity = Fraction(self.draw.randint(400, 800), 10)
            iron_unit, unit = "umol/L", "g/L" if other == "transferrin" else "umol/L"
        iron = capacity * percent / 100
        if other == "uibc":
            capacity -= iron
        if other == "transferrin":
            capacity = Fraction(self.draw.randint(20, 40), 10) * (1 if unit == "g/L" else 100)
        iron += Fraction(self.draw.choice([0, 0, 1, -1]), 10)
        for test, value, own in (("iron", iron, iron_unit), (other, capacity, unit)):
            comparator = self.draw.choice(COMPARATORS) if self.draw.random() < 0.15 else None
            self.result(patient, test, Fraction(round(value * 100), 100), own, comparator)

    def _creatinine(self, patient):
        if any(lab["analyte"] == "creatinine" for lab in patient["labs"]):
            return
        if "age_years" not in patient and self.draw.random() < 0.8:
            patient["age_years"] = self.draw.choice([18, 25, 40, 57.5, 70, 85])
        if self.draw.random() < 0.5:
            value, unit = Fraction(self.draw.randint(40, 900), 100), "mg/dL"
        else:
            value, unit = Fraction(self.draw.randint(40, 800)), "umol/L"
        comparator = self.draw.choice(COMPARATORS) if self.draw.random() < 0.1 else None
        self.result(patient, "creatinine", value, unit, comparator)
        if self.draw.random() < 0.2:
            self.result(patient, "cystatin_c", Fraction(self.draw.randint(50, 400), 100), "mg/L")

    # --- whole patients ---

    def empty(self):
        return {"labs": [], "symptoms": {}, "history": {}, "medicines": [], "complete": []}

    def about(self, tables, said=0.6):
        """A patient of whom some of what these tables ask is said."""
        patient = self.empty()
        for table in tables:
            for fact, limits in asked(table):
                if self.draw.random() < said:
                    self.say(patient, fact, sorted(limits))
        patient["complete"] = [group for group in ("symptoms", "history", "medicines") if self.draw.random() < 0.4]
        patient["include"] = sorted({table.guideline for table in tables if table.on_request})
        if self.draw.random() < 0.1:
            patient["include"].append("cb12")
        if self.draw.random() < 0.2:
            patient["elevation_m"] = self.draw.choice([-200, 0, 350, 1200.5, 2500, 4100])
        if self.draw.random() < 0.2:
            self._days(patient)
        return without_contradictions(patient)

    def _days(self, patient):
        """Samples of different days, and earlier results."""
        for lab in patient["labs"]:
            lab["days_ago"] = self.draw.choice(DAYS)
        for lab in list(patient["labs"]):
            if "days_ago" in lab and self.draw.random() < 0.3:
                factor, later = self.draw.choice([0.5, 0.75, 1, 1.5]), self.draw.choice([0.125, 0.5, 1, 30])
                value = lab["value"] if isinstance(lab["value"], str) else plain(lab["value"] * factor)
                patient["labs"].append({**lab, "value": value, "days_ago": lab["days_ago"] + later})
        if patient["labs"] and self.draw.random() < 0.3:
            # Of one result the day is not said; there must not be another of its analyte.
            lab = self.draw.choice(patient["labs"])
            if sum(own["analyte"] == lab["analyte"] for own in patient["labs"]) == 1:
                del lab["days_ago"]
        self.draw.shuffle(patient["labs"])

    def anybody(self):
        """A patient of whom some of what one to three tables ask is said; every table is to be looked at."""
        tables = self.draw.sample(self.book.tables, min(len(self.book.tables), self.draw.choice([1, 1, 2, 3])))
        return self.about(tables, self.draw.choice([0.3, 0.6, 0.9])), None

    def around_every_limit(self, contexts):
        """For each limit of each table: on it, just below, just above, censored, in every unit, and missing;
        with the tables to look at: those that ask the fact."""
        for table in self.book.tables:
            for fact, limits in asked(table):
                names = {other.name for other in self.book.tables if fact in other.facts()}
                for limit in sorted(limits):
                    for _ in range(contexts):
                        for patient in self.around(table, fact, limit):
                            yield patient, names

    def around(self, table, fact, limit):
        base = self.about([table], self.draw.choice([0.5, 0.8, 1.0]))
        base["labs"] = [lab for lab in base["labs"] if lab["analyte"] != fact]
        known = self.book.facts[fact]
        yield base
        if known["kind"] == "number":
            for x in self._steps(known, limit):
                made = copied(base)
                self._item(made, fact, plain(x))
                yield without_contradictions(made, fact)
            return
        if self.units.analytes[fact]["kind"] == "qualitative":
            return
        # What else would give the fact must not compete with it.
        rivals = {"tsat": ["iron", "tibc", "uibc", "transferrin"], "egfr": ["creatinine", "cystatin_c"]}.get(fact, [])
        base["labs"] = [lab for lab in base["labs"] if lab["analyte"] not in rivals]
        for unit in self.units.of(fact):
            for x in self._near(fact, limit, unit):
                made = copied(base)
                if self.result(made, fact, x, unit):
                    yield made
            for comparator in COMPARATORS:
                made = copied(base)
                if self.result(made, fact, around(self.units.value(fact, limit, unit))[0], unit, comparator):
                    yield made


def asked(table):
    """The facts that a table asks, with their limits."""
    return [(fact, table.all_limits().get(fact, set())) for fact in table.facts()]


def without_contradictions(patient, kept=None):
    """The same patient without what contradicts the rest, which would be refused: an item, or the age if the item is the
    one to be kept."""
    history, symptoms = patient["history"], patient["symptoms"]
    if history.get("postmenopausal") and (patient.get("sex") == "male" or history.get("pregnant")):
        del history["postmenopausal"]
    for group, item, a_year in ((history, "onset_age_years", 1), (symptoms, "duration_months", 12)):
        if item in group and "age_years" in patient and group[item] >= a_year * (math.floor(patient["age_years"]) + 1):
            if item == kept:
                del patient["age_years"]
            else:
                del group[item]
    return patient


def around(x):
    """A number and the next printed steps beside it. What takes many digits was converted: it is rounded as a laboratory
    would, since on the limit itself the last bit of a division would decide."""
    if is_printed(x):
        x = Fraction(x)
        near = [x, x - 1, x + 1, x - Fraction(1, 10), x + Fraction(1, 10), x - Fraction(1, 1000), x + Fraction(1, 1000)]
    else:
        step = Fraction(10) ** (math.floor(math.log10(x)) - 4)
        x = round(x / step) * step
        near = [x, x - step, x + step, x - 100 * step, x + 100 * step]
    return [own for own in near if own >= 0]


def is_printed(x):
    """Has it three decimals at most?"""
    return x * 1000 == round(x * 1000)


def neighbours(x):
    """The next numbers that a computer can tell from it."""
    return [Fraction(repr(math.nextafter(plain(x), toward))) for toward in (0, math.inf)] if x else []


def plain(x):
    """As it is written in JSON."""
    x = float(x)
    return int(x) if x.is_integer() else x


def copied(patient):
    return {key: (dict(value) if isinstance(value, dict) else [dict(lab) for lab in value] if key == "labs" else value)
            for key, value in patient.items()}
