/** A change in words: “Your stop at 16:42”. */

import type { Change } from "../store/changes";
import { getPreferences, usePreferences, zoneOf } from "../store/preferences";
import { known } from "../store/state";
import { formatTime } from "../time/format";
import { words } from "../words";

/** A deletion that can still be undone waits for the person, not for the server. */
export const waitingIn = (changes: readonly Change[]): Change[] =>
  changes.filter(({ refusal, due, tried }) => !refusal && (due === 0 || tried > 0));

export const refusedIn = (changes: readonly Change[]): Change[] =>
  changes.filter(({ refusal }) => refusal !== undefined);

const clock = (instant: string | number): string => {
  const preferences = getPreferences();
  return formatTime(new Date(instant).getTime(), zoneOf(preferences), preferences.hours);
};

function nameOf(id: string): string {
  const { shown } = known.getState();
  const node = [...shown.categories, ...shown.projects].find((one) => one.id === id);
  return node?.name ?? words.timer.unknownPlace;
}

export function describe(change: Change): string {
  const { kept, did } = words;
  switch (change.kind) {
    case "start":
      return kept.start(clock(change.entry.startedAt));
    case "stop":
      return kept.stop(clock(change.stop));
    case "reopen":
      return kept.reopen;
    case "createProject":
      return did.create(change.project.name);
    case "createCategory":
      return did.create(change.category.name);
    case "renameCategory":
      return did.rename(change.was, change.name);
    case "mergeCategory":
      return did.merge(change.name, nameOf(change.into));
    case "changeTag":
      return change.to === null
        ? did.removeTag(change.name)
        : did.renameTag(change.name, change.to);
    case "archive":
      return change.archivedAt === null
        ? did.unarchive(change.node.name)
        : did.archive(change.node.name);
    case "deleteNode":
      return did.remove(change.node.name);
    case "changeProject":
      return change.fields.name === undefined
        ? kept.catalog
        : did.rename(change.was.name ?? "", change.fields.name);
    case "moveCategory":
      return did.move(nameOf(change.id), nameOf(change.parentId ?? change.toProjectId));
    default:
      return kept[change.kind];
  }
}

/** In the zone and clock that are chosen. */
export function useDescription(): typeof describe {
  usePreferences();
  return describe;
}
