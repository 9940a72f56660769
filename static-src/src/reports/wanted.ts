/** Which entries a part of a report is made of, for the server and for what is known here. Pure. */

import type { TimeEntry } from "../api/types";
import type { DateRange } from "../time/ranges";
import { startOfDay } from "../time/zone";
import type { Filters, Group, SecondGroup } from "./address";
import type { Part } from "./part";
import type { Question } from "./question";
import { branchOf, chainOf, scopeOf, type Tree } from "./tree";

export interface Wanted {
  dates: DateRange;
  query: Pick<Question["query"], "from" | "to" | "projectId" | "categoryId" | "tag" | "personId">;
  /** Whether an entry belongs to the part, as it is now: the server was asked before it was edited. */
  keeps(entry: TimeEntry): boolean;
}

export function wantedOf(part: Part, question: Question, filters: Filters, tree: Tree): Wanted {
  const { group, at, query } = question;
  const dates = part.dates ?? question.dates;
  const narrower = part.key !== null && (group === "project" || group === "category");
  const scope = narrower
    ? scopeOf(filters, part.key, tree)
    : { projects: query.projectId, categories: query.categoryId };
  const places = new Set([...scope.projects, ...scope.categories]);
  const inPlaces = ({ categoryId }: TimeEntry): boolean =>
    places.size === 0 || chainOf(categoryId, tree).some((id) => places.has(id));
  const tagged = ({ tags }: TimeEntry): boolean =>
    filters.tags.length === 0 || tags.some((tag) => filters.tags.includes(tag));
  return {
    dates,
    query: {
      from: instant(dates.from, query.tz),
      to: instant(dates.to, query.tz),
      projectId: scope.projects,
      categoryId: scope.categories,
      tag: tagsOf(part, group, filters),
      personId: peopleOf(part, question),
    },
    keeps: (entry) =>
      inPlaces(entry) &&
      tagged(entry) &&
      isIn(entry, part.key, { group, at }, tree) &&
      isIn(entry, part.inner, innerOf(part, question), tree),
  };
}

const instant = (date: string, zone: string): string =>
  new Date(startOfDay(date, zone)).toISOString();

/** A list of tags means one of them; with a filter by tag the part's own is looked for here. */
const tagsOf = ({ key }: Part, group: Group, { tags }: Filters): string[] =>
  group === "tag" && key && tags.length === 0 ? [key] : tags;

/** A part that is one person's is asked for as such, for the sake of the pages. */
function peopleOf(part: Part, question: Question): string[] {
  const { group } = question;
  const one = group === "person" ? part.key : null;
  const inside = innerOf(part, question).group === "person" ? part.inner : null;
  const who = one ?? inside;
  return who === null ? question.query.personId : [who];
}

export interface Grouped {
  group: Group | SecondGroup;
  at: string | null;
}

/** How the second level is grouped: categories inside a project go down the tree, as they are drawn. */
export const innerOf = ({ key }: Part, { group, second }: Question): Grouped =>
  group === "project" && second === "category"
    ? { group: "project", at: key }
    : { group: second, at: null };

function isIn(entry: TimeEntry, key: string | null, { group, at }: Grouped, tree: Tree): boolean {
  if (key === null) return true;
  if (group === "tag") return key === "" ? entry.tags.length === 0 : entry.tags.includes(key);
  if (group === "project") return branchOf(entry.categoryId, at, tree) === key;
  if (group === "person") return entry.personId === key;
  return group !== "category" || entry.categoryId === key;
}
