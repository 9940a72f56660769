import { expect, test } from "vitest";
import type { Category, Project, ReportRow } from "../api/types";
import { placesOf } from "../store/tree";
import { levelsOf, limited, OTHERS, type Series, stacksOf } from "./series";
import { branchOf, scopeOf, type Tree, trailTo } from "./tree";

const AT = { createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z" };
const project = (id: string, color: string): Project =>
  ({ id, name: id.toUpperCase(), color, archivedAt: null, ...AT }) as Project;
const category = (id: string, projectId: string, parentCategoryId: string | null): Category =>
  ({
    id,
    name: id.toUpperCase(),
    projectId,
    parentCategoryId,
    archivedAt: null,
    ...AT,
  }) as Category;

// one › dev › deep, one › plan; two › mail
const projects = [project("one", "blue"), project("two", "green")];
const categories = [
  category("dev", "one", null),
  category("deep", "one", "dev"),
  category("plan", "one", null),
  category("mail", "two", null),
];
const tree: Tree = { projects, places: placesOf({ projects, categories }) };

const of = (key: string, ownSeconds: number, totalSeconds = ownSeconds, rows?: ReportRow[]) => ({
  key,
  label: key,
  seconds: ownSeconds,
  ownSeconds,
  totalSeconds,
  ...(rows && { rows }),
});
const report = (rows: ReportRow[], totalSeconds: number) => ({
  from: "",
  to: "",
  tz: "UTC",
  totalSeconds,
  rows,
});
const brief = (list: Pick<Series, "key" | "seconds">[]) =>
  list.map(({ key, seconds }) => [key, seconds]);

const ROWS = [of("dev", 100, 400), of("deep", 300), of("plan", 50), of("mail", 200)];

test("a category belongs to the branch that is looked at", () => {
  expect(branchOf("deep", null, tree)).toBe("one");
  expect(branchOf("deep", "one", tree)).toBe("dev");
  expect(branchOf("deep", "dev", tree)).toBe("deep");
  expect(branchOf("dev", "dev", tree)).toBe("dev");
  expect(trailTo("deep", tree)).toEqual(["one", "dev", "deep"]);
});

test("shares add up on every level down the tree, each second once", () => {
  const top = { group: "project", second: "none", at: null } as const;
  expect(brief(levelsOf(report(ROWS, 650), top, tree))).toEqual([
    ["one", 450],
    ["two", 200],
  ]);
  const inOne = levelsOf(report(ROWS.slice(0, 3), 450), { ...top, at: "one" }, tree);
  expect(brief(inOne)).toEqual([
    ["dev", 400],
    ["plan", 50],
  ]);
  const inDev = levelsOf(report(ROWS.slice(0, 2), 400), { ...top, at: "dev" }, tree);
  expect(brief(inDev)).toEqual([
    ["deep", 300],
    ["dev", 100],
  ]);
  expect(inDev.map(({ inside }) => inside)).toEqual([false, false]);
});

test("a second level by category is the next one down the tree", () => {
  const asked = { group: "project", second: "category", at: null } as const;
  const [one] = levelsOf(report(ROWS, 650), asked, tree);
  expect(brief(one?.rows ?? [])).toEqual([
    ["dev", 400],
    ["plan", 50],
  ]);
});

test("tags within projects: each tag once, and time without a tag named so", () => {
  const tagged = [
    of("dev", 100, 400, [
      { key: "a", label: "a", seconds: 60 },
      { key: "", label: "", seconds: 40 },
    ]),
    of("deep", 300, 300, [{ key: "a", label: "a", seconds: 300 }]),
  ];
  const asked = { group: "project", second: "tag", at: null } as const;
  const [one] = levelsOf(report(tagged, 400), asked, tree);
  expect(brief(one?.rows ?? [])).toEqual([
    ["a", 360],
    ["", 40],
  ]);
  expect(one?.rows[1]?.label).toBe("No tag");
});

test("bars hold each category's own time under its project, and days without time stay", () => {
  const days = [
    { key: "2026-03-28", label: "", seconds: 600, rows: ROWS.slice(1) },
    { key: "2026-03-29", label: "", seconds: 0, rows: [] },
  ];
  const asked = { group: "project", second: "none", at: null } as const;
  const { series, columns, total } = stacksOf(report(days, 600), asked, tree);
  expect(brief(series)).toEqual([
    ["one", 350],
    ["two", 200],
  ]);
  expect(columns[0]?.parts).toEqual([
    { key: "one", value: 350 },
    { key: "two", value: 200 },
  ]);
  expect(columns[1]).toEqual({ key: "2026-03-29", seconds: 0, parts: [] });
  expect(total).toBe(600);
});

test("too many series become one called others, and nothing is lost", () => {
  const many: Series[] = Array.from({ length: 12 }, (_, i) => ({
    key: `${i}`,
    label: `${i}`,
    color: "blue",
    tint: 0,
    seconds: 12 - i,
    inside: false,
  }));
  const few = limited(many, 9);
  expect(few).toHaveLength(9);
  expect(few.at(-1)?.key).toBe(OTHERS);
  const sum = (list: Series[]): number => list.reduce((all, { seconds }) => all + seconds, 0);
  expect(sum(few)).toBe(sum(many));
});

test("categories of one project have its colour, told apart by tint", () => {
  const asked = { group: "category", second: "none", at: null } as const;
  const levels = levelsOf(report(ROWS, 650), asked, tree);
  expect(levels.map(({ key, color, tint }) => [key, color, tint])).toEqual([
    ["deep", "blue", 0],
    ["mail", "green", 0],
    ["dev", "blue", 1],
    ["plan", "blue", 2],
  ]);
});

test("a project and a category chosen together mean either", () => {
  expect(scopeOf({ projects: ["two"], categories: ["plan"] }, null, tree)).toEqual({
    projects: [],
    categories: ["mail", "plan"],
  });
  expect(scopeOf({ projects: ["two"], categories: [] }, null, tree).projects).toEqual(["two"]);
});

test("inside of a node only what was chosen there counts", () => {
  const chosen = { projects: [], categories: ["deep", "mail"] };
  expect(scopeOf(chosen, "one", tree)).toEqual({ projects: [], categories: ["deep"] });
  const whole = { projects: ["one"], categories: [] };
  expect(scopeOf(whole, "dev", tree)).toEqual({ projects: [], categories: ["dev"] });
});
