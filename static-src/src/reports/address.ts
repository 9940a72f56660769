/** A report as its address says it: everything needed to ask the same again. */

import { addDays, type DateKey, startOfYear, type Weekday } from "../time/dates";
import {
  type Bucket,
  customRange,
  type DateRange,
  isRangeName,
  namedRange,
  RANGE_NAMES,
  type RangeName,
} from "../time/ranges";
import { type Part, parsePart, putPart } from "./part";

export const VIEWS = ["time", "share", "year"] as const;
export const BUCKETS = ["day", "week", "month"] as const;
export const GROUPS = ["project", "category", "tag", "person"] as const;
export const SECOND_GROUPS = [
  "none",
  "project",
  "category",
  "tag",
  "person",
  "day",
  "week",
  "month",
] as const;
export type View = (typeof VIEWS)[number];
export type Group = (typeof GROUPS)[number];
export type SecondGroup = (typeof SECOND_GROUPS)[number];

export interface Filters {
  projects: string[];
  categories: string[];
  tags: string[];
}

/** Whose time, when it is everybody's. */
export const EVERYONE = "everyone";

export interface ReportState extends Filters {
  /** Whose time: null for one's own, `everyone`, or a person's identifier. */
  person: string | null;
  view: View;
  /** A name moves on with the days; dates stay. */
  range: RangeName | DateRange;
  /** How wide a bar is; null: as fits the range. */
  bars: Bucket | null;
  group: Group;
  second: SecondGroup;
  /** The project or category whose inside is shown. */
  at: string | null;
  /** The part whose entries are shown beside the report. */
  part: Part | null;
}

export const DEFAULT: ReportState = {
  view: "time",
  range: "this-week",
  bars: null,
  group: "project",
  second: "none",
  at: null,
  part: null,
  person: null,
  projects: [],
  categories: [],
  tags: [],
};

function oneOf<T extends string>(allowed: readonly T[], value: string | null, fallback: T): T {
  return allowed.find((name) => name === value) ?? fallback;
}

const several = (parameters: URLSearchParams, name: string): string[] => [
  ...new Set(parameters.getAll(name).filter((value) => value !== "")),
];

/** What an address asks for; what is not understood in it is left at its usual value. */
export function parseAddress(parameters: URLSearchParams): ReportState {
  const group = oneOf(GROUPS, parameters.get("group"), DEFAULT.group);
  const second = oneOf(SECOND_GROUPS, parameters.get("then"), DEFAULT.second);
  const bars = parameters.get("bars");
  return {
    view: oneOf(VIEWS, parameters.get("view"), DEFAULT.view),
    range: parseRange(parameters),
    bars: BUCKETS.find((name) => name === bars) ?? null,
    group,
    second: second === group ? "none" : second,
    at: group === "project" ? parameters.get("at") || null : null,
    person: parameters.get("person") || null,
    part: parsePart(parameters),
    projects: several(parameters, "project"),
    categories: several(parameters, "category"),
    tags: several(parameters, "tag"),
  };
}

function parseRange(parameters: URLSearchParams): RangeName | DateRange {
  const name = parameters.get("range") ?? "";
  if (isRangeName(name)) return name;
  return customRange(parameters.get("from") ?? "", parameters.get("to") ?? "") ?? DEFAULT.range;
}

/** The shortest address that means this report. */
export function formatAddress(state: ReportState): URLSearchParams {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | null, usual: string | null): void => {
    if (value !== null && value !== usual) parameters.set(name, value);
  };
  put("view", state.view, DEFAULT.view);
  if (typeof state.range === "string") put("range", state.range, DEFAULT.range as string);
  else {
    parameters.set("from", state.range.from);
    parameters.set("to", addDays(state.range.to, -1));
  }
  put("bars", state.bars, null);
  put("group", state.group, DEFAULT.group);
  put("then", state.second, DEFAULT.second);
  put("at", state.at, null);
  put("person", state.person, null);
  for (const id of state.projects) parameters.append("project", id);
  for (const id of state.categories) parameters.append("category", id);
  for (const tag of state.tags) parameters.append("tag", tag);
  putPart(state.part, parameters);
  return parameters;
}

/** The dates that are meant; the view of a year takes the whole year that the range ends in. */
export function datesOf(state: ReportState, today: DateKey, weekStart: Weekday): DateRange {
  const { range, view } = state;
  const dates = typeof range === "string" ? namedRange(range, today, weekStart) : range;
  if (view !== "year") return dates;
  return namedRange("this-year", startOfYear(addDays(dates.to, -1)), weekStart);
}

/** A name where one fits, so that a bookmark made of it moves on with the days. */
export function nameRange(dates: DateRange, today: DateKey, weekStart: Weekday) {
  const named = RANGE_NAMES.find((name) => {
    const { from, to } = namedRange(name, today, weekStart);
    return from === dates.from && to === dates.to;
  });
  return named ?? dates;
}

export const hasFilters = ({ projects, categories, tags }: Filters): boolean =>
  projects.length + categories.length + tags.length > 0;

/** What a person may ask for: only those who administer see the time of others. */
export function permitted(state: ReportState, mayChoose: boolean): ReportState {
  const { group, second, person } = state;
  const byPerson = group === "person" || second === "person";
  if (mayChoose) return byPerson && person === null ? { ...state, person: EVERYONE } : state;
  return {
    ...state,
    person: null,
    group: group === "person" ? DEFAULT.group : group,
    second: byPerson ? DEFAULT.second : second,
  };
}
