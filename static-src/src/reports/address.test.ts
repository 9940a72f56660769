import { expect, test } from "vitest";
import {
  BUCKETS,
  DEFAULT,
  datesOf,
  EVERYONE,
  formatAddress,
  GROUPS,
  nameRange,
  parseAddress,
  permitted,
  type ReportState,
  SECOND_GROUPS,
  VIEWS,
} from "./address";

const again = (state: ReportState): ReportState =>
  parseAddress(new URLSearchParams(formatAddress(state).toString()));

test("every report comes back from its address", () => {
  const filters = { projects: ["p"], categories: ["c", "d"], tags: ["a&b=c", "50 %", "é#"] };
  const ranges: ReportState["range"][] = [
    "last-quarter",
    "last-30-days",
    "this-week",
    { from: "2026-03-23", to: "2026-03-30" },
  ];
  for (const view of VIEWS)
    for (const range of ranges)
      for (const bars of [...BUCKETS, null])
        for (const group of GROUPS)
          for (const second of SECOND_GROUPS) {
            const at = group === "project" ? "node" : null;
            if (second === group) continue;
            const whose = { person: "somebody", part: null };
            const state = { view, range, bars, group, second, at, ...whose, ...filters };
            expect(again(state)).toEqual(state);
          }
});

test("the usual report needs nothing in its address", () => {
  expect(formatAddress(DEFAULT).toString()).toBe("");
  expect(parseAddress(new URLSearchParams(""))).toEqual(DEFAULT);
});

test("an address says the last day, not the one after", () => {
  const state = { ...DEFAULT, range: { from: "2026-10-19", to: "2026-10-26" } };
  expect(formatAddress(state).toString()).toBe("from=2026-10-19&to=2026-10-25");
});

test("what is not understood is left at its usual value", () => {
  const odd = "view=pie&range=ever&from=2026-02-30&to=x&bars=hour&group=day&then=project&tag=";
  expect(parseAddress(new URLSearchParams(odd))).toEqual(DEFAULT);
});

test("the view of a year takes the year that the range ends in", () => {
  const state: ReportState = { ...DEFAULT, view: "year", range: "this-week" };
  expect(datesOf(state, "2026-01-01", 1)).toEqual({ from: "2026-01-01", to: "2027-01-01" });
});

test("dates that have a name get it, so that a bookmark moves on", () => {
  expect(nameRange({ from: "2026-11-16", to: "2026-11-23" }, "2026-11-24", 1)).toBe("last-week");
  const other = { from: "2026-11-09", to: "2026-11-16" };
  expect(nameRange(other, "2026-11-24", 1)).toEqual(other);
  expect(nameRange({ from: "2026-11-18", to: "2026-11-25" }, "2026-11-24", 1)).toBe("last-7-days");
  // On a Sunday the week is also the last seven days: it is called what most would call it.
  expect(nameRange({ from: "2026-11-23", to: "2026-11-30" }, "2026-11-29", 1)).toBe("this-week");
});

test("the part that is open comes back from the address, of others' time too", () => {
  const day = { from: "2026-11-24", to: "2026-11-25" };
  const parts: ReportState["part"][] = [
    { dates: day, key: null, inner: null },
    { dates: { from: "2026-11-23", to: "2026-11-30" }, key: "a b&c", inner: null },
    { dates: null, key: "", inner: "x" },
    null,
  ];
  for (const part of parts) expect(again({ ...DEFAULT, part })).toEqual({ ...DEFAULT, part });
  const [part = null] = parts;
  expect(formatAddress({ ...DEFAULT, part }).toString()).toBe("show=2026-11-24");
  expect(parseAddress(new URLSearchParams("show=soon&of=x")).part).toBeNull();
  expect(permitted({ ...DEFAULT, part, person: "somebody" }, true).part).toEqual(part);
});

test("only who administers may ask for the time of others", () => {
  const asked = { ...DEFAULT, group: "person" as const, person: "somebody" };
  expect(permitted(asked, false)).toEqual(DEFAULT);
  expect(permitted({ ...DEFAULT, second: "person" }, false)).toEqual(DEFAULT);
  expect(permitted(asked, true)).toEqual(asked);
  expect(permitted({ ...asked, person: null }, true).person).toBe(EVERYONE);
});
