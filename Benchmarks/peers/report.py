"""Results as tables for docs/benchmarks.md."""

import statistics

OURS = "Waymark"
PEERS = ["DuckDB", "chDB", "Polars"]
TITLES = {
    "all": "all four together",
    "transitions": "transitions, exact median gaps",
    "variants": "variants, exact, top 100",
    "funnel": "funnel, six steps, 30 days",
    "dwell": "dwell per event, median and p90",
}


def spread(values, digits):
    return (
        f"{statistics.median(values):.{digits}f} "
        f"({min(values):.{digits}f}–{max(values):.{digits}f})"
    )


def ratios(rounds, peer, field):
    return [costs[peer][field] / costs[OURS][field] for costs in rounds]


def best_ratios(rounds, field):
    """Against whichever peer was fastest in that very round."""
    return [min(costs[peer][field] for peer in PEERS) / costs[OURS][field] for costs in rounds]


def import_table(rounds):
    names = list(rounds[0])
    lines = [
        "| import | seconds | times Waymark's | processor seconds | peak memory, MB | stored, MB |",
        "|---|---|---|---|---|---|",
    ]
    for name in names:
        costs = [costs[name] for costs in rounds]
        ratio = "–" if name == OURS else spread(ratios(rounds, name, "seconds"), 1)
        lines.append(
            f"| {name} | {spread([cost['seconds'] for cost in costs], 2)} | {ratio} "
            f"| {spread([cost['cpuSeconds'] for cost in costs], 2)} "
            f"| {max(cost['peakMemoryBytes'] for cost in costs) / 1e6:.0f} "
            f"| {max(cost['storedBytes'] for cost in costs) / 1e6:.1f} |"
        )
    return lines


def question_tables(rounds):
    def milliseconds(question, name, field):
        return f"{1000 * statistics.median([r[question][name][field] for r in rounds]):.0f}"

    names = [OURS] + PEERS
    lines = [
        f"| question | {' | '.join(f'{name}, ms' for name in names)} | best peer ÷ Waymark |",
        "|---|" + "---|" * (len(names) + 1),
    ]
    for question, title in TITLES.items():
        costs = [r[question] for r in rounds]
        times = " | ".join(milliseconds(question, name, "seconds") for name in names)
        lines.append(f"| {title} | {times} | {spread(best_ratios(costs, 'seconds'), 1)} |")
    lines += [
        "",
        f"| processor time | {' | '.join(f'{name}, ms' for name in names)} | best peer ÷ Waymark |",
        "|---|" + "---|" * (len(names) + 1),
    ]
    for question, title in TITLES.items():
        costs = [r[question] for r in rounds]
        times = " | ".join(milliseconds(question, name, "cpuSeconds") for name in names)
        lines.append(f"| {title} | {times} | {spread(best_ratios(costs, 'cpuSeconds'), 1)} |")
    return lines


def goal_table(result):
    imports = result["imports"]
    together = [costs["all"] for costs in result["questions"]]
    memory = max(costs[OURS]["peakMemoryBytes"] for costs in imports) / 1e6
    stored = imports[0][OURS]["storedBytes"] / result["log"]["bytes"]

    def both(of):
        return f"{spread(of('seconds'), 1)} | {spread(of('cpuSeconds'), 1)}"

    return [
        "| goal (10 million events) | reached, by the clock | reached, by processor time |",
        "|---|---|---|",
        "| import ≥ 3 × faster than DuckDB's into its own table "
        f"| {both(lambda field: ratios(imports, 'DuckDB', field))} |",
        f"| peak memory of the import under 1.5 GB | {memory:.0f} MB | |",
        f"| stored log ≤ 0.2 × CSV | {stored:.3f} | |",
        "| four questions together ≥ 8 × faster than the best peer "
        f"| {both(lambda field: best_ratios(together, field))} |",
        "",
    ]


def markdown(result):
    log, machine = result["log"], result["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
    stored = result["imports"][0][OURS]["storedBytes"]
    loads = " → ".join(f"{load:.1f}" for load in result["loadAverages"])
    lines = goal_table(result) + [
        f"- Machine: {machine['processor']}, {machine['cores']} cores, {machine['memoryGB']} GB, {machine['system']}.",
        f"- Peers: {versions}, on Python {machine['python']}, two threads each.",
        f"- Log: {log['rows']:,} rows, {log['bytes']:,} bytes, SHA-256 `{log['sha256']}`.",
        f"- Load of the machine at the start, between the parts and at the end: {loads}.",
        f"- All programs agree: {result['answers']['transitions']:,} transitions, "
        f"{result['answers']['distinctVariants']:,} variants, funnel {result['answers']['funnel']}.",
        f"- Stored log ÷ CSV: {stored / log['bytes']:.3f}; {stored / log['rows']:.2f} bytes an event.",
        "",
        f"Import, {len(result['imports'])} rounds; median (least–greatest):",
        "",
        *import_table(result["imports"]),
        "",
        f"Questions, {len(result['questions'])} rounds; medians, the ratio with its least and greatest:",
        "",
        *question_tables(result["questions"]),
        "",
    ]
    return "\n".join(lines)
