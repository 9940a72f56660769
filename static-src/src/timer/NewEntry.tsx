/** Entering time that is over: from the end of what came last until now. */

import { useLayoutEffect } from "react";
import { getPreferences, zoneOf } from "../store/preferences";
import { known } from "../store/state";
import { now, toInstant } from "../time/now";
import { dateOf, startOfDay } from "../time/zone";
import { EntryEditor } from "./EntryEditor";
import { type Span, typedFrom } from "./edit";
import { type Draft, type Editing, setDraft } from "./editing";
import { settingOf } from "./saving";

const HOUR_MS = 3_600_000;

/** The last hour, as far as it is free. */
function freeSpan(): Span {
  const ends = known.getState().shown.entries.flatMap(({ stoppedAt }) => stoppedAt ?? []);
  const zone = zoneOf(getPreferences());
  const end = Math.floor(now() / 60_000) * 60_000;
  const last = ends.toSorted().at(-1) ?? "";
  const midnight = startOfDay(dateOf(end, zone), zone);
  const from = Math.max(Date.parse(last) || 0, end - HOUR_MS, midnight);
  // As the server wrote it: cut to milliseconds it would overlap what it follows.
  const startedAt = from === Date.parse(last) ? last : toInstant(Math.min(from, end));
  return { startedAt, stoppedAt: toInstant(end), tags: [] };
}

function freshDraft(): Draft {
  const seen = freeSpan();
  const opened = now();
  const typed = typedFrom(seen, settingOf("new", opened));
  return { seen, typed, byDuration: false, categoryId: undefined, typing: false, opened };
}

export default function NewEntry({ editing }: { editing: Editing }) {
  const { draft } = editing;
  useLayoutEffect(() => {
    if (!draft) setDraft(freshDraft());
  }, [draft]);
  return (
    <div className="entry new-entry" data-open="true">
      {draft && <EntryEditor editing={editing} draft={draft} />}
    </div>
  );
}
