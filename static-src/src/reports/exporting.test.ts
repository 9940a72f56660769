import { expect, test } from "vitest";
import { exportAddress, peopleIn, workbookAddress } from "./exporting";

const query = {
  from: "2026-11-02T00:00:00.000Z",
  to: "2026-11-09T00:00:00.000Z",
  tz: "Europe/Berlin",
  weekStart: 1,
  groupBy: "day,category",
  projectId: ["p"],
  categoryId: [],
  tag: ["a & b", "c"],
  personId: [],
};

test("an export is of the range, the zone and the filters of the report", () => {
  const address = new URL(exportAddress("ics", { query }, ["x"]), "http://localhost");

  expect(address.pathname).toBe("/api/export");
  expect([...address.searchParams]).toEqual([
    ["format", "ics"],
    ["from", query.from],
    ["to", query.to],
    ["tz", "Europe/Berlin"],
    ["projectId", "p"],
    ["tag", "a & b"],
    ["tag", "c"],
    ["personId", "x"],
  ]);
});

test("it is of those whose time the report shows", () => {
  const everybody = ["a", "b"];
  expect(peopleIn({ query }, everybody)).toEqual([]);
  expect(peopleIn({ query: { ...query, personId: ["b"] } }, everybody)).toEqual(["b"]);
  expect(peopleIn({ query: { ...query, groupBy: "day,person" } }, everybody)).toEqual(everybody);
});

test.each([
  [{ view: "time", bars: "week", group: "project", second: "none", at: null }, "week,project"],
  [{ view: "time", bars: "day", group: "project", second: "none", at: "p" }, "day,category"],
  [{ view: "share", bars: "day", group: "tag", second: "none", at: null }, "tag"],
  [{ view: "share", bars: "day", group: "project", second: "day", at: null }, "project,day"],
  [{ view: "share", bars: "day", group: "project", second: "category", at: "p" }, "category"],
  [{ view: "year", bars: "day", group: "project", second: "none", at: null }, "day"],
] as const)("a workbook adds up by what is shown: %o", (shown, groupBy) => {
  const dates = { from: "2026-11-02", to: "2026-11-09" };
  const address = new URL(workbookAddress({ ...shown, dates, query }), "http://localhost");

  expect(address.pathname).toBe("/api/reports/summary.xlsx");
  expect([...address.searchParams]).toEqual([
    ["from", query.from],
    ["to", query.to],
    ["tz", "Europe/Berlin"],
    ["weekStart", "1"],
    ["groupBy", groupBy],
    ["projectId", "p"],
    ["tag", "a & b"],
    ["tag", "c"],
  ]);
});
