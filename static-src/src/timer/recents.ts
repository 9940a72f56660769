import type { TimeEntry } from "../api/types";
import type { Place } from "../store/tree";
import type { Recent } from "./offers";

/** Of years of entries only the newest are looked at. */
const LATELY = 300;

/** What was tracked lately, newest first, each combination of category, note and tags once. */
export function recentsOf(entries: TimeEntry[], places: Map<string, Place>): Recent[] {
  const seen = new Set<string>();
  const recents: Recent[] = [];
  for (const { categoryId, note = "", tags } of entries.slice(0, LATELY)) {
    const place = places.get(categoryId);
    const key = [categoryId, note, ...tags].join("\0");
    if (!place?.open || seen.has(key)) continue;
    seen.add(key);
    recents.push({ place, note, tags });
  }
  return recents;
}
