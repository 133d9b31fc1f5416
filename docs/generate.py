"""Writes the generated pages of the book from what the command prints and from the hazard log.

usage: generate.py EKBOM            (from the root of the repository) writes them
       generate.py EKBOM --check    says which differ, and which rule or hazard is not as it must be

No clinical knowledge is in here: limits, sources and words come from the command, hazards from
docs/safety/hazards.toml, and which vector tests which rule is found out by assessing every vector.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from fnmatch import fnmatchcase
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import proof  # noqa: E402
import typical  # noqa: E402

SOURCE = Path("docs/src")
NOTE = "<!-- Written by docs/generate.py: change the data, not this page. -->\n\n"
KINDS = {
    "original": "read in the original",
    "secondary": "read in another's account of the source",
    "derived": "in part computed or decided here",
    "unverified": "could not be checked in part",
}


class Command:
    """The `ekbom` command."""

    def __init__(self, path):
        self.path = str(Path(path).resolve())

    def text(self, *arguments, given=""):
        done = subprocess.run(
            [self.path, *arguments], input=given, capture_output=True, text=True, encoding="utf-8", check=True
        )
        return done.stdout

    def json(self, *arguments):
        return json.loads(self.text(*arguments))


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(cell(field) for field in row) + " |" for row in rows]) + "\n"


def page_of(question):
    return "treatments" if question.startswith("treatment.") else question.replace(".", "-").replace("_", "-")


# --- decision tables ---


def table_pages(ekbom, book):
    """One page a question, and one for all treatments."""
    sections = re.split(r"(?m)^(?=## )", ekbom.text("rules", "--format", "markdown"))[1:]
    pages = defaultdict(list)
    for section in sections:
        question = re.search(r"^`([^`]+)`$", section, flags=re.M).group(1)
        pages[page_of(question)].append(section)
    for name, parts in pages.items():
        if name == "treatments":
            title = "# Treatments\n\n" + how_to_read() + "All questions here are asked of somebody with restless legs.\n\n"
            yield f"tables/{name}.md", NOTE + title + "".join(parts)
        else:
            (section,) = parts
            heading, rest = section.split("\n", 1)
            rest = rest.replace("\n### ", "\n## ").replace("\n**Flags**", "\n## Flags").replace("\n**Sources**", "\n## Sources")
            yield f"tables/{name}.md", NOTE + heading.removeprefix("#") + "\n" + rest.rstrip() + "\n\n" + back()
    yield "tables/index.md", NOTE + table_index(book)


def how_to_read():
    return "The first rule that applies answers. [How to read a table](index.md#how-to-read-a-table).\n\n"


def back():
    return "[How to read a table](index.md#how-to-read-a-table)\n"


def table_index(book):
    by_page = defaultdict(list)
    for own in book["tables"]:
        by_page[page_of(own["question"])].append(own)
    titles = {own["id"]: own["title"] for own in book["questions"]}
    rows = []
    for name, tables in by_page.items():
        first = tables[0]["question"]
        title = "Treatments" if name == "treatments" else titles[first]
        guidelines = dict.fromkeys(own["guideline"] for own in tables)
        rules = sum(len(own["rules"]) for own in tables)
        rows.append((f"[{title}]({name}.md)", ", ".join(f"`{own}`" for own in guidelines), rules))
    guidelines = {own["guideline"]: own["guideline_title"] for own in book["tables"]}
    return (
        "# Decision tables\n\n"
        f"Knowledge {book['version']} (`{book['hash']}`): {len(book['tables'])} tables, "
        f"{sum(len(own['rules']) for own in book['tables'])} rules. They are printed from the same data that decides.\n\n"
        "## How to read a table\n\n"
        "There is a table for each question and each guideline that speaks on it. The **first rule that applies** "
        "answers; the last one always applies. A limit stands as its source prints it; where two units are printed, a "
        "result is compared in the unit in which it was reported. A flag is a remark on the answer; its meaning stands "
        "below the tables. The last column says how far the rule was checked:\n\n"
        + table(("", "this rule, or its weakest part, was"), [(f"**{kind}**", text) for kind, text in KINDS.items()])
        + "\nand where it stands. What was read of a source stands in italics beside it.\n\n"
        "To compare a rule with its source, take the rule, the place in the source, and the limit with its operator "
        "(`<` or `<=`). What you find wrong is worth an issue: name the rule by guideline, question and name.\n\n"
        "## Questions\n\n" + table(("question", "guidelines", "rules"), rows) + "\n## Guidelines\n\n"
        + table(("id", "whose"), sorted((f"`{key}`", title) for key, title in guidelines.items()))
    )


# --- claims ---


def claims(ekbom):
    text = (
        "# Claims\n\nThe project began with an article that makes these claims. What the library does with each, and what "
        "speaks for and against it:\n\n"
    )
    for own in ekbom.json("claims", "--format", "json"):
        text += f"## {own['id']}\n\n{own['claim']}\n\n"
        text += table(
            ("", ""),
            [
                ("here", own["software"]),
                ("for", own["evidence_for"]),
                ("against", own["evidence_against"]),
                ("checked", f"**{own['verification']}** ({', '.join(own['sources'])})"),
            ],
        )
        text += "\n"
    return NOTE + text.rstrip() + "\n"


# --- safety file ---


def vectors():
    for path in sorted(Path("tests/vectors").glob("*.json")):
        if path.name != "schema.json":
            yield from json.loads(path.read_text(encoding="utf-8"))["vectors"]


def tested(ekbom):
    """Which vectors determine and check which rule."""
    own = [vector for vector in vectors() if "patient" in vector and "errors" not in vector["expect"]]
    given = "".join(json.dumps(vector["patient"]) + "\n" for vector in own)
    found = defaultdict(list)
    for vector, line in zip(own, ekbom.text("assess", "--format", "json", "-", given=given).splitlines(), strict=True):
        checked = vector["expect"].get("positions", {}) | vector["expect"].get("rules", {})
        for position in json.loads(line)["positions"]:
            if len(position["rules"]) == 1 and f"{position['question']}@{position['guideline']}" in checked:
                found[position["rules"][0]].append(vector["id"])
    return found


def exists(test, ids):
    """Is there such a vector, or such a function in such a file?"""
    name, _, function = test.partition("::")
    if not function:
        return test in ids or ("/" in test and "." in test and Path(test).is_file())
    path = Path(name)
    if not path.is_file():
        return False
    return re.search(rf"(\bfn )?\b{re.escape(function)}\(", path.read_text(encoding="utf-8")) is not None


def hazard_faults(hazards, ids, rules):
    words = {"severity": ("minor", "moderate", "serious", "critical"), "likelihood": ("rare", "occasional", "frequent")}
    if len({own["id"] for own in hazards}) != len(hazards):
        yield "hazards: an id twice"
    for own in hazards:
        for key, allowed in words.items():
            if own[key] not in allowed:
                yield f"{own['id']}: {key} `{own[key]}` is none of {', '.join(allowed)}"
        if not own.get("controls") and not own["residual"]:
            yield f"{own['id']}: neither a control nor a word on what is left"
        for control in own.get("controls", []):
            if not control["tests"]:
                yield f"{own['id']}: a control without a test"
            for test in control["tests"]:
                if not exists(test, ids):
                    yield f"{own['id']}: there is no test `{test}`"
        for pattern in own["rules"]:
            if not any(fnmatchcase(rule, pattern) for rule in rules):
                yield f"{own['id']}: no rule fits `{pattern}`"


def hazard_page(hazards):
    text = (
        "# Hazard log\n\nWhat can go wrong, how bad and how likely it is **before** anything is done about it, what is done, and "
        "the tests that show it. Severity and likelihood are our judgement in words, not measured; a manufacturer who places "
        "the library in a product assesses both anew for its use.\n\n"
    )
    text += table(
        ("", "hazard", "severity", "likelihood"),
        [(f"[{own['id']}](#{anchor(own)})", own["title"], own["severity"], own["likelihood"]) for own in hazards],
    )
    for own in hazards:
        text += f"\n## {own['id']} {own['title']}\n\n{own['situation']} **Harm:** {own['harm']}\n\n"
        text += f"Severity {own['severity']}, likelihood {own['likelihood']}.\n\n"
        for control in own.get("controls", []):
            tests = ", ".join(f"`{test}`" for test in control["tests"])
            text += f"- {control['text']}\n  Tests: {tests}.\n"
        if own["residual"]:
            text += f"\n**What is left:** {own['residual']}\n"
    return NOTE + text


def anchor(hazard):
    words = f"{hazard['id']} {hazard['title']}".lower()
    return re.sub(r"[^a-z0-9_ -]", "", words).replace(" ", "-")


def trace_page(book, found, hazards):
    everywhere = [own["id"] for own in hazards if "*" in own["rules"]]
    text = (
        "# Trace\n\nFrom each source to the rules that cite it, the vectors that test each rule, and the hazards it bears on. The "
        "vectors counted determine exactly this rule and check its answer. Besides, every rule is held against its row in "
        "`tests/evidence-tags.csv`. A rule without a source or without a vector fails the test run, and so does a hazard that "
        f"names a test that does not exist.\n\nHazards that bear on every rule: {', '.join(everywhere)}.\n"
    )
    question = ""
    for own in book["tables"]:
        if own["question"] != question:
            question = own["question"]
            text += f"\n## `{question}`\n\n| rule | sources | checked | vectors | hazards |\n|---|---|---|---|---|\n"
        for rule in own["rules"]:
            sources = ", ".join(dict.fromkeys(cite["source"] for cite in rule["cites"]))
            tests = found.get(rule["id"], [])
            special = [
                hazard["id"]
                for hazard in hazards
                if hazard["id"] not in everywhere and any(fnmatchcase(rule["id"], pattern) for pattern in hazard["rules"])
            ]
            first = f"{len(tests)}: `{tests[0]}`" if tests else "NONE"
            name = f"`{own['guideline']}` / `{rule['id'].rsplit('/', 1)[1]}`"
            text += f"| {name} | {sources} | {rule['verification']} | {first} | {', '.join(special)} |\n"
    return NOTE + text


def evidence_rows():
    """The rows of tests/evidence-tags.csv: patterns of rules, where the evidence stands, its tag, what was remarked."""
    lines = Path("tests/evidence-tags.csv").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        pattern, place, tag, _, _, remark = line.split(",")
        # The patterns are those of crates/ekbom/tests/evidence.rs: a star stops at a slash, brackets hold alternatives.
        parts = re.split(r"([*()|])", pattern)
        own = {"*": "[^/]*", "(": "(?:", ")": ")", "|": "|"}
        yield re.compile("".join(own.get(part, re.escape(part)) for part in parts)), place, tag, remark


def evidence_of(rows, rule):
    return next(((place, tag, remark) for pattern, place, tag, remark in rows if pattern.fullmatch(rule)), ("", "", ""))


def named(book):
    return {own["id"]: own for own in book["sources"]}


def cited(rule, sources):
    return "; ".join(
        f"{sources[cite['source']]['name'] if cite['source'] in sources else cite['source']}, {cite['locator']}" for cite in rule["cites"]
    )


def answered(rule):
    return ", ".join(f"`{code}`" for code in rule["answers"])


def review_page(book):
    """Every rule that we decided ourselves, for a clinician to agree to or not."""
    sources, rows = named(book), list(evidence_rows())
    own = [(table_, rule) for table_ in book["tables"] for rule in table_["rules"] if rule["verification"] == "derived"]
    text = (
        "# For the clinician who reviews\n\nNo source says these rules in so many words: they were computed, mapped or decided here "
        "from what was read. Somebody who may decide such things should agree to each, or say what is wrong. This page is made from "
        "the rules; whoever agrees signs outside of it, with the version of the knowledge.\n\n"
        f"{len(own)} rules, knowledge {book['version']}. *Reason* is the remark of the rule, then that of the evidence. Its tag says what each "
        "part rests on: O the original, T its table, S an account, Sw a weak one, C computed, D decided here, M from memory.\n"
    )
    last = None
    lines = []
    for table_, rule in own:
        if table_["question"] != last:
            if lines:
                text += table(("rule", "answer", "reason", "evidence", "sources", "agreed"), lines)
            last, lines = table_["question"], []
            text += f"\n## `{last}`\n\n"
            page = f"../tables/{page_of(last)}.md"
            text += f"[table]({page})\n\n"
        place, tag, remark = evidence_of(rows, rule["id"])
        reason = " ".join(part for part in (rule["note"], remark and remark[0].upper() + remark[1:] + ".") if part)
        guideline, name = table_["guideline"], rule["id"].rsplit("/", 1)[-1]
        lines.append((f"`{guideline}`: `{name}`", answered(rule), reason or "the rest of its table", f"{tag} ({place})", cited(rule, sources), ""))
    if lines:
        text += table(("rule", "answer", "reason", "evidence", "sources", "agreed"), lines)
    return NOTE + text


PRECAUTION_GROUPS = {
    "gab": "Gabapentinoids",
    "opi": "Opioids",
    "dop": "Dopaminergic medicines",
    "fe": "Iron and vitamin C",
    "oth": "Other medicines",
    "cob": "Vitamin B12 and folate",
    "x": "Whatever is taken",
}


def precautions_page(book):
    """Every check of medicines, from the data that are evaluated."""
    sources = named(book)
    text = (
        "# Precautions with medicines\n\nWhat is looked for in the medicines that are taken, planned or offered: "
        f"{len(book['precautions'])} checks, knowledge {book['version']}. [The report](../report.md#precautions) says how they are read. "
        "*Offered* is how pressing a check is where the medicine is offered or planned, *taken* where it is taken; `stop` withholds the offer. "
        "The conditions stand in `ekbom rules --format json`, under `precautions`. A combination that is not on this page is not looked for.\n"
    )
    groups = {}
    for own in book["precautions"]:
        groups.setdefault(own["id"].split("-")[0], []).append(own)
    for prefix, rows in groups.items():
        text += f"\n## {PRECAUTION_GROUPS.get(prefix, prefix)}\n\n"
        text += table(
            ("check", "offered", "taken", "says", "checked", "sources"),
            [
                (f"`{own['id']}`", own.get("offered") or "", own.get("taken") or "", own["says"], own["verification"], cited(own, sources))
                for own in rows
            ],
        )
    return NOTE + text


def unverified_page(book, ekbom):
    tried = tomllib.loads(Path("docs/safety/unverified.toml").read_text(encoding="utf-8"))["tried"]
    sources = named(book)
    counts = Counter(rule["verification"] for own in book["tables"] for rule in own["rules"])
    text = (
        "# What is unverified\n\nThe rules of which a part could not be found in any text that could be read. They take part like "
        "any other, and the report marks each answer that rests on one. Read them against their source before you rely on "
        "them.\n\n"
    )
    total = sum(counts.values())
    text += table(("", "rules", ""), [(f"**{kind}**", counts[kind], meaning) for kind, meaning in KINDS.items()])
    text += f"\n{total} rules in all.\n"
    for own in book["tables"]:
        rules = [rule for rule in own["rules"] if rule["verification"] == "unverified"]
        if rules:
            page = f"../tables/{page_of(own['question'])}.md"
            text += f"\n## `{own['question']}`, {own['guideline_title']}\n\n[table]({page})\n\n"
            for rule in rules:
                note = f" {rule['note']}" if rule["note"] else ""
                text += f"- `{rule['id']}`: {cited(rule, sources)}.{note}\n"
            for entry in tried:
                if any(fnmatchcase(rule["id"], pattern) for pattern in entry["rules"] for rule in rules):
                    text += f"\n*Tried:* {entry['what']} *Who could check it:* {entry['who']}\n"
    weak = [own for own in ekbom.json("claims", "--format", "json") if own["verification"] == "unverified"]
    if weak:
        text += "\n## Claims\n\n" + "".join(f"- {own['id']}: {own['claim']}\n" for own in weak)
    medicines = []
    for own in ekbom.json("medicines", "--format", "json"):
        for member in own["memberships"]:
            for evidence in member["evidence"]:
                if evidence["verification"] == "unverified":
                    medicines.append(f"- {own['name']}, {member['class']}: {evidence['says']} ({evidence['source']})\n")
    if medicines:
        text += "\n## Medicines\n\n" + "".join(medicines)
    return NOTE + text


# --- dependencies ---


def unverified_faults(book):
    """Every unverified rule says what was tried, and nothing is said of rules that there are not."""
    tried = tomllib.loads(Path("docs/safety/unverified.toml").read_text(encoding="utf-8"))["tried"]
    ids = [rule["id"] for own in book["tables"] for rule in own["rules"] if rule["verification"] == "unverified"]
    patterns = [pattern for entry in tried for pattern in entry["rules"]]
    for rule in ids:
        if not any(fnmatchcase(rule, pattern) for pattern in patterns):
            yield f"{rule}: docs/safety/unverified.toml does not say what was tried and who could check it"
    for pattern in patterns:
        if not any(fnmatchcase(rule, pattern) for rule in ids):
            yield f"docs/safety/unverified.toml: no unverified rule is {pattern}"


def dependencies_page(data):
    """What docs/dependencies.toml says; that it is so is checked by tests/supply."""
    text = (
        "# Dependencies\n\nEvery dependency that a manifest of this project names, who names it, and why it is there. What those "
        "bring with them is in `Cargo.lock`, and in the [bills of materials](supply-chain.md#bills-of-materials).\n"
    )
    titles = {"rust": "Crates", "python": "Python", "npm": "npm", "maven": "Maven"}
    for kind, title in titles.items():
        rows = [(f"`{name}`", own["reason"], ", ".join(f"`{place}`" for place in own["in"])) for name, own in data[kind].items()]
        text += f"\n## {title}\n\n" + table(("", "why", "named by"), rows)
    text += "\n## Unsafe code\n\nThe core forbids it. These crates hold some; in every other one the test run refuses it.\n\n"
    return NOTE + text + table(("", "what for"), [(f"`{name}`", why) for name, why in data["unsafe"].items()])


# --- features ---


def features_page(data):
    """What docs/features.toml says."""
    text = (
        "# What each language has\n\nOne core answers in all of them, and the JSON of an assessment is the same, byte for byte. "
        "What is typed differs: each name is looked for in the interface that the tests compare with what was built, and "
        "a cell without one says that the language does not have it.\n\n"
    )
    titles = data["interface"]
    rows = [[own["what"], *("yes" if key in own else "" for key in titles)] for own in data["feature"]]
    empty = sum(row.count("") for row in rows)
    text += table(("", *(own["title"] for own in titles.values())), rows)
    return NOTE + text + f"\n{empty} of {len(rows) * len(titles)} cells are empty. The names are in `docs/features.toml`.\n"


def features_faults(data):
    for key, own in data["interface"].items():
        files = [path for pattern in own["files"] for path in sorted(Path().glob(pattern))]
        text = "\n".join(path.read_text(encoding="utf-8") for path in files)
        for feature in data["feature"]:
            if key in feature and feature[key] not in text:
                yield f"docs/features.toml: `{feature[key]}` is not in the interface of {own['title']}"


def rule_faults(book, found):
    for own in book["tables"]:
        for rule in own["rules"]:
            if not rule["cites"]:
                yield f"{rule['id']}: no source"
            if not found.get(rule["id"]):
                yield f"{rule['id']}: no vector determines it and checks its answer"


def main():
    ekbom = Command(sys.argv[1])
    book = ekbom.json("rules", "--format", "json")
    hazards = tomllib.loads(Path("docs/safety/hazards.toml").read_text(encoding="utf-8"))["hazard"]
    found = tested(ekbom)
    rules = [rule["id"] for own in book["tables"] for rule in own["rules"]]
    pages = dict(table_pages(ekbom, book))
    pages["claims.md"] = claims(ekbom)
    pages["safety/hazards.md"] = hazard_page(hazards)
    pages["safety/trace.md"] = trace_page(book, found, hazards)
    pages["safety/unverified.md"] = unverified_page(book, ekbom)
    pages["safety/review.md"] = review_page(book)
    pages["safety/precautions.md"] = precautions_page(book)
    pages["dependencies.md"] = dependencies_page(tomllib.loads(Path("docs/dependencies.toml").read_text(encoding="utf-8")))
    features = tomllib.loads(Path("docs/features.toml").read_text(encoding="utf-8"))
    pages["features.md"] = features_page(features)
    promises, own_vectors = proof.read(), list(vectors())
    known = proof.counts(book, own_vectors)
    pages["proof.md"] = NOTE + proof.page(promises, known)
    pages["example/report.html"] = ekbom.text("assess", "--format", "html", "tests/patients/iron-bowel-disease.json")
    examples, pictures = typical.pages(ekbom, NOTE)
    pages |= examples
    pictures["example/report.png"] = pages["example/report.html"]

    ids = {own["id"] for own in own_vectors}
    faults = [*rule_faults(book, found), *hazard_faults(hazards, ids, rules), *unverified_faults(book)]
    faults += proof.faults(promises, known)
    faults += features_faults(features)
    written = {path.relative_to(SOURCE).as_posix() for path in (SOURCE / "tables").glob("*.md")}
    for name in sorted(written - pages.keys()):
        faults.append(f"docs/src/{name}: nothing writes it any more")
    if "--check" in sys.argv:
        for name, text in pages.items():
            path = SOURCE / name
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                faults.append(f"docs/src/{name} is not what the data give: run `python3 docs/generate.py EKBOM`")
        for picture, report in pictures.items():
            if not typical.is_picture_of(report, picture):
                faults.append(f"docs/src/{picture} shows another report: run `docs/look.sh`")
    else:
        for name, text in pages.items():
            (SOURCE / name).parent.mkdir(parents=True, exist_ok=True)
            (SOURCE / name).write_text(text, encoding="utf-8")
    for fault in faults:
        print(f"FAILED {fault}")
    checked = len(rules) + len(hazards) + len(promises) + len(pages)
    print(f"{checked - len(faults)} passed, {len(faults)} failed")
    sys.exit(bool(faults))


main()
