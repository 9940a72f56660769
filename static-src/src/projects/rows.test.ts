import { describe, expect, test } from "vitest";
import type { Category, Project } from "../api/types";
import { mergesFor, wheresFor } from "../store/tree";
import { dropWhere, levelUp, rollUp, rowsOf, siblingAbove } from "./rows";
import { stepTo } from "./walk";

const at = "2026-11-02T12:00:00Z";
const times = { createdAt: at, updatedAt: at };

const project = (id: string, archived = false): Project => ({
  ...times,
  id,
  name: id,
  color: "blue",
  archivedAt: archived ? at : null,
  inbox: false,
});

const category = (id: string, projectId: string, parent: string | null = null): Category => ({
  ...times,
  id,
  name: id,
  projectId,
  parentCategoryId: parent,
  archivedAt: null,
  inbox: false,
});

const design = category("design", "shop");
const icons = category("icons", "shop", "design");
const logo = category("logo", "shop", "icons");
const build = category("build", "shop");
const read = category("read", "learning");
const catalog = {
  projects: [project("shop"), project("learning")],
  categories: [design, icons, logo, build, read],
};
const open = { collapsed: [], showArchived: false };
const names = (rows: { node: { name: string } }[]): string[] => rows.map(({ node }) => node.name);

describe("rows of the tree", () => {
  test("siblings by name, children below their parent at any depth", () => {
    const rows = rowsOf(catalog, open);
    expect(rows.map(({ node, depth }) => `${depth} ${node.name}`)).toEqual([
      "0 learning",
      "1 read",
      "0 shop",
      "1 build",
      "1 design",
      "2 icons",
      "3 logo",
    ]);
    expect(rows[4]).toMatchObject({ position: 2, siblings: 2, hasChildren: true });
  });

  test("what is folded hides everything below", () => {
    const rows = rowsOf(catalog, { ...open, collapsed: ["design"] });
    expect(names(rows)).toEqual(["learning", "read", "shop", "build", "design"]);
    expect(rows.at(-1)).toMatchObject({ hasChildren: true, expanded: false });
  });

  test("what is archived is hidden with all below, or shown as archived with all below", () => {
    const archived = { ...catalog, projects: [project("shop", true), project("learning")] };
    expect(names(rowsOf(archived, open))).toEqual(["learning", "read"]);
    const rows = rowsOf(archived, { ...open, showArchived: true });
    expect(rows.filter((row) => row.archived)).toHaveLength(5);
  });
});

describe("sums", () => {
  const own = new Map([
    ["design", [10, 1]],
    ["logo", [5, 0]],
    ["build", [1, 2]],
    ["gone", [9, 9]],
  ]);

  test("go up through every level to the project", () => {
    const totals = rollUp(catalog, own, 2);
    expect(Object.fromEntries(totals)).toEqual({
      ...{ design: [15, 1], icons: [5, 0], logo: [5, 0], build: [1, 2], shop: [16, 3] },
      ...{ read: [0, 0], learning: [0, 0] },
    });
  });

  test("move along with what is moved", () => {
    const moved = { ...logo, parentCategoryId: "build" };
    const totals = rollUp({ ...catalog, categories: [design, icons, moved, build] }, own, 2);
    expect(totals.get("build")).toEqual([6, 2]);
    expect(totals.get("design")).toEqual([10, 1]);
    expect(totals.get("shop")).toEqual([16, 3]);
  });
});

describe("moving", () => {
  test.each([
    [logo, build, { projectId: "shop", parentId: "build" }],
    [logo, catalog.projects[0], { projectId: "shop", parentId: null }],
    [icons, logo, undefined],
    [icons, icons, undefined],
    [icons, design, undefined],
    [icons, read, { projectId: "learning", parentId: "read" }],
    [design, catalog.projects[1], { projectId: "learning", parentId: null }],
    [design, catalog.projects[0], undefined],
  ])("$name dropped on $name goes to %o", (dragged, target, where) => {
    expect(dropWhere(catalog, dragged, target as Project)).toEqual(where);
  });

  test("nothing goes into what is archived or into the inbox, and the inbox stays", () => {
    const inbox = { ...project("inbox"), inbox: true };
    const unsorted = { ...category("unsorted", "inbox"), inbox: true };
    const old = { ...build, archivedAt: at };
    const below = category("below", "shop", "build");
    const all = {
      projects: [...catalog.projects, inbox, project("gone", true)],
      categories: [design, read, old, below, unsorted, category("left", "gone")],
    };
    const targets = wheresFor(all, design).map(({ parentId, projectId }) => parentId ?? projectId);
    expect(targets).toEqual(["learning", "read"]);
    expect(wheresFor(all, unsorted)).toEqual([]);
  });

  test("it can be merged into any other category, but none below it", () => {
    const targets = mergesFor(catalog, icons).map(({ parentId }) => parentId);
    expect(targets).toEqual(["build", "design", "read"]);
  });

  test("its own project is offered first, from the top down", () => {
    const targets = wheresFor(catalog, read).map(
      ({ parentId, projectId }) => parentId ?? projectId,
    );
    expect(targets).toEqual(["shop", "build", "design", "icons", "logo"]);
    expect(wheresFor(catalog, logo)[0]).toEqual({ projectId: "shop", parentId: null });
  });

  test("in goes below the sibling shown above, if there is one", () => {
    const rows = rowsOf(catalog, open);
    expect(siblingAbove(rows, design)).toBe(build);
    expect(siblingAbove(rows, build)).toBeUndefined();
    expect(siblingAbove(rows, icons)).toBeUndefined();
  });

  test("out goes one level up, and not beyond the project", () => {
    expect(levelUp(catalog, logo)).toBe("design");
    expect(levelUp(catalog, icons)).toBeNull();
    expect(levelUp(catalog, design)).toBeUndefined();
  });
});

describe("arrows", () => {
  const rows = rowsOf(catalog, open);
  const index = (name: string): number => rows.findIndex(({ node }) => node.name === name);

  test.each([
    ["ArrowDown", "shop", "build"],
    ["ArrowDown", "logo", "logo"],
    ["ArrowUp", "learning", "learning"],
    ["ArrowRight", "design", "icons"],
    ["ArrowLeft", "logo", "icons"],
    ["ArrowLeft", "build", "shop"],
    ["Home", "logo", "learning"],
    ["End", "learning", "logo"],
  ])("%s on %s goes to %s", (key, from, to) => {
    expect(stepTo(key, rows, index(from))).toBe(index(to));
  });

  test("left folds first what is unfolded", () => {
    expect(stepTo("ArrowLeft", rows, index("design"))).toBeUndefined();
  });
});
