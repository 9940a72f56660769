/** From the rows of a report to what is drawn: series in order of size, stacks, levels. Pure. */

import type { Report, ReportRow } from "../api/types";
import type { DateKey } from "../time/dates";
import { words } from "../words";
import { screenWords } from "../words/screens";
import type { Question } from "./question";
import { branchOf, colorOf, hasInside, nameOf, type Tree } from "./tree";

export interface Series {
  key: string;
  label: string;
  color: string;
  /** 0 for the full colour; the lighter, the further down among those of one colour. */
  tint: number;
  seconds: number;
  /** There is something inside to look at. */
  inside: boolean;
}

export interface Level extends Series {
  rows: Level[];
}

export interface Column {
  key: DateKey;
  seconds: number;
  /** In the order of the series, those without time left out. */
  parts: { key: string; value: number }[];
}

export interface Stacks {
  series: Series[];
  columns: Column[];
  total: number;
}

export const OTHERS = "others";
const MOST_SERIES = 9;
export const TINTS = 6;

type Sums = Map<string, number>;
type Asked = Pick<Question, "group" | "second" | "at">;
type KeyOf = (key: string) => string;

/** A category's row also says what is below it; only its own time is added up here. */
const own = (row: ReportRow): number => row.ownSeconds ?? row.seconds;

const keyOf =
  ({ group, at }: Asked, tree: Tree): KeyOf =>
  (key) =>
    group === "project" ? branchOf(key, at, tree) : key;

function sumsOf(rows: readonly ReportRow[], key: KeyOf): Sums {
  const sums: Sums = new Map();
  for (const row of rows) {
    const seconds = own(row);
    if (seconds > 0) sums.set(key(row.key), (sums.get(key(row.key)) ?? 0) + seconds);
  }
  return sums;
}

const added = (all: Sums[]): Sums => {
  const sums: Sums = new Map();
  for (const part of all)
    for (const [key, seconds] of part) sums.set(key, (sums.get(key) ?? 0) + seconds);
  return sums;
};

export function labelOf(
  key: string,
  { group, at }: { group: string; at: string | null },
  tree: Tree,
): string {
  if (group === "person") return tree.people?.get(key) ?? screenWords.reports.unknownPerson;
  if (group === "tag") return key === "" ? screenWords.reports.untagged : `#${key}`;
  const name = nameOf(key, tree) ?? words.timer.unknownPlace;
  if (key === at) return screenWords.reports.directly(name);
  if (group === "category") return tree.places.get(key)?.path.join(" › ") ?? name;
  return name;
}

/** What has no colour of its own gets one by its place, so that neighbours can be told apart. */
const COLORS = ["teal", "orange", "purple", "green", "pink", "blue", "brown", "red"] as const;

function lookOf(
  index: number,
  key: string,
  { group }: Asked,
  tree: Tree,
  used: Map<string, number>,
) {
  const ownless = group === "tag" || group === "person";
  const named = ownless ? COLORS[index % COLORS.length] : colorOf(key, tree);
  const color = key === "" ? "none" : (named ?? "none");
  const tint = used.get(color) ?? 0;
  used.set(color, tint + 1);
  return { color, tint: Math.min(tint, TINTS - 1) };
}

/** Largest first; those that share a colour grow lighter in that order. */
function seriesOf(sums: Sums, asked: Asked, tree: Tree): Series[] {
  const used = new Map<string, number>();
  const bySize = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return bySize.map(([key, seconds], index) => {
    return {
      key,
      label: labelOf(key, asked, tree),
      ...lookOf(index, key, asked, tree, used),
      seconds,
      inside: asked.group === "project" && key !== asked.at && hasInside(key, tree),
    };
  });
}

/** At most nine: what is left is one series, `others`. */
export function limited(series: Series[], most = MOST_SERIES): Series[] {
  if (series.length <= most) return series;
  const seconds = series.slice(most - 1).reduce((sum, one) => sum + one.seconds, 0);
  const label = screenWords.reports.others;
  const others = { key: OTHERS, label, color: "none", tint: 0, seconds, inside: false };
  return [...series.slice(0, most - 1), others];
}

/** Bars over time: a column for each day, week or month, with and without time. */
export function stacksOf(report: Report, asked: Asked, tree: Tree): Stacks {
  const key = keyOf(asked, tree);
  const sums = report.rows.map(({ rows }) => sumsOf(rows ?? [], key));
  const all = seriesOf(added(sums), asked, tree);
  // Of tags none is left over: what has two of them would be in it twice.
  const series = asked.group === "tag" ? all : limited(all);
  const named = new Set(series.map((one) => one.key));
  const columns = report.rows.map((row, index) => {
    const inSeries = regrouped(sums[index] ?? new Map(), named);
    const parts = series
      .map((one) => ({ key: one.key, value: inSeries.get(one.key) ?? 0 }))
      .filter(({ value }) => value > 0);
    return { key: row.key, seconds: row.seconds, parts };
  });
  return { series, columns, total: report.totalSeconds };
}

const regrouped = (sums: Sums, named: Set<string>): Sums =>
  added([...sums].map(([key, value]) => new Map([[named.has(key) ? key : OTHERS, value]])));

/** Shares, with the second level inside each. */
export function levelsOf(report: Report, asked: Asked, tree: Tree): Level[] {
  const key = keyOf(asked, tree);
  const first = seriesOf(sumsOf(report.rows, key), asked, tree);
  return first.map((series) => {
    const rows = report.rows.filter((row) => key(row.key) === series.key);
    return { ...series, rows: secondOf(series, rows, asked, tree) };
  });
}

function secondOf(series: Series, rows: ReportRow[], asked: Asked, tree: Tree): Level[] {
  const { group, second } = asked;
  if (second === "none") return [];
  if (second === "day" || second === "week" || second === "month") return datesWithin(rows);
  const within: Asked = { group: second, second: "none", at: null };
  if (group === "project" && second === "category") {
    const deeper: Asked = { group: "project", second: "none", at: series.key };
    if (series.key === asked.at) return [];
    return leaves(sumsOf(rows, keyOf(deeper, tree)), deeper, tree);
  }
  if (group === "category" && second === "project")
    return leaves(sumsOf(rows, keyOf(within, tree)), within, tree);
  const nested = rows.map((row) => sumsOf(row.rows ?? [], keyOf(within, tree)));
  return leaves(added(nested), within, tree);
}

const leaves = (sums: Sums, asked: Asked, tree: Tree): Level[] =>
  seriesOf(sums, asked, tree).map((series) => ({ ...series, inside: false, rows: [] }));

/** Days, weeks or months that hold time, in their order; named by their first date. */
function datesWithin(rows: ReportRow[]): Level[] {
  const sums = added(rows.map((row) => sumsOf(row.rows ?? [], (key) => key)));
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, seconds]) => ({
      key,
      label: key,
      color: "none",
      tint: 0,
      seconds,
      inside: false,
      rows: [],
    }));
}
