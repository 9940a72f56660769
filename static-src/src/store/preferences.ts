/** How this browser shows things. Kept in localStorage, so that tabs agree at once. */

import { useSyncExternalStore } from "react";
import type { Weekday } from "../time/dates";
import { isZone } from "../time/zone";
import { chooseKeys, type KeyChoice } from "../ui/actions";
import { LANGUAGE_CHOICES, type LanguageChoice, PREFERENCES } from "../words/language";

export interface Preferences extends KeyChoice {
  /** `system` for what the browser asks for. Holds from the next load of the page on. */
  language: LanguageChoice;
  /** An IANA zone, or `system` for the browser's own: what `zone.ts` took over from the account. */
  zone: string;
  weekStart: Weekday;
  hours: "system" | "12" | "24";
  theme: "system" | "light" | "dark";
  density: "comfortable" | "dense";
  /** Reports show 1.50 instead of 1:30. */
  decimal: boolean;
  /** Seconds that are meant to be worked in a day; 0 for none. */
  target: number;
}

const DEFAULTS: Preferences = {
  language: "system",
  zone: "system",
  weekStart: 1,
  hours: "system",
  theme: "system",
  density: "comfortable",
  decimal: false,
  keys: {},
  singleKeys: true,
  target: 0,
};

function oneOf<T>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.includes(value as T) ? (value as T) : fallback;
}

/** Actions may have gone since; what they had is of no account then. */
function keysIn(value: unknown): KeyChoice["keys"] {
  const isList = ([, keys]: [string, unknown]): boolean =>
    Array.isArray(keys) && keys.every((one) => typeof one === "string");
  return Object.fromEntries(Object.entries(value ?? {}).filter(isList));
}

/** What was stored may be another version's, or edited by hand: each field is checked. */
export function parsePreferences(text: string | null): Preferences {
  let stored: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    stored = JSON.parse(text ?? "{}") ?? {};
  } catch {
    return DEFAULTS;
  }
  const { zone, target } = stored;
  return {
    language: oneOf(stored.language, LANGUAGE_CHOICES, DEFAULTS.language),
    zone: typeof zone === "string" && zone !== "system" && isZone(zone) ? zone : "system",
    weekStart: oneOf<Weekday>(stored.weekStart, [1, 2, 3, 4, 5, 6, 7], DEFAULTS.weekStart),
    hours: oneOf(stored.hours, ["system", "12", "24"] as const, DEFAULTS.hours),
    theme: oneOf(stored.theme, ["system", "light", "dark"] as const, DEFAULTS.theme),
    density: oneOf(stored.density, ["comfortable", "dense"] as const, DEFAULTS.density),
    decimal: stored.decimal === true,
    keys: keysIn(stored.keys),
    singleKeys: stored.singleKeys !== false,
    target: typeof target === "number" && target > 0 && target <= 86_400 ? target : 0,
  };
}

const listeners = new Set<() => void>();
let current = parsePreferences(localStorage.getItem(PREFERENCES));

function adopt(next: Preferences): void {
  current = next;
  applyToPage(next);
  for (const listener of listeners) listener();
}

function applyToPage(preferences: Preferences): void {
  const { theme, density } = preferences;
  chooseKeys(preferences);
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.density = density;
}

applyToPage(current);
addEventListener("storage", (event) => {
  if (event.key === PREFERENCES) adopt(parsePreferences(event.newValue));
});

export function setPreferences(part: Partial<Preferences>): void {
  const next = { ...current, ...part };
  localStorage.setItem(PREFERENCES, JSON.stringify(next));
  adopt(next);
}

export const getPreferences = (): Preferences => current;

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** Asking takes longer than drawing a row: done at first, and when the window is looked at. */
let here = browserZone();
addEventListener("focus", () => {
  const before = here;
  here = browserZone();
  if (here !== before) adopt({ ...current });
});

export const zoneOf = ({ zone }: Preferences): string => (zone === "system" ? here : zone);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences & { zoneName: string } {
  const preferences = useSyncExternalStore(subscribe, getPreferences);
  return { ...preferences, zoneName: zoneOf(preferences) };
}
