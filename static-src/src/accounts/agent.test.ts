import { describe, expect, test } from "vitest";
import { describeAgent } from "./agent";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("a browser in words", () => {
  test.each([
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/143.0.0.0 Safari/537.36`, "Chrome on Linux"],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64) ${webkit} Chrome/143.0 Safari/537.36 Edg/143.0`,
      "Edge on Windows",
    ],
    ["Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0", "Firefox on Android"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1",
      "Safari on iOS",
    ],
    ["curl/8.11.0", "curl"],
    ["", "Unknown browser"],
  ])("%s", (agent, said) => {
    expect(describeAgent(agent)).toBe(said);
  });
});
