/** The present moment as state: one timer for the whole page, whoever watches. */

import { useSyncExternalStore } from "react";
import type { DateKey } from "../time/dates";
import { now } from "../time/now";
import { dateOf } from "../time/zone";

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  for (const watcher of watchers) watcher();
  // Just after the next full second, so that no second is shown twice or left out.
  timer = watchers.size > 0 ? setTimeout(tick, 1005 - (now() % 1000)) : undefined;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  if (timer === undefined) tick();
  return () => watchers.delete(watcher);
}

const wholeSecond = (): number => Math.floor(now() / 1000) * 1000;
const wholeMinute = (): number => Math.floor(now() / 60_000) * 60_000;

/** Milliseconds since 1970, moving on every second. */
export const useSeconds = (): number => useSyncExternalStore(watch, wholeSecond);

/** Milliseconds since 1970, moving on every minute. */
export const useMinutes = (): number => useSyncExternalStore(watch, wholeMinute);

/** The local date, moving on at local midnight. */
export const useToday = (zone: string): DateKey =>
  useSyncExternalStore(watch, () => dateOf(now(), zone));
