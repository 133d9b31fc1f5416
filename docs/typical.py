"""Six typical patients: a page each, with the first screen as the command prints it and a picture of the report."""

import hashlib
from pathlib import Path

FOLDER = Path("tests/typical")
SOURCE = Path("docs/src")

# Each with its title and what to look for.
PATIENTS = {
    "low-ferritin": (
        "A low ferritin, and little else",
        "A woman of 45 with one result. Iron is advised, by whom is said, and what comes before it: whether these are "
        "restless legs at all, what forbids iron, and the transferrin saturation.",
    ),
    "b12-and-unsteady-gait": (
        "An unsteady gait with a vitamin B12 that looks normal",
        "A woman of 57. Vitamin B12 is within many laboratories' range, methylmalonic acid is not, and there are signs that "
        "restless legs do not explain. Treatment does not wait for labels.",
    ),
    "high-saturation": (
        "A saturation of 71 % under iron tablets",
        "A man of 52 who takes iron. Iron is forbidden for restless legs whatever the symptoms, and the iron that he takes is "
        "named.",
    ),
    "worse-under-pramipexole": (
        "Restless legs that pramipexole has made worse",
        "A woman of 66 whose symptoms begin hours earlier in the day and have spread. The dose is not raised, and pramipexole is "
        "not stopped from one day to the next.",
    ),
    "pregnant": (
        "Pregnant, with iron deficiency",
        "A woman of 29 in week 29. Iron is advised; a medicine for the legs is chosen together with obstetrics.",
    ),
    "haemodialysis": (
        "Haemodialysis, gabapentin and oxycodone",
        "A man of 64 on haemodialysis. The two medicines together are a danger now; iron is for the renal team.",
    ),
}


def shown(page):
    """What a picture shows of a report: all that stands before its drawings."""
    return page.partition('id="h-values"')[0]


def is_picture_of(page, picture):
    """Was the picture made of this report, as far as it shows it?"""
    known = SOURCE / f"{picture}.sha256"
    made_of = known.read_text(encoding="utf-8").strip() if known.is_file() else ""
    return hashlib.sha256(shown(page).encode("utf-8")).hexdigest() == made_of


def screen(text):
    """The first screen of a report printed as text: up to what silence means."""
    return text.partition("\n  Read as")[0].rstrip()


def pages(ekbom, note):
    """The pages by their names, and the reports of which they show pictures."""
    made, pictures = {}, {}
    rows = []
    for name, (title, says) in PATIENTS.items():
        patient = str(FOLDER / f"{name}.json")
        picture = f"typical/{name}.png"
        pictures[picture] = ekbom.text("assess", "--format", "html", patient)
        first = screen(ekbom.text("assess", patient))
        made[f"typical/{name}.md"] = (
            f"{note}# {title}\n\n{says}\n\n![The report: {title.lower()}]({name}.png)\n\n"
            f"The same in a terminal (`ekbom assess {patient}`):\n\n```text\n{first}\n```\n\n"
            f"For a note in a record (`--brief`):\n\n```text\n{ekbom.text('assess', '--brief', patient).rstrip()}\n```\n"
        )
        rows.append(f"- [{title}]({name}.md): {says}")
    listed = "\n".join(rows)
    made["typical/index.md"] = (
        f"{note}# Six typical patients\n\nInvented, each with what the first screen says. Ten seconds are enough.\n\n{listed}\n"
    )
    return made, pictures
