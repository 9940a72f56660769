/** What the timer's address asks for instead of the newest days, read and written. */

import { type DateKey, isDateKey } from "../time/dates";

/** The days around one, what belongs to one project, category or tag, or a text. */
export type Sought =
  | { kind: "day"; date: DateKey }
  | { kind: "project" | "category" | "tag"; id: string }
  | { kind: "q"; text: string };

export type Target = Exclude<Sought, { kind: "q" }>;

/** What is no day is searched for as a text. */
export function soughtIn(parameters: URLSearchParams): Sought {
  const date = parameters.get("day") ?? "";
  if (isDateKey(date)) return { kind: "day", date };
  for (const kind of ["project", "category", "tag"] as const) {
    const id = parameters.get(kind);
    if (id) return { kind, id };
  }
  return { kind: "q", text: parameters.get("q") ?? date };
}

export const addressOf = (target: Target): string =>
  `/?${new URLSearchParams({ [target.kind]: "date" in target ? target.date : target.id })}`;
