/** What is asked of the server for a report. */

import type { DateKey, Weekday } from "../time/dates";
import { type Bucket, bucketFor, type DateRange } from "../time/ranges";
import { startOfDay } from "../time/zone";
import { datesOf, EVERYONE, type Group, type ReportState, type SecondGroup } from "./address";
import { scopeOf, type Tree } from "./tree";

export interface Question {
  view: ReportState["view"];
  dates: DateRange;
  bars: Bucket;
  group: Group;
  second: SecondGroup;
  at: string | null;
  query: {
    from: string;
    to: string;
    tz: string;
    weekStart: number;
    groupBy: string;
    projectId: string[];
    categoryId: string[];
    tag: string[];
    personId: string[];
  };
}

export interface Calendar {
  today: DateKey;
  zone: string;
  weekStart: Weekday;
}

export function questionOf(state: ReportState, calendar: Calendar, tree: Tree): Question {
  const { zone, weekStart, today } = calendar;
  const dates = datesOf(state, today, weekStart);
  const bars = state.bars ?? bucketFor(dates);
  const { view, group, second } = state;
  const at = view === "share" || view === "time" ? state.at : null;
  const scope = scopeOf(state, at, tree);
  const query = {
    from: new Date(startOfDay(dates.from, zone)).toISOString(),
    to: new Date(startOfDay(dates.to, zone)).toISOString(),
    tz: zone,
    weekStart,
    groupBy: groupBy(view, bars, group, second),
    projectId: scope.projects,
    categoryId: scope.categories,
    tag: state.tags,
    personId: peopleOf(state, tree),
  };
  return { view, dates, bars, group, second, at, query };
}

/** None: one's own time, or everybody's when it is grouped by person. */
function peopleOf({ person }: ReportState, { people }: Tree): string[] {
  if (person === null) return [];
  return person === EVERYONE ? [...(people?.keys() ?? [])] : [person];
}

/** Projects are folded here from their categories, as the levels inside them are. */
const asked = (group: Group | Bucket): string => (group === "project" ? "category" : group);

function groupBy(
  view: ReportState["view"],
  bars: Bucket,
  group: Group,
  second: SecondGroup,
): string {
  if (view === "year") return "day";
  if (view === "time") return `${bars},${asked(group)}`;
  if (second === "none" || asked(second) === asked(group)) return asked(group);
  return `${asked(group)},${asked(second)}`;
}
