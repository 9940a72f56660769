/** Entering time that is over: from the end of what came last until now. */

import { useState } from "react";
import { create } from "../data/entries";
import { usePreferences } from "../data/preferences";
import { makeRoom } from "../data/trash";
import { useWorld } from "../data/WorldProvider";
import { now, toInstant } from "../time/now";
import { dateOf, startOfDay } from "../time/zone";
import { tell } from "../ui/explain";
import { words } from "../words";
import { EntryEditor, type Saved } from "./EntryEditor";
import type { Span } from "./edit";
import { type Editing, openEditor } from "./editing";
import { takeTags } from "./line";

const HOUR_MS = 3_600_000;

/** The last hour, as far as it is free. */
function freeSpan(ends: string[], zone: string): Span {
  const end = Math.floor(now() / 60_000) * 60_000;
  const last = ends.toSorted().at(-1) ?? "";
  const midnight = startOfDay(dateOf(end, zone), zone);
  const from = Math.max(Date.parse(last) || 0, end - HOUR_MS, midnight);
  // As the server wrote it: cut to milliseconds it would overlap what it follows.
  const startedAt = from === Date.parse(last) ? last : toInstant(Math.min(from, end));
  return { startedAt, stoppedAt: toInstant(end), tags: [] };
}

export default function NewEntry({ editing }: { editing: Editing }) {
  const { entries, places } = useWorld();
  const { zoneName } = usePreferences();
  const [span] = useState(() =>
    freeSpan(
      entries.flatMap(({ stoppedAt }) => stoppedAt ?? []),
      zoneName,
    ),
  );
  const close = (): void => openEditor(null);

  const save = ({ place, reading, typed }: Saved): void => {
    if (reading.stoppedAt === null) return;
    const { text, tags } = takeTags(typed.note);
    const ids = { categoryId: place.category.id, projectId: place.project.id };
    const again: Editing = { ...editing, typed, categoryId: place.category.id };
    close();
    makeRoom(Date.parse(reading.startedAt), Date.parse(reading.stoppedAt));
    create({ ...ids, note: text, tags }, reading.startedAt, reading.stoppedAt, (error) =>
      tell(words.kept.create, error, [{ label: words.notice.again, run: () => openEditor(again) }]),
    );
  };

  return (
    <div className="entry new-entry" data-open="true">
      <EntryEditor
        isNew
        span={span}
        place={editing.categoryId ? places.get(editing.categoryId) : undefined}
        editing={editing}
        onSave={save}
        onCancel={close}
      />
    </div>
  );
}
