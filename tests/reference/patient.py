"""What is known of a patient: for each coordinate, the values it may still have.

Read from the patient's JSON as docs/src/patient.md and docs/src/concepts.md describe it. What this reader does not
understand it refuses (`NotRead`), so that nothing is passed over in silence."""

import copy
import math
from fractions import Fraction

import formulas
from exact import Span, representatives

# A choice that a complete list closes when it is not mentioned, and to what.
WHEN_COMPLETE = {"liver_impairment": "none", "nitrous_oxide_anaesthesia": "none"}
# What explains the symptoms, one by one; the first nine must have been examined.
MIMICS = ["mimic_" + name for name in (
    "positional", "cramps", "foot_tapping", "neuropathy", "radiculopathy", "arthritis", "venous", "claudication", "akathisia",
    "hypotensive_akathisia", "myalgia", "other_movement")]
GRAVER = ["ruled_out", "coexists", "sole_explanation"]
PREGNANT = ["pregnant_t1", "pregnant_t2", "pregnant_t3"]
# Smoking is only noted: haemoglobin is not adjusted for it.
KEYS = {"age_years", "sex", "sex_for_reference", "ethnicity_black", "include", "labs", "symptoms", "history", "medicines",
        "complete", "elevation_m", "cigarettes_per_day"}
LAB_KEYS = {"analyte", "value", "unit", "comparator", "days_ago", "morning", "iron_free_hours", "ref_low", "ref_high",
            "grey_high", "assay", "confirmed"}
# What a cause of vitamin B12 deficiency comes from, where that is a fact.
CAUSES = {"autoimmune_gastritis": ["autoimmune_gastritis"], "total_gastrectomy": ["gastrectomy"],
          "complete_terminal_ileal_resection": ["ileal_resection"], "medicine": ["medicine_lowers_b12"],
          "dietary": ["vegan", "vegetarian"], "nitrous_oxide": ["nitrous_oxide"]}


# What spoils later iron studies: the library then reads them in its own way.
SPOILS = ("iv_iron_days_ago", "iv_iron_product", "transfusion_days_ago")
# Saturations of one day that are further apart than this may be read as a disagreement (in percent).
APART = 1


class NotRead(Exception):
    """Something in a patient that this evaluator was not written for."""


