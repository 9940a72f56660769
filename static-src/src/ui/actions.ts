/**
 * Everything a person can do: name, words, keys, and what it does. Each screen registers its own.
 * Shortcuts, the palette and the help read this list and nothing else, so none of them can miss what
 * another has.
 */

import type { words } from "../words";

export type Group = keyof typeof words.actions.groups;

export interface Action {
  name: string;
  label: string;
  group: Group;
  keys: readonly string[];
  /** Whether this person has it at all. Absent: everybody does. */
  offered?(): boolean;
  /** Whether it can be done here and now. Absent: always. */
  available?(): boolean;
  run(): void;
}

const registered: Action[] = [];

export function register(actions: readonly Action[]): void {
  registered.push(...actions);
}

export const allActions = (): readonly Action[] => registered;

export const isOffered = (action: Action): boolean => action.offered?.() ?? true;

export const isAvailable = (action: Action): boolean =>
  isOffered(action) && (action.available?.() ?? true);

/** The action that keys mean here; two may share keys where only one of them is available. */
export const actionFor = (keys: string): Action | undefined =>
  registered.find((action) => action.keys.includes(keys) && isAvailable(action));

export const allKeys = (): ReadonlySet<string> => new Set(registered.flatMap(({ keys }) => keys));

/** What had the focus when a dialog opened: what is chosen in it is meant for that. */
let origin: Element | null = null;

export function keepFocus(element: Element | null): void {
  origin = element;
}

/** The value of an attribute of the row that has the focus, or had it when a dialog opened. */
export function focusedRow(attribute: "data-entry" | "data-node" | "data-date"): string | null {
  const at = origin?.isConnected ? origin : document.activeElement;
  return at?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}

export const isOn = (path: string): boolean => location.pathname === path;
