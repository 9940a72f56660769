/** What can be done with entries. */

import { navigate } from "wouter/use-browser-location";
import type { TimeEntry } from "../api/types";
import { continueEntry, stop } from "../store/doing";
import { getPreferences, zoneOf } from "../store/preferences";
import { known } from "../store/state";
import { entryOf, isOther, startOf } from "../store/world";
import { dateOf } from "../time/zone";
import { type Action, focusedRow, isOn, register } from "../ui/actions";
import { words } from "../words";
import type { Field } from "./editing";
import { focusField, START_FIELD } from "./field";
import { addTime, openEditor } from "./opening";
import { deleteWithUndo } from "./removing";
import { SEARCH_FIELD } from "./SearchField";

const labels = words.actions;

const running = (): TimeEntry | undefined => known.getState().running;
const latest = (): TimeEntry | undefined => known.getState().shown.entries[0];

/** The entry of the row that has the focus. */
function focused(): TimeEntry | undefined {
  const id = focusedRow("data-entry");
  return id === null ? undefined : entryOf(known.getState().shown, id);
}

/** Somebody else's can be corrected; what it was is theirs to go on with. */
function isOwn(): boolean {
  const entry = focused();
  return entry !== undefined && !isOther(known.getState().shown, entry);
}

function toTimer(): void {
  if (!isOn("/")) navigate("/");
}

function edit(entry: TimeEntry | undefined, focus: Field): void {
  if (!entry) return;
  // A row that has the focus is opened where it is, on whatever screen.
  const elsewhere = entry !== focused();
  const date = focusedRow("data-date") ?? dateOf(startOf(entry), zoneOf(getPreferences()));
  if (elsewhere) toTimer();
  openEditor({ id: entry.id, date, focus });
}

const onTimer = (name: string, label: string, keys: string[], run: () => void): Action => ({
  name,
  label,
  group: "timer",
  keys,
  run,
});

const onEntry = (
  name: string,
  label: string,
  keys: string[],
  run: (entry: TimeEntry) => void,
): Action => ({
  name,
  label,
  group: "entry",
  place: "entry",
  keys,
  available: () => focused() !== undefined,
  run: () => {
    const entry = focused();
    if (entry) run(entry);
  },
});

register([
  onTimer("start", labels.start, ["n"], () => focusField(START_FIELD)),
  {
    ...onTimer("stop", labels.stop, ["s"], () => {
      const entry = running();
      if (entry) stop(entry);
    }),
    available: () => running() !== undefined,
  },
  {
    ...onTimer("continueLast", labels.continueLast, ["c"], () => {
      const entry = latest();
      if (entry) continueEntry(entry);
    }),
    available: () => running() === undefined && latest() !== undefined,
  },
  onTimer("newEntry", labels.newEntry, ["a"], () => {
    toTimer();
    addTime("");
  }),
  onTimer("search", labels.search, ["/"], () => {
    toTimer();
    focusField(SEARCH_FIELD);
  }),
  {
    ...onTimer("edit", labels.edit, ["e"], () => edit(focused() ?? running() ?? latest(), "note")),
    group: "entry",
    available: () => latest() !== undefined,
  },
  {
    ...onEntry("continueEntry", labels.continueEntry, ["shift+c"], continueEntry),
    available: isOwn,
  },
  onEntry("split", labels.split, ["x"], (entry) => edit(entry, "split")),
  onEntry("remove", labels.remove, ["delete", "backspace"], deleteWithUndo),
]);