class Known:
    """`choices`: by fact, the codes it may have. `numbers`: by coordinate, a span. `limits`: by fact, the limits of its
    own laboratory, as amounts. A `guard of` a number is there where guards read another one. The rest of what is asked of a test is known: whether it was reported, in which unit."""

    def __init__(self, book, units, classes, patient):
        self.book, self.units, self.patient = book, units, patient
        self.choices, self.numbers, self.limits = {}, {}, {}
        self.reported, self.in_second_unit = set(), {}
        self.by_sex = False
        self._spans = {}
        if set(patient) - KEYS:
            raise NotRead(f"keys {sorted(set(patient) - KEYS)}")
        if any(patient.get("history", {}).get(key) is not None for key in SPOILS):
            raise NotRead("intravenous iron or a transfusion")
        self._open()
        self._items()
        self._medicines(classes)
        self._cause()
        self._implied()
        self.choices["person"] = self._person()
        self.labs = self._newest()
        for lab in self.labs.values():
            self._lab(lab)
        self._elevation()
        self._folate_assay()
        self._saturation()
        self._egfr()

    # --- as a table can tell it apart ---

    def values(self, coordinate, limits):
        """One of each kind of the numbers that a coordinate may have; limits and numbers are counted in grains."""
        fact = coordinate.rsplit(" ", 1)[-1]
        if coordinate not in self._spans:
            self._spans[coordinate] = self.book.span_counted(fact, self.numbers[coordinate])
        if fact in self.limits:
            limits = tuple(sorted({*limits, *self.limits_counted(fact).values()}))
        return representatives(self._spans[coordinate], limits)

    def is_exact(self, fact):
        """Is the result known as one number, whoever this is?"""
        names = ["female egfr", "male egfr"] if fact == "egfr" and self.by_sex else [fact]
        return all(self.numbers[name].low == self.numbers[name].high for name in names)

    def is_guarded(self, fact):
        """Do guards read another number of it?"""
        return f"guard of {fact}" in self.numbers

    def is_asked(self, table):
        return not table.on_request or table.guideline in self.patient.get("include", [])

    def with_result(self, fact, numbers):
        """The same patient with one exact result more, in the first unit of its fact; numbers by coordinate."""
        other = copy.copy(self)
        other.numbers = self.numbers | {name: Span.of(value) for name, value in numbers.items()}
        other._spans = {name: span for name, span in self._spans.items() if name not in numbers}
        if fact in numbers:
            other.reported = self.reported | {fact}
            if "second_unit" in self.book.facts[fact]:
                other.in_second_unit = self.in_second_unit | {fact: False}
        else:
            other.by_sex = True
        return other

    def limits_counted(self, fact):
        return {key: self.book.counted(fact, limit) for key, limit in self.limits.get(fact, {}).items()}

    # --- what nothing is known of ---

    def _open(self):
        for fact in self.book.facts.values():
            if fact["kind"] == "flag":
                self.choices[fact["id"]] = ["no", "yes"]
            elif fact["kind"] == "choice":
                self.choices[fact["id"]] = list(fact["options"])
            else:
                self.numbers[fact["id"]] = self.book.range(fact["id"])

    # --- what is said ---

    def _said(self):
        for group in ("symptoms", "history"):
            for key, value in self.patient.get(group, {}).items():
                if key not in ("pregnant", "trimester", "irls_items"):
                    yield key, value
        # A total that is given counts, whatever its items come to.
        symptoms = self.patient.get("symptoms", {})
        if "irls_items" in symptoms and "irls_total" not in symptoms:
            yield "irls_total", sum(symptoms["irls_items"])
        for key in ("age_years", "ethnicity_black"):
            if key in self.patient:
                yield key, self.patient[key]

    def _items(self):
        complete = self.patient.get("complete", [])
        for fact in self.book.facts.values():
            if fact["group"] in complete and fact["group"] != "medicines":
                if fact["kind"] == "flag":
                    self.choices[fact["id"]] = ["no"]
                elif fact["id"] in WHEN_COMPLETE:
                    self.choices[fact["id"]] = [WHEN_COMPLETE[fact["id"]]]
        for key, value in self._said():
            fact = self.book.facts.get(key)
            if fact is None:
                raise NotRead(key)
            if value is None:
                continue
            if fact["kind"] == "flag":
                self.choices[key] = ["yes" if value else "no"]
            elif fact["kind"] == "choice":
                # `not_assessed` and `not_examined` are ways of saying that it is unknown.
                if value in fact["options"]:
                    self.choices[key] = [value]
                elif value not in ("not_assessed", "not_examined", "unknown"):
                    raise NotRead(f"{key}: {value}")
            else:
                self.numbers[key] = Span.of(value)

    def _medicines(self, classes):
        # Without a value the list is not known, whatever is said of its being complete.
        whole = "medicines" in self.patient.get("complete", []) and self.patient.get("medicines", []) is not None
        names = self.patient.get("medicines") or []
        if any(name not in classes for name in names):
            raise NotRead("a medicine")
        taken = {own for name in names for own in classes[name]}
        for fact in self.book.facts.values():
            if "medicine_class" not in fact:
                continue
            if fact["medicine_class"] in taken:
                self.choices[fact["id"]] = ["yes"]
            elif fact["group"] == "medicines" and whole:
                self.choices[fact["id"]] = ["no"]

    def _cause(self):
        """Who names a cause has not said that what it comes from is absent, unless that was said of it by itself."""
        history = self.patient.get("history", {})
        for fact in CAUSES.get(history.get("b12_cause"), ()):
            if history.get(fact) is None and self.choices[fact] == ["no"]:
                self.choices[fact] = ["no", "yes"]

    def _implied(self):
        if self.choices.get("extensor_plantars") == ["yes"]:
            self.choices["abnormal_reflexes"] = ["yes"]
        if self.patient.get("symptoms", {}).get("mimics") in GRAVER or not all(name in self.choices for name in MIMICS):
            return
        # The whole is the gravest of its parts: the sets of what it can be, part by part.
        whole = {0}
        for place, name in enumerate(MIMICS):
            own = {GRAVER.index(code) for code in self.choices[name]}
            if place >= 9 and len(own) == 3:
                own = {0}
            whole = {max(one, other) for one in whole for other in own}
        self.choices["mimics"] = [GRAVER[place] for place in sorted(whole)]

    def _person(self):
        history = self.patient.get("history", {})
        trimester, pregnant = history.get("trimester"), history.get("pregnant")
        weeks = history.get("gestational_weeks")
        if trimester is None and weeks is not None:
            trimester = 1 if weeks < 14 else 2 if weeks < 28 else 3
        if trimester is not None:
            return [f"pregnant_t{int(trimester)}"]
        if pregnant is True:
            return PREGNANT
        sex = self.patient.get("sex_for_reference", self.patient.get("sex"))
        rest = {"male": ["male"], "female": ["female_not_pregnant"], None: ["male", "female_not_pregnant"]}[sex]
        is_man = self.patient.get("sex") == "male" and "sex_for_reference" not in self.patient
        if pregnant is False or "history" in self.patient.get("complete", []) or is_man:
            return rest
        return rest + PREGNANT

    # --- laboratory ---

    def _newest(self):
        newest = {}
        for lab in self.patient.get("labs", []):
            if set(lab) - LAB_KEYS:
                raise NotRead(f"keys of a result: {sorted(set(lab) - LAB_KEYS)}")
            days = lab.get("days_ago", 0)
            have = newest.get(lab["analyte"])
            if have is None or days < have.get("days_ago", 0):
                newest[lab["analyte"]] = lab
        return newest

    def _lab(self, lab):
        fact = self.book.facts.get(lab["analyte"])
        if fact is None or fact["kind"] == "by_sex":
            return
        name = fact["id"]
        self.reported.add(name)
        self.numbers[name] = self.units.reported(lab).within(self.book.range(name))
        if "second_unit" in fact:
            self.in_second_unit[name] = self.units.same(name, lab["unit"], fact["second_unit"])
        needed = {"low": ["ref_low"], "high": ["ref_high"], "both": ["ref_low", "ref_high"]}
        if all(key in lab for key in needed[fact["laboratory_limits"]]) and "unit" in lab:
            keys = [key for key in ("ref_low", "grey_high", "ref_high") if key in lab]
            self.limits[name] = {key: self.units.amount(name, lab[key], lab["unit"]) for key in keys}

    def _folate_assay(self):
        known = self.book.facts["folate_assay"]["options"]
        named = {self.labs[test].get("assay") for test in ("folate_serum", "folate_rbc") if test in self.labs}
        named &= set(known)
        if len(named) == 1:
            self.choices["folate_assay"] = list(named)

    def _elevation(self):
        """Haemoglobin as it would be at sea level."""
        if "haemoglobin" in self.labs and "elevation_m" in self.patient:
            less = formulas.haemoglobin_of_elevation(self.patient["elevation_m"])
            measured = self.units.reported(self.labs["haemoglobin"])
            self.numbers["haemoglobin"] = measured.mapped(lambda x: max(x - less, 0)).within(self.book.range("haemoglobin"))

    def _amount(self, lab, unit):
        """What a result stands for, in a unit."""
        return self.units.reported(lab).mapped(lambda x: self.units.value(lab["analyte"], x, unit))

    def _all(self, analyte):
        """Its results, the newest first."""
        labs = [lab for lab in self.patient.get("labs", []) if lab["analyte"] == analyte]
        return sorted(labs, key=lambda lab: lab.get("days_ago", 0))

    def _capacities(self, iron):
        """What was taken with an iron, and tells how much could be bound: the newest of each kind, the preferred one first."""
        newest = (next((own for own in self._all(test) if same_day(own, iron)), None) for test in ("tibc", "uibc", "transferrin"))
        return [own for own in newest if own is not None]

    def _computed(self, iron, other):
        # Iron atoms on both sides.
        amount = self._amount(iron, "umol/L")
        if other["analyte"] == "transferrin":
            value = formulas.over(amount, formulas.capacity_of_transferrin(self._amount(other, "g/L")))
        elif other["analyte"] == "tibc":
            value = formulas.over(amount, self._amount(other, "umol/L"))
        else:
            value = formulas.over_sum(amount, self._amount(other, "umol/L"))
        return value.within(self.book.range("tsat"))

    def _saturation(self):
        """Computed from the newest iron that has a binding capacity of its day; a reported one counts unless it is older.
        Of several of that day guards read the highest."""
        sample = self.labs.get("tsat")
        pairs = ((iron, self._capacities(iron)) for iron in self._all("iron"))
        iron, others = next(((iron, own) for iron, own in pairs if own), (None, ()))
        computed = [self._computed(iron, other) for other in others]
        of_day = [] if sample is None else [self.numbers["tsat"]]
        if computed and (sample is None or is_newer(iron, sample)):
            of_day = computed
            self.numbers["tsat"] = computed[0]
            # The reported one counts no more, nor do its laboratory's limits.
            self.reported.discard("tsat")
            self.limits.pop("tsat", None)
            sample = iron
        elif computed and same_day(sample, iron):
            of_day += computed
        if len(of_day) > 1:
            self._guarded("tsat", of_day)
        if sample is not None:
            if "morning" in sample:
                self.choices["iron_sample_morning"] = ["yes" if sample["morning"] else "no"]
            if "iron_free_hours" in sample:
                self.choices["iron_sample_iron_free"] = ["yes" if sample["iron_free_hours"] >= 24 else "no"]

    def _guarded(self, fact, spans):
        """Guards read the higher of every pair; what is needed is read from the one that counts, if they are about the same."""
        if max(own.low for own in spans) - min(own.high for own in spans) > APART:
            raise NotRead("saturations of one day that are apart")
        low, high = max(own.low for own in spans), max(own.high for own in spans)
        low_open = any(own.low == low and own.low_open for own in spans)
        closed = any(own.high == high and not own.high_open for own in spans)
        self.numbers[f"guard of {fact}"] = Span(low, high, low_open, not closed)

    def age(self):
        return self.patient.get("age_years")

    def egfr_is_computed(self):
        """For adults not on dialysis."""
        return self.age() is not None and self.age() >= 18 and self.choices["dialysis"] != ["yes"]

    def _egfr(self):
        own, creatinine = self.labs.get("egfr"), self.labs.get("creatinine")
        computed = creatinine is not None and self.egfr_is_computed()
        if own is not None and not (computed and is_newer(creatinine, own)):
            self.reported.add("egfr")
            self.numbers["egfr"] = self.units.reported(own).within(self.book.range("egfr"))
        elif computed:
            cystatin = self.labs.get("cystatin_c")
            beside = cystatin is not None and same_day(cystatin, creatinine)
            serum, other = self._amount(creatinine, "mg/dL"), self._amount(cystatin, "mg/L") if beside else None
            self.by_sex = True
            for sex in ("female", "male"):
                value = formulas.egfr(serum, other, self.age(), sex)
                self.numbers[f"{sex} egfr"] = value.within(self.book.range("egfr"))


