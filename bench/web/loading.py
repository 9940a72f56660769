"""Opening the page on a slow line and a slow machine: when it paints, when its field takes a key."""

from statistics import median
from typing import Any

from playwright.sync_api import Browser

ROUNDS = 3
# 150 ms there and back, 1.6 Mbit/s, in bytes a second.
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000,
        "uploadThroughput": 93_750}  # fmt: skip
WATCH = """
window.seen = {};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) seen[entry.name || entry.entryType] = entry.startTime;
}).observe({ type: "paint", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) seen.largest = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
(function look() {
  const field = document.querySelector("[role=combobox]");
  if (field && !field.disabled) seen.field = performance.now();
  else requestAnimationFrame(look);
})();
"""
NO_WORKER = "delete Navigator.prototype.serviceWorker;"


def load(browser: Browser, url: str, slowdown: int, again: bool = False) -> dict[str, float]:
    """Seconds to the first paint, the largest, and the field; `again`: kept by the service worker."""
    found = [_once(browser, url, slowdown, again) for _ in range(ROUNDS)]
    return {name: median(one[name] for one in found) for name in found[0]}


def _once(browser: Browser, url: str, slowdown: int, again: bool) -> dict[str, float]:
    context = browser.new_context(base_url=url, locale="en-GB", timezone_id="UTC",
                                  viewport={"width": 1280, "height": 800})  # fmt: skip
    context.add_init_script(WATCH if again else NO_WORKER + WATCH)
    page = context.new_page()
    if again:
        page.goto("/")
        page.evaluate("navigator.serviceWorker.ready")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(2_000)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.goto("/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1_000)
    seen: dict[str, Any] = page.evaluate("window.seen")
    context.close()
    return {"first paint": seen["first-contentful-paint"] / 1000,
            "largest paint": seen["largest"] / 1000, "field": seen["field"] / 1000}  # fmt: skip
