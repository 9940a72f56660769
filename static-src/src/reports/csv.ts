/** A report's table as CSV (RFC 4180), for spreadsheets and scripts. Pure. */

import type { Report } from "../api/types";
import { screenWords } from "../words/screens";
import type { Question } from "./question";
import { type Level, levelsOf, stacksOf } from "./series";
import type { Tree } from "./tree";

type Cell = string | number;
type Row = Cell[];

const labels = screenWords.reports;

/** Without it some spreadsheets read umlauts as two letters each. */
const MARK = "\uFEFF";
/** What a spreadsheet would take for a formula, and so run what somebody named a project. */
const FORMULA = /^[=+\-@\t\r]/;

function written(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvOf = (rows: readonly Row[]): string =>
  MARK + rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");

/** Hours as a spreadsheet adds them up, and the seconds that they are. */
const timeOf = (seconds: number): Row => [Math.round(seconds / 36) / 100, seconds];
const HEAD: Row = [labels.csvHours, labels.csvSeconds];

/** Without sums below: whoever adds up a column would count everything twice. */
export function rowsOf(report: Report, question: Question, tree: Tree): Row[] {
  if (question.view === "time") return overTime(report, question, tree);
  if (question.view === "share") return shares(report, question, tree);
  return [
    [labels.day, ...HEAD],
    ...report.rows.map(({ key, seconds }) => [key, ...timeOf(seconds)]),
  ];
}

function overTime(report: Report, question: Question, tree: Tree): Row[] {
  const { series, columns } = stacksOf(report, question, tree);
  const names = [labels.total, ...series.map(({ label }) => label)];
  const head = names.flatMap((name) => [labels.csvHoursOf(name), labels.csvSecondsOf(name)]);
  const rows = columns.map(({ key, seconds, parts }) => [
    key,
    ...timeOf(seconds),
    ...series.flatMap((one) => timeOf(parts.find((part) => part.key === one.key)?.value ?? 0)),
  ]);
  return [[labels[question.bars], ...head], ...rows];
}

function shares(report: Report, question: Question, tree: Tree): Row[] {
  const { group, second } = question;
  const levels = levelsOf(report, question, tree);
  const deep = levels.some(({ rows }) => rows.length > 0);
  const names = [group, ...(deep ? [second] : [])].map((name) => labels.groups[name] ?? name);
  return [[...names, ...HEAD], ...levels.flatMap((level) => rowsIn(level, deep))];
}

/** A group by what is in it, or by itself where there is nothing. */
function rowsIn({ label, seconds, rows }: Level, deep: boolean): Row[] {
  if (rows.length === 0) return [[label, ...(deep ? [""] : []), ...timeOf(seconds)]];
  return rows.map((row) => [label, row.label, ...timeOf(row.seconds)]);
}
