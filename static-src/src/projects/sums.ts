/** From reports to the numbers of every row. Pure. */

import type { Report } from "../api/types";
import type { Catalog } from "../store/tree";
import { type Row, rollUp } from "./rows";

export const WEEKS = 12;

type Own = ReadonlyMap<string, readonly number[]>;

/** Each category's own seconds in each week: rows within a category are of nothing below it. */
export const weeksIn = ({ rows }: Pick<Report, "rows">): Own =>
  new Map(rows.map(({ key, rows: weeks = [] }) => [key, weeks.map(({ seconds }) => seconds)]));

export const sumsIn = ({ rows }: Pick<Report, "rows">): Own =>
  new Map(rows.map(({ key, seconds, ownSeconds }) => [key, [ownSeconds ?? seconds]]));

export interface Totals {
  /** Seconds by project or category, rolled up; undefined until they are known. */
  weeks: ReadonlyMap<string, readonly number[]> | undefined;
  ever: ReadonlyMap<string, number> | undefined;
}

const sum = (numbers: readonly number[] = []): number => numbers.reduce((all, one) => all + one, 0);

/** Rolled up here, so that what is moved takes its time along at once. */
export function totalsOf(catalog: Catalog, weeks?: Own, before?: Own): Totals {
  const rolled = weeks && rollUp(catalog, weeks, WEEKS);
  const earlier = before && rollUp(catalog, before, 1);
  if (!rolled || !earlier) return { weeks: rolled, ever: undefined };
  const nodes = [...catalog.projects, ...catalog.categories];
  const ever = nodes.map(({ id }) => [id, sum(earlier.get(id)) + sum(rolled.get(id))] as const);
  return { weeks: rolled, ever: new Map(ever) };
}

/** The numbers of a row, and what they are measured against. */
export interface FiguresOf {
  color: string;
  /** Seconds with what is below; undefined until they are known. */
  weeks: readonly number[] | undefined;
  ever: number | undefined;
  /** Of everything, and of what has most: that fills the column. */
  all: number;
  most: number;
}

/** What they are measured against is the same for all rows. */
export function figuresFor(
  { projects }: Catalog,
  { weeks, ever }: Totals,
): (row: Row) => FiguresOf {
  const sums = projects.map(({ id }) => ever?.get(id) ?? 0);
  const measures = { all: sums.reduce((all, one) => all + one, 0), most: Math.max(0, ...sums) };
  return ({ node: { id }, project: { color } }) => ({
    ...measures,
    color,
    weeks: weeks?.get(id),
    ever: ever && (ever.get(id) ?? 0),
  });
}
