"""Polars, on a frame in memory that is sorted by customer and time: customers and activities as integers.

The forms that were fastest of those tried:
- The next event is the column shifted by one, kept where the customer stays the same.
- Paths are strings that share the memory of the activity column, cut where the customer changes (NumPy and Arrow, no
  copy of the codes but one); grouping lists made by `group_by("customer")` takes thrice as long.
- Funnel: one `join_asof` per step, on keys of customer and time, finds the latest start.
"""

import os
import sys

from questions import FUNNEL, THREADS, TOP, WINDOW_SECONDS

os.environ["POLARS_MAX_THREADS"] = str(THREADS)

import numpy  # noqa: E402
import polars  # noqa: E402
import pyarrow  # noqa: E402
from polars import col  # noqa: E402

from worker import serve  # noqa: E402

CUSTOMER = 2**32
FIRST_LETTER = 48


class PolarsPeer:
    version = polars.__version__

    def __init__(self, log):
        rows = polars.read_csv(log, columns=["customer", "time", "activity"])
        self.names = sorted(rows["activity"].unique().to_list())
        self.events = (
            rows.select(
                customer=col("customer").rank("dense").cast(polars.UInt32),
                time=col("time").str.to_datetime("%Y-%m-%dT%H:%M:%SZ").dt.epoch("s").cast(polars.Int32),
                # In byte order, so that strings of codes sort as lists of names.
                activity=col("activity").cast(polars.Enum(self.names)).to_physical().cast(polars.UInt8),
            )
            .sort("customer", "time")
            .rechunk()
            .with_columns(col("customer").set_sorted())
        )
        self.codes = {name: code for code, name in enumerate(self.names)}

    def gaps(self):
        """Lazily: the pair (as one number), its first activity, and the gap, for each event with a next one."""
        return (
            self.events.lazy()
            .select(
                "customer",
                "activity",
                pair=col("activity").cast(polars.UInt16) * 64 + col("activity").shift(-1),
                gap=col("time").shift(-1) - col("time"),
                owner=col("customer").shift(-1),
            )
            .filter(col("owner") == col("customer"))
            .select("activity", "pair", "gap")
        )

    @staticmethod
    def by_pair(gaps):
        return gaps.group_by("pair").agg(count=polars.len(), median=col("gap").median())

    @staticmethod
    def by_activity(gaps):
        return gaps.group_by("activity").agg(
            count=polars.len(), median=col("gap").median(), p90=col("gap").quantile(0.9, "linear")
        )

    def transitions(self):
        return self.by_pair(self.gaps()).collect(engine="streaming")

    def dwell(self):
        return self.by_activity(self.gaps()).collect(engine="in-memory")

    def variants(self):
        customers = self.events["customer"].to_numpy()
        ends = numpy.flatnonzero(customers[1:] != customers[:-1]) + 1
        offsets = numpy.concatenate(([0], ends, [len(customers)])).astype(numpy.int64)
        letters = self.events["activity"].to_numpy() + FIRST_LETTER
        paths = pyarrow.LargeStringArray.from_buffers(
            len(offsets) - 1, pyarrow.py_buffer(offsets), pyarrow.py_buffer(letters)
        )
        counted = (
            polars.DataFrame({"path": polars.from_arrow(paths)})
            .lazy()
            .group_by("path")
            .agg(count=polars.len())
            .collect(engine="streaming")
        )
        least = counted["count"].top_k(TOP).min()
        top = counted.filter(col("count") >= least).sort("count", "path", descending=[True, False])
        return counted.height, top.head(TOP).rows()

    def funnel(self):
        codes = [self.codes[step] for step in FUNNEL]
        events = (
            self.events.lazy()
            .filter(col("activity").is_in(codes))
            .select(
                "activity",
                owner=col("customer").cast(polars.Int64) * CUSTOMER,
                key=col("customer").cast(polars.Int64) * CUSTOMER + col("time"),
            )
            .collect()
        )
        first = events.lazy().filter(col("activity") == codes[0])
        reached = first.select("key", "owner", start="key").collect()
        counts = [reached["owner"].n_unique()]
        for code in codes[1:]:
            reached = (
                events.lazy()
                .filter(col("activity") == code)
                .select(col("key").set_sorted(), "owner")
                .join_asof(
                    reached.lazy().select(col("key").set_sorted(), "start"), on="key"
                )
                .filter(
                    (col("start") >= col("owner")) & (col("key") - col("start") <= WINDOW_SECONDS)
                )
                .collect()
            )
            counts.append(reached["owner"].n_unique())
        return counts

    def all(self):
        # Both questions about gaps share one frame of them.
        gaps = self.gaps().collect().lazy()
        self.by_pair(gaps).collect(engine="streaming")
        self.by_activity(gaps).collect(engine="in-memory")
        self.variants()
        self.funnel()

    def comparable(self):
        distinct, top = self.variants()
        return {
            "transitions": [
                {
                    "from": self.names[pair // 64],
                    "to": self.names[pair % 64],
                    "count": count,
                    "median": median,
                }
                for pair, count, median in self.transitions().rows()
            ],
            "distinctVariants": distinct,
            "topVariants": [
                {"path": [self.names[ord(letter) - FIRST_LETTER] for letter in path], "count": count}
                for path, count in top
            ],
            "funnel": self.funnel(),
            "dwell": [
                {"name": self.names[code], "count": count, "median": median, "p90": p90}
                for code, count, median, p90 in self.dwell().rows()
            ],
        }


if __name__ == "__main__":
    serve(PolarsPeer(sys.argv[1]))
