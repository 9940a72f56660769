/** Where entries are exported from: the range and filters of a report, as a file. Pure. */

import type { operations } from "../api/schema";
import type { Question } from "./question";

export type Format = operations["exportEntries"]["parameters"]["query"]["format"];

export const FORMATS: readonly Format[] = ["csv", "xlsx", "json", "timewarrior", "klog", "ics"];

/** Those that can't tell people apart. */
export const OF_ONE_PERSON: readonly Format[] = ["timewarrior", "klog", "ics"];

/** Whose entries a report shows; none: one's own. By person without a choice, it is everybody. */
export function peopleIn(
  { query }: Pick<Question, "query">,
  everybody: Iterable<string>,
): string[] {
  if (query.personId.length > 0) return query.personId;
  return query.groupBy.split(",").includes("person") ? [...everybody] : [];
}

export function exportAddress(
  format: Format,
  { query }: Pick<Question, "query">,
  people: readonly string[],
): string {
  const { from, to, tz, projectId, categoryId, tag } = query;
  const parameters = new URLSearchParams({ format, from, to, tz });
  for (const [name, values] of Object.entries({ projectId, categoryId, tag, personId: people }))
    for (const value of values) parameters.append(name, value);
  return `/api/export?${parameters}`;
}

/** Where the report itself is to be had as a workbook: the server adds up what is shown. */
export function workbookAddress(question: Question): string {
  const { from, to, tz, weekStart, ...chosen } = question.query;
  const groupBy = groupsOf(question).join(",");
  const parameters = new URLSearchParams({ from, to, tz, weekStart: String(weekStart), groupBy });
  for (const name of ["projectId", "categoryId", "tag", "personId"] as const)
    for (const value of chosen[name]) parameters.append(name, value);
  return `/api/reports/summary.xlsx?${parameters}`;
}

/** What it is grouped by as the server has it; inside a project its categories. */
function groupsOf({ view, bars, group, second, at }: Question): string[] {
  if (view === "year") return ["day"];
  const groups = view === "time" ? [bars, group] : [group, second];
  const named = groups.map((one) => (at !== null && one === "project" ? "category" : one));
  return [...new Set(named)].filter((one) => one !== "none");
}
