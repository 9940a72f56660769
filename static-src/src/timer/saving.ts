/** From what is open in the editor to a change: saved when the person says so, or moves on. */

import type { TimeEntry } from "../api/types";
import type { EntryFields, Origin } from "../store/changes";
import { create, update } from "../store/doing";
import { together } from "../store/history";
import { getPreferences, zoneOf } from "../store/preferences";
import { known } from "../store/state";
import { now } from "../time/now";
import { suspicious } from "../time/resolve";
import { inform } from "../ui/notices";
import { words } from "../words";
import { make } from "./begin";
import { changedFields, type Reading, readTyped, type Setting, typedFrom } from "./edit";
import { type Draft, type Editing, type Field, setEditing, useEditor } from "./editing";
import { takeTags } from "./line";
import { onLeaving } from "./opening";

function boundariesBeside(id: string): string[] {
  const { entries, others } = known.getState().shown;
  const theirs = others.some((entry) => entry.id === id) ? others : entries;
  return theirs
    .filter((entry) => entry.id !== id)
    .flatMap(({ startedAt, stoppedAt }) => (stoppedAt ? [startedAt, stoppedAt] : [startedAt]));
}

/** What fields are read with; `id` is the entry's own. */
export function settingOf(id: string, opened: number): Setting {
  const preferences = getPreferences();
  const boundaries = () => boundariesBeside(id);
  const { hours } = preferences;
  // By the minute, as lists count what runs.
  const minute = Math.floor(now() / 60_000) * 60_000;
  return { zone: zoneOf(preferences), hours, opened, now: minute, boundaries };
}

export interface Judged {
  reading: Reading;
  errors: Partial<Record<Field, string>>;
}

export function judge(draft: Draft, setting: Setting): Judged {
  const reading = readTyped(draft.seen, draft.typed, draft.byDuration, setting);
  const exists = known.getState().places.has(draft.categoryId ?? "");
  const placed = draft.typing === null && (draft.making !== undefined || exists);
  const category = placed ? {} : { category: words.editor.errors.category };
  return { reading, errors: { ...category, ...reading.errors } };
}

const seenCategory = ({ seen }: Draft): string | undefined =>
  (seen as Partial<TimeEntry>).categoryId;

function isTouched(draft: Draft, setting: Setting): boolean {
  const before = typedFrom(draft.seen, setting);
  const names = Object.keys(before) as (keyof typeof before)[];
  const { typing, making, categoryId } = draft;
  const moved = typing !== null || making !== undefined || categoryId !== seenCategory(draft);
  return moved || names.some((name) => draft.typed[name] !== before[name]);
}

/** Where it goes: what is to be made for it is made. */
function placeFor({ making, categoryId }: Draft, origin: Origin) {
  const { shown, places } = known.getState();
  if (making) return make(making, shown.projects, origin);
  const place = places.get(categoryId ?? "");
  return place && { categoryId: place.category.id, projectId: place.project.id };
}

function save(editing: Editing, draft: Draft, reading: Reading): void {
  const at = editing.id === "new" ? "/" : location.pathname + location.search;
  const origin = { place: "editor" as const, typed: { ...editing, tried: 0 }, at };
  const ids = placeFor(draft, origin);
  if (!ids) return;
  if (editing.id === "new") {
    const { text, tags } = takeTags(draft.typed.note);
    const stop = reading.stoppedAt ?? reading.startedAt;
    create({ ...ids, note: text, tags }, reading.startedAt, stop, origin);
    return;
  }
  const moved = ids.categoryId !== seenCategory(draft);
  const fields: EntryFields = {
    ...changedFields(draft.seen, reading, draft.typed.note),
    ...(moved ? { categoryId: ids.categoryId } : {}),
  };
  if (Object.keys(fields).length === 0) return;
  const projectId = moved ? ids.projectId : undefined;
  update({ ...draft.seen, id: editing.id } as TimeEntry, fields, { projectId, origin });
}

/**
 * Saves what is open and closes it. What can't be saved as it is stays open, with the field that is
 * wrong in focus and the reason beside it: then false.
 */
export function saveEditing(): boolean {
  const { editing } = useEditor.getState();
  if (!editing?.draft) {
    setEditing(null);
    return true;
  }
  const { id, draft } = editing;
  const setting = settingOf(id, draft.opened);
  const { reading, errors } = judge(draft, setting);
  const [wrong] = Object.keys(errors) as Field[];
  if (wrong !== undefined && (id === "new" || isTouched(draft, setting))) {
    setEditing({ ...editing, focus: wrong, tried: (editing.tried ?? 0) + 1 });
    return false;
  }
  if (isDoubtful(editing, reading)) {
    setEditing({ ...editing, focus: "end", doubted: true, tried: (editing.tried ?? 0) + 1 });
    return false;
  }
  setEditing(null);
  together(() => save(editing, draft, reading));
  return true;
}

/** Longer than anybody works, by a change just made, and not asked about yet. */
function isDoubtful({ doubted, draft }: Editing, { startedAt, stoppedAt }: Reading): boolean {
  const same = startedAt === draft?.seen.startedAt && stoppedAt === draft.seen.stoppedAt;
  if (doubted || same || stoppedAt === null) return false;
  return suspicious(Date.parse(startedAt), Date.parse(stoppedAt));
}

/** Moves on: what was open is saved, or, if nothing was typed, just closed. */
export function leaveEditing(): boolean {
  const { editing } = useEditor.getState();
  const { draft } = editing ?? {};
  if (editing && draft && !isTouched(draft, settingOf(editing.id, draft.opened))) setEditing(null);
  return saveEditing();
}

/** Gives up what was typed; it can be had back for a moment. */
export function cancelEditing(): void {
  const { editing } = useEditor.getState();
  setEditing(null);
  if (!editing?.draft || !isTouched(editing.draft, settingOf(editing.id, editing.draft.opened)))
    return;
  inform(words.editor.cancelled, [{ label: words.undo.undo, run: () => setEditing(editing) }]);
}

onLeaving(leaveEditing);
