/** What is typed into the start field. Outside of the component, so that a screen may offer a line. */

import { useSyncExternalStore } from "react";

let line = "";
const listeners = new Set<() => void>();

export function setLine(text: string): void {
  line = text;
  for (const listener of listeners) listener();
}

export const takeLine = (): void => setLine("");

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLine = (): string => useSyncExternalStore(subscribe, () => line);
