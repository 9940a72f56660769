import { expect, test } from "vitest";
import type { Category, Project, Report } from "../api/types";
import { placesOf } from "../store/tree";
import { DEFAULT, type ReportState } from "./address";
import { csvOf, rowsOf } from "./csv";
import { questionOf } from "./question";

const lines = (rows: Parameters<typeof csvOf>[0]): string[] =>
  csvOf(rows).slice(1).split("\r\n").slice(0, -1);

test("begins with the mark of UTF-8, and each line ends as RFC 4180 wants it", () => {
  expect(csvOf([["é", 1], ["b"]])).toBe("\uFEFFé,1\r\nb\r\n");
});

test("what would end a cell is quoted, and quotes are doubled", () => {
  expect(lines([["a,b", 'say "no"', "two\nlines", "plain"]])).toEqual([
    '"a,b","say ""no""","two\nlines",plain',
  ]);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("%j is no formula any more", (name) => {
  expect(csvOf([[name]])).toContain(`'${name}`);
});

test("a formula with a comma is both defused and quoted; numbers are left alone", () => {
  expect(lines([["=HYPERLINK(1,2)", -5]])).toEqual(['"\'=HYPERLINK(1,2)",-5']);
});

const projects = [{ id: "p", name: "=Garden", color: "green" } as Project];
const categories = [
  { id: "c", name: "Beds", projectId: "p", parentCategoryId: null, archivedAt: null } as Category,
];
const tree = { projects, places: placesOf({ projects, categories }) };
const calendar = { today: "2026-11-24", zone: "UTC", weekStart: 1 as const };
const table = (state: Partial<ReportState>, rows: object[]): string[] => {
  const report = { totalSeconds: 5400, rows } as Report;
  return lines(rowsOf(report, questionOf({ ...DEFAULT, ...state }, calendar, tree), tree));
};
const inBeds = { key: "c", label: "", seconds: 5400, ownSeconds: 5400 };

test("bars over time: a line for each day, with and without time, in hours and in seconds", () => {
  const days = [
    { key: "2026-11-23", label: "", seconds: 5400, rows: [inBeds] },
    { key: "2026-11-24", label: "", seconds: 0, rows: [] },
  ];
  expect(table({}, days)).toEqual([
    "Day,Total (hours),Total (seconds),'=Garden (hours),'=Garden (seconds)",
    "2026-11-23,1.5,5400,1.5,5400",
    "2026-11-24,0,0,0,0",
  ]);
});

test("shares: a line for what is in each group, so that the column adds up", () => {
  expect(table({ view: "share" }, [inBeds])).toEqual([
    "Project,Hours,Seconds",
    "'=Garden,1.5,5400",
  ]);
  expect(table({ view: "share", second: "category" }, [inBeds])).toEqual([
    "Project,Category,Hours,Seconds",
    "'=Garden,Beds,1.5,5400",
  ]);
});

test("a year: its days", () => {
  const days = [{ key: "2026-01-01", label: "", seconds: 5400 }];
  expect(table({ view: "year" }, days)).toEqual(["Day,Hours,Seconds", "2026-01-01,1.5,5400"]);
});
