"""Measures the map's canvas in Chromium: key press to paint, main-thread work per scroll frame, nodes in the page.

The map is generated: 200 steps × 40 lanes × 4,000 cards. Run from the root of the repository:

    .venv/bin/python Benchmarks/editor.py [--runs 5] [--json FILE]

Times of the main thread come from a trace of the browser (RunTask of the renderer's main thread). From key press to
paint is the time from the key event's own stamp to the first task after the frame it led to (the Event Timing API
rounds to 8 ms).
"""

import argparse
import functools
import http.server
import json
import pathlib
import statistics
import subprocess
import tempfile
import threading

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).parents[1]
GOALS = {"key_to_paint_ms": 50, "scroll_frame_ms": 8, "nodes": 3000}

# Time from a key's arrival to the first task after the frame that shows it was handed on.
WATCH_KEYS = """() => {
  window.keyTimes = []
  window.addEventListener('keydown', event => {
    const from = event.timeStamp
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => window.keyTimes.push(performance.now() - from)
      channel.port2.postMessage(null)
    })
  }, true)
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def served(folder):
    handler = functools.partial(Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/index.html?map=big"


def spread(values):
    ordered = sorted(values)
    at = lambda share: ordered[min(len(ordered) - 1, int(share * len(ordered)))]
    return {
        "median": round(statistics.median(ordered), 2), "p90": round(at(0.9), 2), "p99": round(at(0.99), 2),
        "worst": round(ordered[-1], 2), "n": len(ordered),
    }


def scroll_frames(page, session, direction):
    """Main-thread work of each frame, in ms, while the map scrolls about two thousand pixels a second."""
    events = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    done = []
    session.on("Tracing.tracingComplete", lambda _: done.append(True))
    session.send("Tracing.start", {"traceConfig": {"includedCategories": [
        "toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline", "blink.user_timing"]}})
    page.evaluate(
        """direction => new Promise(resolve => {
          const canvas = document.querySelector('.canvas')
          let count = 0
          const step = () => {
            canvas.scrollBy(direction === 'right' ? 34 : 0, direction === 'down' ? 34 : 0)
            count += 1
            performance.mark('scroll-frame')
            if (count < 150) requestAnimationFrame(step); else requestAnimationFrame(() => resolve())
          }
          requestAnimationFrame(step)
        })""", direction)
    session.send("Tracing.end")
    for _ in range(100):
        if done:
            break
        page.wait_for_timeout(50)
    marks = [event for event in events if event.get("name") == "scroll-frame"]
    process, thread = marks[0]["pid"], marks[0]["tid"]
    edges = sorted(mark["ts"] for mark in marks)
    tasks = [
        (event["ts"], event["dur"]) for event in events
        if event.get("pid") == process and event.get("tid") == thread and event.get("ph") == "X"
        and event.get("name") == "RunTask"
    ]
    work = [0.0] * (len(edges) + 1)
    place = 0
    for start, duration in sorted(tasks):
        # A task belongs to the frame whose mark lies in it or is the last before it.
        while place + 1 < len(edges) and edges[place + 1] <= start + duration:
            place += 1
        work[place] += duration / 1000
    return work[1 : len(edges) - 1]


def measure(page, address):
    page.goto(address)
    page.wait_for_selector(".card")
    page.wait_for_timeout(600)
    found = {"nodes": {}, "nodes_with_text": {}}
    session = page.context.new_cdp_session(page)
    for zoom in (0.25, 0.5, 1, 2):
        page.evaluate("zoom => editor.view.setZoom(zoom)", zoom)
        page.wait_for_timeout(200)
        found["nodes"][str(zoom)] = page.evaluate("document.querySelectorAll('*').length")
    page.evaluate("editor.view.setZoom(1)")
    page.wait_for_timeout(200)
    for direction in ("right", "down"):
        found[f"scroll_{direction}"] = scroll_frames(page, session, direction)
        page.evaluate("document.querySelector('.canvas').scrollTo(1200, 800)")
        page.wait_for_timeout(200)
    page.evaluate(WATCH_KEYS)
    page.evaluate("editor.view.go(editor.view.state.cursor ?? {at: 'cell', lane: 'l10', step: 's3-1', card: null}); editor.view.focusCanvas()")
    keys = {"arrows": ["ArrowRight", "ArrowDown"] * 15, "typing": list("a card with words"), "commit": ["Enter", "a", "Escape"] * 8,
            "move": ["Shift+ArrowRight", "Shift+ArrowDown"] * 8, "undo": ["Control+z"] * 8}
    for name, presses in keys.items():
        page.evaluate("window.keyTimes = []")
        for press in presses:
            page.keyboard.press(press)
            page.wait_for_timeout(45)
        found[f"key_{name}"] = page.evaluate("window.keyTimes")
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--json")
    arguments.add_argument("--harness", default=str(ROOT / "Web/tests/harness/build"))
    options = arguments.parse_args()
    runs = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        subprocess.run([options.harness, folder], check=True)
        address = served(folder)
        for _ in range(options.runs):
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            runs.append(measure(page, address))
            browser.close()
    result = {"nodes": {zoom: max(run["nodes"][zoom] for run in runs) for zoom in runs[0]["nodes"]}}
    for name in runs[0]:
        if name.startswith(("scroll_", "key_")):
            result[name] = spread([value for run in runs for value in run[name]])
            result[name]["medians"] = [round(statistics.median(run[name]), 2) for run in runs]
    for name, value in result.items():
        print(f"{name:14} {value}")
    print(f"goals          {GOALS}")
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
