import { expect, test } from "vitest";
import type { Category, Project } from "../api/types";
import { placesOf } from "../store/tree";
import { findsFor } from "./finds";
import { addressOf, soughtIn } from "./sought";

const times = { archivedAt: null, inbox: false, createdAt: "", updatedAt: "" };
const project = (id: string, name: string): Project => ({ id, name, color: "green", ...times });
const category = (id: string, name: string, parent: string | null = null): Category => ({
  ...{ id, projectId: "g", parentCategoryId: parent, name },
  ...times,
});
const projects = [project("g", "Garden"), project("h", "House")];
const categories = [
  category("b", "Beds"),
  category("r", "Roses", "b"),
  { ...category("k", "Kitchen garden"), archivedAt: "2026-01-01T00:00:00Z" },
];
const tags = [
  { name: "gardening", entries: 2 },
  { name: "garden visit", entries: 9 },
  { name: "urgent", entries: 3 },
];
const catalog = { projects, tags, places: placesOf({ projects, categories }) };

const found = (text: string) => {
  const finds = findsFor(text, catalog);
  return {
    projects: finds.projects.map(({ name }) => name),
    categories: finds.categories.map(({ category }) => category.name),
    tags: finds.tags.map(({ name }) => name),
  };
};

test("a word finds what is called that, archived too, and not all that lies in it", () => {
  expect(found("garden")).toEqual({
    projects: ["Garden"],
    categories: ["Kitchen garden"],
    tags: ["garden visit", "gardening"],
  });
});

test("a path finds its end, whatever separates it", () => {
  for (const text of ["garden beds", "Garden › Beds", "BEDS garden"]) {
    expect(found(text).categories).toEqual(["Beds"]);
  }
  expect(found("garden ros").categories).toEqual(["Roses"]);
});

test("a hash finds tags only, and alone all of them, the most used first", () => {
  expect(found("#garden")).toEqual({
    projects: [],
    categories: [],
    tags: ["garden visit", "gardening"],
  });
  expect(found("#").tags).toEqual(["garden visit", "urgent", "gardening"]);
  expect(found(" ")).toEqual({ projects: [], categories: [], tags: [] });
});

test("an address says what it leads to", () => {
  const target = { kind: "tag", id: "two & more" } as const;
  expect(soughtIn(new URLSearchParams(addressOf(target).slice(2)))).toEqual(target);
  expect(soughtIn(new URLSearchParams("day=2026-03-14"))).toEqual({
    kind: "day",
    date: "2026-03-14",
  });
  expect(soughtIn(new URLSearchParams("day=nonsense"))).toEqual({ kind: "q", text: "nonsense" });
});
