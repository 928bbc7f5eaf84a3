"""DuckDB, on a table in memory that is sorted by customer and time, customers as integers, activities as an enum.

The forms that were fastest of those tried, and safe:
- The next event is `lead() OVER ()`: a window without partition streams over the table, and DuckDB documents that it
  keeps the order of rows. With `PARTITION BY customer ORDER BY time` the table is sorted again, at thrice the time.
- Paths are lists of (time, activity) packed into integers, sorted after they are gathered: `list()` alone is fast but
  follows no order (its paths were wrong), and the ordered aggregate takes longer.
- Funnel: one ASOF join per step finds the latest start; six running windows take twice as long.
"""

import sys

import duckdb

from questions import FUNNEL, THREADS, TOP, WINDOW_SECONDS
from worker import serve

GAPS = """select activity, following, gap from (
  select customer, activity, lead(activity) over () as following, lead(time) over () - time as gap,
    lead(customer) over () as owner from events) where owner = customer"""

VARIANTS = f"""with paths as (
    select list_transform(
      list_sort(list(time::bigint * 64 + enum_code(activity))), lambda x: (x & 63)::utinyint) as path
    from events group by customer),
  variants as materialized (select path, count(*) as journeys from paths group by path)
select journeys, path, (select count(*) from variants) from variants
order by journeys desc, path limit {TOP}"""


def funnel_query():
    parts = [
        "reached1 as materialized "
        f"(select customer, time, time as start from events where activity = '{FUNNEL[0]}')"
    ]
    for number, step in enumerate(FUNNEL[1:], 2):
        parts.append(
            f"reached{number} as materialized (select e.customer, e.time, r.start "
            f"from (select customer, time from events where activity = '{step}') e "
            f"asof join reached{number - 1} r on e.customer = r.customer and e.time >= r.time "
            f"where e.time <= r.start + {WINDOW_SECONDS})"
        )
    counts = ", ".join(
        f"(select count(distinct customer) from reached{number})"
        for number in range(1, len(FUNNEL) + 1)
    )
    return f"with {', '.join(parts)} select {counts}"


class DuckDBPeer:
    version = duckdb.__version__

    def __init__(self, log):
        self.connection = duckdb.connect()
        run = self.connection.execute
        run(f"set threads = {THREADS}")
        run(
            f"""create temp table rows as select * from read_csv('{log}', header = true, columns = {{
              'customer': 'VARCHAR', 'time': 'TIMESTAMP', 'activity': 'VARCHAR', 'channel': 'VARCHAR'}})"""
        )
        self.names = [row[0] for row in run("select distinct activity from rows order by 1").fetchall()]
        # In byte order, so that lists of codes sort as lists of names.
        run(f"create type activity as enum ({', '.join(repr(name) for name in self.names)})")
        run(
            """create table events as
            select dense_rank() over (order by customer)::uinteger as customer,
              epoch(time)::integer as time, activity::activity as activity
            from rows order by customer, time"""
        )
        run("drop table rows")

    def ask(self, query):
        return self.connection.execute(query).fetchall()

    def transitions(self):
        return self.ask(
            f"select activity, following, count(*), median(gap) from ({GAPS}) group by all"
        )

    def dwell(self):
        return self.ask(
            f"select activity, count(*), quantile_cont(gap, [0.5, 0.9]) from ({GAPS}) group by all"
        )

    def variants(self):
        return self.ask(VARIANTS)

    def funnel(self):
        return self.ask(funnel_query())

    def all(self):
        # One pass answers both questions about gaps.
        self.ask(
            f"""select activity, following, count(*), quantile_cont(gap, [0.5, 0.9]) from ({GAPS})
            group by grouping sets ((activity, following), (activity))"""
        )
        self.variants()
        self.funnel()

    def comparable(self):
        variants = self.variants()
        return {
            "transitions": [
                {"from": a, "to": b, "count": n, "median": m} for a, b, n, m in self.transitions()
            ],
            "distinctVariants": variants[0][2],
            "topVariants": [
                {"path": [self.names[code] for code in path], "count": n} for n, path, _ in variants
            ],
            "funnel": list(self.funnel()[0]),
            "dwell": [
                {"name": a, "count": n, "median": q[0], "p90": q[1]} for a, n, q in self.dwell()
            ],
        }


if __name__ == "__main__":
    serve(DuckDBPeer(sys.argv[1]))
