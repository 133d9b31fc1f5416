"""Random books of rules: tables that ask each other, over real facts and with limits of any size."""

import json

QUESTIONS = ["iron.therapy", "kidney.stage", "b12.first_line", "b12.status"]
FACTS = ["age_years", "dialysis", "crohn", "vegan", "person", "mimics", "b12_cause", "egfr", "ferritin", "tsat", "b12_total",
         "folate_serum", "mma_serum", "crp", "hba1c", "times_per_week", "ifab"]
# Limits to choose from, in the first unit and in the second.
LIMITS = {
    "age_years": ([2, 18, 64.5], None), "egfr": ([15, 44.9, 60], None), "ferritin": ([30, 75, 300], None),
    "tsat": ([20, 45, 88.5], None), "b12_total": ([150, 180, 350], [111, 133, 258]), "mma_serum": ([270, 400], None),
    "folate_serum": ([3, 4, 7.5], [7, 9, 17]), "crp": ([5, 10], None), "hba1c": ([5.7, 6.5], [39, 48]),
    "times_per_week": ([0.5, 2, 3], None), "ifab": ([1], None),
}
BANDS = ["not_given", "low", "grey", "in_range", "high"]


def random_book(book, draw):
    """As JSON text."""
    questions = {question["id"]: [answer["code"] for answer in question["answers"]] for question in book.json["questions"]}
    # The library holds the amounts of a test in two units apart; so each book asks a fact in one way (see the page).
    facts = {fact: draw.choice(["both", "first", "second"]) for fact in draw.sample(FACTS, draw.randint(2, 5))}
    tables = []
    for question in QUESTIONS[: draw.randint(1, len(QUESTIONS))]:
        rules = []
        last = draw.randint(1, 8)
        for place in range(last + 1):
            when = {"always": True} if place == last else condition(book, draw, facts, tables, 3)
            answers = draw.sample(questions[question], 2 if draw.random() < 0.1 else 1)
            flags = [{"code": f"flag_{i}", draw.choice(["when", "unless"]): condition(book, draw, facts, tables, 2)}
                     for i in range(draw.choice([0, 0, 1, 2]))]
            rules.append({"id": f"random/{question}/{place}", "when": when, "answers": answers, "flags": flags, "cites": [],
                          "verification": "original", "grades": [], "note": ""})
        tables.append({"question": question, "guideline": "random", "guideline_title": "Random", "standing": "current",
                       "rules": rules})
    whole = {**book.json, "version": "random", "hash": "", "tables": tables}
    return json.dumps(whole, default=number)


def number(x):
    return int(x) if x.denominator == 1 else float(x)


def condition(book, draw, facts, tables, depth):
    kind = draw.choice(["fact"] * 4 + (["not", "all", "any", "all", "any"] if depth else []) + (["answer"] if tables else []))
    if kind == "not":
        return {"not": condition(book, draw, facts, tables, depth - 1)}
    if kind in ("all", "any"):
        return {kind: [condition(book, draw, facts, tables, depth - 1) for _ in range(draw.randint(1, 3))]}
    if kind == "answer":
        table = draw.choice(tables)
        codes = sorted({code for rule in draw.sample(table["rules"], draw.randint(1, len(table["rules"])))
                        for code in rule["answers"]})
        return {"answer_of": {"question": table["question"], "guideline": "random", "in": codes}}
    fact = draw.choice(sorted(facts))
    known = book.facts[fact]
    if known["kind"] in ("flag", "choice"):
        return {"fact": fact, "is": draw.sample(known["options"], draw.randint(1, len(known["options"]) - 1))}
    if known["kind"] == "measured" and draw.random() < 0.25:
        if draw.random() < 0.5:
            return {"fact": fact, "reported": draw.random() < 0.5}
        return {"fact": fact, "against_laboratory_limits": draw.sample(BANDS, draw.randint(1, 3))}
    first, second = LIMITS[fact]
    place = draw.randrange(len(first))
    sign = draw.choice(["below", "at_most", "at_least", "above"])
    made = {"fact": fact, sign: first[place], "unit": known["unit"]}
    if second and facts[fact] == "both":
        made["if_reported_in"] = {"unit": known["second_unit"], "limit": second[place]}
    elif second and facts[fact] == "second":
        made.update({sign: second[place], "unit": known["second_unit"]})
    return made
