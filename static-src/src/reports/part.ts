/** A part of a report whose entries are looked at: which dates, which group, what inside of it. */

import { addDays } from "../time/dates";
import { customRange, type DateRange } from "../time/ranges";

export interface Part {
  /** Null: all dates of the report. */
  dates: DateRange | null;
  /** A project, category or tag, as the report is grouped; null: all of them, "": without a tag. */
  key: string | null;
  /** What lies inside of that, as the report is grouped then. */
  inner: string | null;
}

export const WHOLE: Part = { dates: null, key: null, inner: null };

const ALL = "all";
const BETWEEN = "..";

export function parsePart(parameters: URLSearchParams): Part | null {
  const show = parameters.get("show");
  if (show === null) return null;
  const [first = "", last = first] = show.split(BETWEEN);
  const dates = customRange(first, last);
  if (!dates && show !== ALL) return null;
  return { dates, key: parameters.get("of"), inner: parameters.get("in") };
}

export function putPart(part: Part | null, parameters: URLSearchParams): void {
  if (!part) return;
  const { dates, key, inner } = part;
  const ends = dates && [...new Set([dates.from, addDays(dates.to, -1)])];
  parameters.set("show", ends?.join(BETWEEN) ?? ALL);
  if (key !== null) parameters.set("of", key);
  if (inner !== null) parameters.set("in", inner);
}
