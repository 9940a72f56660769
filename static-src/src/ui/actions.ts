/**
 * Everything a person can do: name, words, keys, and what it does. Each screen registers its own.
 * Shortcuts, the palette and the help read this list and nothing else, so none of them can miss what
 * another has.
 */

import type { words } from "../words";
import { isSingle } from "./keys";

export type Group = keyof typeof words.actions.groups;

export interface Action {
  name: string;
  label: string;
  group: Group;
  /** Those that it has unless others were chosen. */
  keys: readonly string[];
  /** What has to be there for it, as a row that has the focus. Absent: it may be had everywhere. */
  place?: "entry" | "projects" | "reports";
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

const named = (name: string): Action | undefined => registered.find((one) => one.name === name);

/** For a button that does what a key does. */
export const runAction = (name: string): void => named(name)?.run();

export const allActions = (): readonly Action[] => registered;

export const isOffered = (action: Action): boolean => action.offered?.() ?? true;

export const isAvailable = (action: Action): boolean =>
  isOffered(action) && (action.available?.() ?? true);

/** What was chosen of keys, as it is kept with the preferences. */
export interface KeyChoice {
  /** By the action's name; an empty list takes its keys away. */
  keys: Readonly<Record<string, readonly string[]>>;
  /** Off: letters, digits and signs alone do nothing (WCAG 2.1.4). */
  singleKeys: boolean;
}

let choice: KeyChoice = { keys: {}, singleKeys: true };

export function chooseKeys({ keys, singleKeys }: KeyChoice): void {
  choice = { keys, singleKeys };
}

/** Chosen or not, whether or not they act at present. */
export const givenKeys = ({ name, keys }: Action): readonly string[] => choice.keys[name] ?? keys;

/** The keys that an action has. */
export const keysOf = (action: Action): readonly string[] =>
  givenKeys(action).filter((keys) => choice.singleKeys || !isSingle(keys));

/** The first key of an action, by its name. */
export function keyFor(name: string): string | undefined {
  const action = named(name);
  return action && keysOf(action)[0];
}

/** The action that keys mean here; two may share keys where only one of them is available. */
export const actionFor = (keys: string): Action | undefined =>
  registered.find((action) => keysOf(action).includes(keys) && isAvailable(action));

export const allKeys = (): ReadonlySet<string> => new Set(registered.flatMap(keysOf));

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
