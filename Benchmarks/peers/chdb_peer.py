"""chDB (ClickHouse in a process), on a MergeTree table ordered by customer and time, activities as Enum8.

The forms that were fastest of those tried, and safe:
- Journeys are arrays of (time, activity) packed into integers and sorted: `groupArray` alone follows no order (with
  `optimize_aggregation_in_order` one of its counts was wrong), and window functions take longer.
- Funnel: `windowFunnel` over the events of the six steps.
"""

import json
import sys

import chdb
from chdb import session

from questions import FUNNEL, THREADS, TOP, WINDOW_SECONDS
from worker import serve

JOURNEYS = """select arraySort(groupArray(toUInt64(time) * 64 + toInt8(activity))) as journey
  from waymark.events group by customer"""

GAPS = f"""select a, b, gap from (select journey from ({JOURNEYS}))
  array join arrayMap(x -> bitAnd(x, 63), arrayPopBack(journey)) as a,
    arrayMap(x -> bitAnd(x, 63), arrayPopFront(journey)) as b,
    arrayPopFront(arrayDifference(arrayMap(x -> intDiv(x, 64), journey))) as gap"""

VARIANTS = f"""select journeys, path, count() over () from (
    select path, count() as journeys
    from (select arrayMap(x -> bitAnd(x, 63), journey) as path from ({JOURNEYS})) group by path)
  order by journeys desc, path limit {TOP}"""

FUNNEL_STEPS = ", ".join(f"activity = '{step}'" for step in FUNNEL)
FUNNEL_NAMES = ", ".join(f"'{step}'" for step in FUNNEL)
FUNNEL_QUERY = f"""select level, count() from (
    select windowFunnel({WINDOW_SECONDS})(time, {FUNNEL_STEPS}) as level
    from waymark.events where activity in ({FUNNEL_NAMES}) group by customer)
  group by level order by level"""


class ChDBPeer:
    version = chdb.__version__

    def __init__(self, log, folder):
        self.session = session.Session(folder)
        run = self.session.query
        run(f"set max_threads = {THREADS}")
        run("create database waymark")
        run(
            f"""create table waymark.rows engine = Memory as
            select customer, toUnixTimestamp(time) as second, activity
            from file('{log}', 'CSVWithNames', 'customer String, time DateTime(\\'UTC\\'), activity String, channel String')
            settings date_time_input_format = 'best_effort'"""
        )
        self.names = str(run("select distinct activity from waymark.rows order by 1", "TSV")).split()
        # In byte order, so that arrays of codes sort as arrays of names.
        enum = ", ".join(f"'{name}' = {code}" for code, name in enumerate(self.names))
        run(
            f"""create table waymark.events (customer UInt32, time UInt32, activity Enum8({enum}))
            engine = MergeTree order by (customer, time)"""
        )
        run(
            """insert into waymark.events select number, second, activity from waymark.rows inner join (
              select customer, toUInt32(row_number() over (order by customer)) as number
              from (select distinct customer from waymark.rows)) as numbers using (customer)"""
        )
        run("drop table waymark.rows")
        # One part, and no merging in the background later.
        run("optimize table waymark.events final")

    def ask(self, query):
        text = str(self.session.query(f"{query} settings max_threads = {THREADS}", "JSONCompactEachRow"))
        return [json.loads(line) for line in text.splitlines()]

    def transitions(self):
        return self.ask(
            f"select a, b, count(), quantileExactInclusive(0.5)(gap) from ({GAPS}) group by a, b"
        )

    def dwell(self):
        return self.ask(
            f"select a, count(), quantilesExactInclusive(0.5, 0.9)(gap) from ({GAPS}) group by a"
        )

    def variants(self):
        return self.ask(VARIANTS)

    def funnel(self):
        return self.ask(FUNNEL_QUERY)

    def all(self):
        # One pass answers both questions about gaps.
        self.ask(
            f"""select a, b, count(), quantilesExactInclusive(0.5, 0.9)(gap) from ({GAPS})
            group by grouping sets ((a, b), (a))"""
        )
        self.variants()
        self.funnel()

    def comparable(self):
        variants = self.variants()
        levels = {int(level): int(count) for level, count in self.funnel()}
        steps = range(1, len(FUNNEL) + 1)
        return {
            "transitions": [
                {"from": self.names[int(a)], "to": self.names[int(b)], "count": int(n), "median": float(m)}
                for a, b, n, m in self.transitions()
            ],
            "distinctVariants": int(variants[0][2]),
            "topVariants": [
                {"path": [self.names[int(code)] for code in path], "count": int(n)}
                for n, path, _ in variants
            ],
            "funnel": [sum(n for level, n in levels.items() if level >= step) for step in steps],
            "dwell": [
                {"name": self.names[int(a)], "count": int(n), "median": float(q[0]), "p90": float(q[1])}
                for a, n, q in self.dwell()
            ],
        }


if __name__ == "__main__":
    serve(ChDBPeer(sys.argv[1], sys.argv[2]))
