import { expect, test } from "vitest";
import { DEFAULT, type ReportState } from "./address";
import { questionOf } from "./question";

const tree = { projects: [], places: new Map() };
const ask = (state: Partial<ReportState>, zone: string) =>
  questionOf({ ...DEFAULT, ...state }, { today: "2026-11-24", zone, weekStart: 1 }, tree);

test("a week in which clocks go forward is an hour short, one in which they go back longer", () => {
  const hours = (from: string, to: string, zone: string): number => {
    const { query } = ask({ range: { from, to } }, zone);
    return (Date.parse(query.to) - Date.parse(query.from)) / 3_600_000;
  };
  expect(hours("2026-03-23", "2026-03-30", "Europe/Berlin")).toBe(167);
  expect(hours("2026-10-19", "2026-10-26", "Europe/Berlin")).toBe(169);
  expect(hours("2026-03-02", "2026-03-09", "America/New_York")).toBe(167);
  expect(hours("2026-10-26", "2026-11-02", "America/New_York")).toBe(169);
});

test("a range begins and ends at midnight where the person is", () => {
  const { query } = ask({ range: "today" }, "Europe/Berlin");
  expect([query.from, query.to]).toEqual(["2026-11-23T23:00:00.000Z", "2026-11-24T23:00:00.000Z"]);
  expect(query.tz).toBe("Europe/Berlin");
});

test("each view asks for what it draws", () => {
  const groups = (state: Partial<ReportState>): string => ask(state, "UTC").query.groupBy;
  expect(groups({ view: "time", range: "this-week" })).toBe("day,category");
  expect(groups({ view: "time", range: "this-year", group: "tag" })).toBe("month,tag");
  expect(groups({ view: "time", range: "this-year", bars: "week" })).toBe("week,category");
  expect(groups({ view: "share", second: "category" })).toBe("category");
  expect(groups({ view: "share", group: "tag", second: "month" })).toBe("tag,month");
  expect(groups({ view: "year", group: "tag" })).toBe("day");
});

test("one's own time needs no name, everybody's names all of them", () => {
  const people = new Map([
    ["a", "Ada"],
    ["b", "Ben"],
  ]);
  const calendar = { today: "2026-11-24", zone: "UTC", weekStart: 1 as const };
  const asked = (person: string | null): string[] =>
    questionOf({ ...DEFAULT, person }, calendar, { ...tree, people }).query.personId;
  expect(asked(null)).toEqual([]);
  expect(asked("b")).toEqual(["b"]);
  expect(asked("everyone")).toEqual(["a", "b"]);
});
