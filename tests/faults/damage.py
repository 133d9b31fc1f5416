"""Files that are cut short, or of which a byte is another one.

Never a panic, a crash or a half file. A file with checksums never gives another answer; without them, a changed value is
a value: how often that happened is printed.
"""

import random
import struct
from collections import Counter

import pyarrow
import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet
from bench import failed, table

ROWS = 400


def whole(bench):
    """The same table as a file of each kind, and its answers."""
    bench.write("in.csv", table(ROWS))
    own = pyarrow.csv.read_csv(bench.folder / "in.csv")
    # Texts in one column, as files have them.
    own = own.set_column(0, "id", own["id"].cast(pyarrow.string()))
    kinds = {}
    for name, more in (
        ("checked.parquet", {"compression": "snappy", "write_page_checksum": True}),
        ("snappy.parquet", {"compression": "snappy"}),
        ("plain.parquet", {"compression": "none", "use_dictionary": False}),
    ):
        pyarrow.parquet.write_table(own, bench.folder / name, row_group_size=150, data_page_size=400, **more)
        kinds[name] = bench.read(name)
    pyarrow.feather.write_feather(own, bench.folder / "whole.arrow", compression="uncompressed", chunksize=150)
    kinds["whole.arrow"] = bench.read("whole.arrow")
    kinds["whole.csv"] = bench.read("in.csv")
    assert bench.cohort("in.csv", "right.csv").code == 0
    right = bench.read("right.csv")
    for name, content in kinds.items():
        bench.write(name, content)
        done = bench.cohort(name, "out.csv")
        assert done.code == 0 and bench.read("out.csv") == right, (name, done)
        (bench.folder / "out.csv").unlink()
    return kinds, right


def boundaries(name, content):
    """Where one part of a file ends and the next begins."""
    places = {0, 1, 4, len(content) - 1, len(content) - 4, len(content) - 8}
    if name.endswith(".parquet"):
        places.add(len(content) - 8 - struct.unpack("<I", content[-8:-4])[0])
        found = pyarrow.parquet.ParquetFile(pyarrow.BufferReader(content)).metadata
        for group in range(found.num_row_groups):
            for column in range(found.num_columns):
                chunk = found.row_group(group).column(column)
                start = chunk.dictionary_page_offset or chunk.data_page_offset
                places |= {start, chunk.data_page_offset, start + chunk.total_compressed_size}
    if name.endswith(".arrow"):
        places |= set(range(0, len(content), 256))
    return {place + near for place in places for near in (-1, 0, 1) if 0 <= place + near < len(content)}


def answer(bench, name, content, right):
    """How a damaged file ended."""
    bench.write(name, content)
    done = bench.cohort(name, "out.csv", "--quiet")
    if done.code == 1:
        # Where the name or the type of a column was altered, the map says which column does not fit.
        place = "map.toml: map: " if "column" in done.err and "map.toml: " in done.err else f"{name}: "
        failed(bench, done, "out.csv", f"ekbom: {place}")
        return "refused"
    assert done.code in (0, 2), done
    assert not [own for own in bench.names() if own.startswith(".")], bench.names()
    made = bench.read("out.csv")
    for own in ("out.csv", "out.rejects.csv"):
        (bench.folder / own).unlink(missing_ok=True)
    if made == right:
        return "same answers"
    return "rows refused" if done.code == 2 else "other answers"


def said(counts):
    return ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items()))


def test_cut_short_anywhere(bench):
    """Parquet and Arrow hold where their end is: a part of a file is never answered."""
    random_places = random.Random(bench.options.seed)
    kinds, right = whole(bench)
    runs = 0
    for name, content in kinds.items():
        if name.endswith(".csv"):
            continue
        places = boundaries(name, content) | {random_places.randrange(len(content)) for _ in range(20)}
        for place in sorted(places):
            kind = answer(bench, name, content[:place], right)
            runs += 1
            # Only what an Arrow file says twice may be missing without harm: its end has to be there all the same.
            assert kind == "refused", (name, place, len(content), kind)
    return f"{runs} cuts, all refused"


def test_csv_cut_short_is_seen_unless_a_row_is_left(bench):
    """The end of a CSV file is wherever it ends: only a row that lacks cells is seen. A last cell may be cut too."""
    kinds, right = whole(bench)
    content, counts = kinds["whole.csv"], Counter()
    begin = content.index(b"\n", len(content) // 2) + 1
    for place in range(begin, content.index(b"\n", begin) + 2):
        bench.write("cut.csv", content[:place])
        done = bench.cohort("cut.csv", "out.csv", "--quiet")
        counts["refused" if done.code == 1 else "fewer rows"] += 1
        if done.code == 1:
            failed(bench, done, "out.csv", "ekbom: cut.csv: cannot be read", "line ")
        else:
            rows = bench.read("out.csv").splitlines()
            assert rows[:-1] == right.splitlines()[: len(rows) - 1], rows[-1]
            (bench.folder / "out.csv").unlink()
            (bench.folder / "out.rejects.csv").unlink(missing_ok=True)
    assert counts["refused"] and counts["fewer rows"] == 4, counts
    return said(counts)


def test_a_byte_is_another_one(bench):
    changed = random.Random(bench.options.seed)
    kinds, right = whole(bench)
    every = []
    for name, content in kinds.items():
        counts = Counter()
        for _ in range(bench.options.flips):
            place = changed.randrange(len(content))
            other = content[place] ^ 1 << changed.randrange(8)
            counts[answer(bench, name, content[:place] + bytes([other]) + content[place + 1 :], right)] += 1
        every.append(f"{name}: {said(counts)}")
        if name == "checked.parquet":
            assert set(counts) <= {"refused", "same answers"}, counts
    return "; ".join(every)
