/** Entering time that is over: from the end of what came last until now. */

import { useLayoutEffect } from "react";
import { getPreferences, zoneOf } from "../store/preferences";
import { known } from "../store/state";
import { addDays, type DateKey } from "../time/dates";
import { now, toInstant } from "../time/now";
import { dateOf, startOfDay } from "../time/zone";
import { EntryEditor } from "./EntryEditor";
import { type Span, typedFrom } from "./edit";
import { beginDraft, type Draft, type Editing } from "./editing";
import { settingOf } from "./saving";

const HOUR_MS = 3_600_000;

/** The last free hour of a day, up to now; `date` is empty for today. */
function freeSpan(date: DateKey): Span {
  const zone = zoneOf(getPreferences());
  const minute = Math.floor(now() / 60_000) * 60_000;
  const day = date || dateOf(minute, zone);
  const midnight = startOfDay(day, zone);
  const end = Math.min(minute, startOfDay(addDays(day, 1), zone));
  const ends = known.getState().shown.entries.flatMap(({ stoppedAt }) => stoppedAt ?? []);
  const last =
    ends
      .filter((stop) => Date.parse(stop) <= end)
      .toSorted()
      .at(-1) ?? "";
  const since = Date.parse(last) || 0;
  if (end < minute) return pastSpan(since > midnight ? last : "", midnight, end);
  const from = Math.max(since, end - HOUR_MS, midnight);
  // As the server wrote it: cut to milliseconds it would overlap what it follows.
  const startedAt = from === since ? last : toInstant(Math.min(from, end));
  return { startedAt, stoppedAt: toInstant(end), tags: [] };
}

/** Of a day that is over: the hour after what was last, or from nine on. */
function pastSpan(last: string, midnight: number, end: number): Span {
  const startedAt = last || toInstant(midnight + 9 * HOUR_MS);
  const stop = Math.min(Date.parse(startedAt) + HOUR_MS, end);
  return { startedAt, stoppedAt: toInstant(stop), tags: [] };
}

function freshDraft({ date, span }: Editing): Draft {
  const seen = span ?? freeSpan(date);
  const opened = now();
  const typed = typedFrom(seen, settingOf("new", opened));
  return { seen, typed, byDuration: false, categoryId: undefined, typing: null, opened };
}

export default function NewEntry({ editing }: { editing: Editing }) {
  const { draft } = editing;
  useLayoutEffect(() => {
    if (!editing.draft) beginDraft(freshDraft(editing));
  }, [editing]);
  return (
    <div className="entry new-entry" data-open="true">
      {draft && <EntryEditor editing={editing} draft={draft} />}
    </div>
  );
}
