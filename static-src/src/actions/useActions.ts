import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { continueEntry, deleteWithUndo, stopRunning } from "../app/commands";
import { useMayAdminister, useSession } from "../app/SessionProvider";
import { START_FIELD } from "../app/StartBar";
import { stableId } from "../data/ids";
import { getPreferences, setPreferences, zoneOf } from "../data/preferences";
import { pathText } from "../data/tree";
import { useWorld } from "../data/WorldProvider";
import { startOf } from "../data/world";
import { dateOf } from "../time/zone";
import { openEditor } from "../timer/editing";
import { SEARCH_FIELD } from "../timer/SearchField";
import { words } from "../words";
import { chordOf, KeySequence } from "./keys";
import { ACTIONS, type Action, ALL_KEYS, actionFor, type Context, isAvailable } from "./registry";
import { ask } from "./verbs";

export type DialogName = "palette" | "help" | null;

/** At once, or what is typed next would be taken for commands; later if the screen has to appear. */
function focusField(id: string): void {
  const field = document.getElementById(id);
  if (field) field.focus();
  else requestAnimationFrame(() => document.getElementById(id)?.focus());
}

function toggle(what: "theme" | "density"): void {
  const { theme, density } = getPreferences();
  const dark =
    theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  if (what === "theme") setPreferences({ theme: dark ? "light" : "dark" });
  else setPreferences({ density: density === "dense" ? "comfortable" : "dense" });
}

/** The row that has the focus, or had it when a dialog opened. */
function focusedRow(attribute: "data-entry" | "data-node", origin: Element | null): string | null {
  return origin?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}

export function useActions() {
  const world = useWorld();
  const { mode } = useSession();
  const mayAdminister = useMayAdminister();
  const [location, navigate] = useLocation();
  const [dialog, setDialog] = useState<DialogName>(null);
  const origin = useRef<Element | null>(null);
  const context = useRef<() => Context>(() => {
    throw new Error("no context yet");
  });

  context.current = () => {
    const at = dialog === null ? document.activeElement : origin.current;
    const entryId = focusedRow("data-entry", at);
    const nodeId = focusedRow("data-node", at);
    const rowDate = at?.closest("[data-date]")?.getAttribute("data-date");
    return {
      screen: location,
      running: world.running,
      latest: world.entries[0],
      entry: world.entries.find(({ id }) => id === entryId),
      node: [...world.projects, ...world.categories].find(({ id }) => id === nodeId),
      go: navigate,
      startField: () => focusField(START_FIELD),
      search: () => {
        if (location !== "/") navigate("/");
        focusField(SEARCH_FIELD);
      },
      stop: stopRunning,
      continueEntry,
      newEntry: () => {
        if (location !== "/") navigate("/");
        openEditor({ id: "new", date: "", focus: "category" });
      },
      edit: (entry, focus) => {
        if (location !== "/") navigate("/");
        const date = rowDate ?? dateOf(startOf(entry), zoneOf(getPreferences()));
        openEditor({ id: stableId(entry.id), date, focus });
      },
      remove: (entry) => {
        const place = world.places.get(entry.categoryId);
        focusNeighbour(at);
        deleteWithUndo(entry, place ? pathText(place) : words.timer.unknownPlace);
      },
      session: { mode, mayAdminister },
      signOut: () => void import("../accounts/signOut").then((module) => module.signOut()),
      changeNode: ask,
      report: ask,
      open: (name) => {
        origin.current = document.activeElement;
        setDialog(name);
      },
      toggle,
    };
  };

  const run = useCallback((action: Action): void => {
    const present = context.current();
    if (isAvailable(action, present)) action.run(present);
  }, []);
  useShortcuts(context, dialog !== null);
  const available = (): Action[] => {
    const present = context.current();
    return ACTIONS.filter((action) => isAvailable(action, present));
  };
  return { dialog, close: () => setDialog(null), run, available };
}

function focusNeighbour(row: Element | null): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".entry-main")];
  const index = rows.findIndex((other) => row?.closest("[data-entry]")?.contains(other));
  (rows[index + 1] ?? rows[index - 1])?.focus();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input:not([type=checkbox],[type=radio]), textarea, select"));

/** While something is typed only chords with Ctrl or ⌘ are ours. */
function useShortcuts(context: { current: () => Context }, blocked: boolean): void {
  useEffect(() => {
    if (blocked) return;
    const sequence = new KeySequence();
    const onKeyDown = (event: KeyboardEvent): void => {
      const chord = chordOf(event);
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (isTyping(event.target) && !chord.startsWith("mod+")) return;
      const keys = sequence.press(chord, event.timeStamp, ALL_KEYS);
      const present = context.current();
      const action = keys === null ? undefined : actionFor(keys, present);
      if (!action) return;
      event.preventDefault();
      action.run(present);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [context, blocked]);
}
