"""DuckDB reads the log into a table of its own, synced; prints what it cost as one line of JSON.

usage: duckdb_import.py LOG.csv DATABASE plain|unordered|sorted

"unordered" lets DuckDB forget the order of rows, which is faster; Waymark keeps it.
"""

import os
import resource
import sys
import time

import duckdb

from questions import THREADS
from worker import cpu_seconds, say

log, database, order = sys.argv[1:]
start, cpu = time.monotonic(), cpu_seconds()
connection = duckdb.connect(database)
connection.execute(f"set threads = {THREADS}")
if order == "unordered":
    connection.execute("set preserve_insertion_order = false")
connection.execute(
    f"""create table events as select * from read_csv('{log}', header = true, delim = ',', quote = '"',
      auto_detect = false, columns = {{
      'customer': 'VARCHAR', 'time': 'TIMESTAMP', 'activity': 'VARCHAR', 'channel': 'VARCHAR'}})
    {'order by customer, time' if order == 'sorted' else ''}"""
)
connection.execute("checkpoint")
rows = connection.execute("select count(*) from events").fetchone()[0]
connection.close()
say(
    {
        "seconds": time.monotonic() - start,
        "cpuSeconds": cpu_seconds() - cpu,
        "rows": rows,
        "storedBytes": os.path.getsize(database),
        "peakMemoryBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
)
