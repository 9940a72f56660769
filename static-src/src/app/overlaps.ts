/** What stands in the way of a refused change, and the two ways to make room. */

import type { TimeEntry } from "../api/types";
import type { Change, Doing } from "../store/changes";
import { perform, update } from "../store/doing";
import { type Stretch, shortened, stretchOf } from "../store/overlap";
import { known } from "../store/state";
import { dismissChange } from "../store/sync";
import { pathText } from "../store/tree";
import { entryOf } from "../store/world";
import type { NoticeAction } from "../ui/notices";
import { words } from "../words";

/** The entries that the server names. */
function namedIn(details: unknown): TimeEntry[] {
  if (typeof details !== "object" || details === null || !("entries" in details)) return [];
  const ids: unknown[] = Array.isArray(details.entries) ? details.entries : [];
  const { entries, others } = known.getState().shown;
  return [...entries, ...others].filter(({ id }) => ids.includes(id));
}

export function obstacleOf({ refusal }: Change): TimeEntry | undefined {
  return refusal?.code === "entry_overlap" ? namedIn(refusal.details)[0] : undefined;
}

export function nameOf({ categoryId, note }: TimeEntry): string {
  const place = known.getState().places.get(categoryId);
  return [place ? pathText(place) : "", note].filter(Boolean).join(": ");
}

/** The stretch that the change wanted. */
function wanted(change: Change): Stretch | undefined {
  if (change.kind === "start" || change.kind === "create") return stretchOf(change.entry);
  if (change.kind !== "update") return undefined;
  const entry = entryOf(known.getState().shown, change.id);
  return entry && { ...stretchOf(entry), ...change.fields };
}

/** The same change, once more, without what belonged to the refused one. */
function again({ kind, ...change }: Change, shorter: object): Doing {
  if (kind === "update" && "fields" in change) {
    const { id, fields, was, projectId } = change as Change & { kind: "update" };
    return { kind, id, fields: { ...fields, ...shorter }, was, ...(projectId && { projectId }) };
  }
  const { entry } = change as Change & { kind: "create" };
  if (kind === "start") return { kind, entry: { ...entry, ...shorter }, since: true };
  return { kind: "create", entry: { ...entry, ...shorter } };
}

/** At most two, for one entry in the way: shorten that, or what is new. */
export function waysOut(change: Change, done: () => void = () => undefined): NoticeAction[] {
  const other = obstacleOf(change);
  const mine = wanted(change);
  if (!other || !mine || namedIn(change.refusal?.details).length > 1) return [];
  const finish = (doing: Doing): void => {
    void dismissChange(change.key);
    perform(doing, { origin: change.origin });
    done();
  };
  const theirs = shortened(stretchOf(other), mine);
  const own = shortened(mine, stretchOf(other));
  const ways: NoticeAction[] = [];
  if (own) ways.push({ label: words.notice.shortenMine, run: () => finish(again(change, own)) });
  if (theirs) {
    const run = (): void => {
      update(other, theirs);
      finish(again(change, {}));
    };
    ways.push({ label: words.notice.shortenOther(nameOf(other)), run });
  }
  return ways;
}