def same_day(one, other):
    """As far as is known: both days are given and equal in whole days, or neither is given."""
    days = [lab.get("days_ago") for lab in (one, other)]
    return days == [None, None] or (None not in days and math.floor(days[0]) == math.floor(days[1]))


def is_newer(one, other):
    """Certainly of a later day?"""
    days = [lab.get("days_ago") for lab in (one, other)]
    return None not in days and math.floor(days[0]) < math.floor(days[1])


def too_close(known, book):
    """Do the last bits of the library's binary arithmetic decide here? A computed value within 1e-9 of a limit; a result of a
    fact with limits in two units within the last bits of one, which the library takes for the limit itself."""
    for fact in known.in_second_unit:
        ends = (known.numbers[fact].low, known.numbers[fact].high)
        distances = ((abs(end - limit), limit) for end in ends for limit in book.limits_of(fact))
        if any(0 < distance < limit * Fraction(2, 10**15) for distance, limit in distances):
            return True
    computed = [("egfr", "female egfr"), ("egfr", "male egfr")] if known.by_sex else []
    if "tsat" not in known.reported:
        computed.append(("tsat", "tsat"))
    if known.is_guarded("tsat"):
        computed.append(("tsat", "guard of tsat"))
    if "elevation_m" in known.patient:
        computed.append(("haemoglobin", "haemoglobin"))
    for fact, name in computed:
        span = known.numbers[name]
        # A saturation that is exactly the limit is to be read as such; the end of a bound need not be.
        exact = fact == "tsat" and span.low == span.high
        near = (abs(end - limit) for end in (span.low, span.high) for limit in book.limits_of(fact))
        if any(distance < Fraction(1, 10**9) and not (exact and distance == 0) for distance in near):
            return True
    return False
