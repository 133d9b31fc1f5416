"""Checks the links within the repository: of the built book, and of the Markdown files outside it.

usage: docs.py BOOK        (from the root of the repository)

Each page is one case. Links to other sites are not followed. A page of the book must also be in its list of chapters.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The links and the anchors of an HTML page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value)
            elif name in ("href", "src"):
                self.links.append(value)


def outside(link):
    parts = urlsplit(link)
    return bool(parts.scheme or parts.netloc)


def html(book):
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in book.rglob("*.html")}
    for path, page in sorted(pages.items()):
        if path.name in ("print.html", "404.html", "toc.html"):
            continue
        broken = []
        for link in page.links:
            if outside(link):
                continue
            parts = urlsplit(link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target = target / "index.html"
            if not target.is_relative_to(book) or not target.is_file():
                broken.append(link)
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                broken.append(link)
        yield path.relative_to(book), broken


def without_code(text):
    text = re.sub(r"^(```|~~~).*?^\1", "", text, flags=re.M | re.S)
    return re.sub(r"`[^`\n]*`", "", text)


def anchor(heading):
    """The anchor that a forge gives a heading."""
    words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def anchors(path):
    text = re.sub(r"^(```|~~~).*?^\1", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    return {anchor(heading) for heading in re.findall(r"^#{1,6} +(.*)$", text, flags=re.M)}


def markdown(root):
    for path in sorted(root.rglob("*.md")):
        name = path.relative_to(root).as_posix()
        if re.search(r"(^|/)(target|node_modules|\.(?!ci/|github/)[^/]*)/", name):
            continue
        if name.startswith("docs/src/") or not path.is_file():
            continue
        broken = []
        for link in re.findall(r"\]\(<?([^)\s>]+)>?[^)]*\)", without_code(path.read_text(encoding="utf-8"))):
            if outside(link):
                continue
            parts = urlsplit(link)
            target = path.parent / unquote(parts.path) if parts.path else path
            if not target.exists():
                broken.append(link)
            elif parts.fragment and target.suffix == ".md" and unquote(parts.fragment) not in anchors(target):
                broken.append(link)
        yield name, broken


def chapters(source):
    """Pages that no reader would find."""
    summary = (source / "SUMMARY.md").read_text(encoding="utf-8")
    listed = {(source / link).resolve() for link in re.findall(r"\]\(([^)]+)\)", summary)}
    pages = {path.resolve() for path in source.rglob("*.md")} - {(source / "SUMMARY.md").resolve()}
    return [f"not in SUMMARY.md: {path.relative_to(source.resolve())}" for path in sorted(pages - listed)]


def main():
    book = Path(sys.argv[1]).resolve()
    root = Path.cwd()
    passed = failed = 0
    found = [*html(book), *markdown(root), ("docs/src/SUMMARY.md", chapters(root / "docs" / "src"))]
    for name, broken in found:
        if broken:
            failed += 1
            print(f"FAILED {name}")
            for link in broken:
                print(f"    {link}")
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed))


main()
