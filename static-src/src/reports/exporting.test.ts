import { expect, test } from "vitest";
import { exportAddress, peopleIn } from "./exporting";

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
