/** Short messages: what was refused and why, what can be undone. */

import { useSyncExternalStore } from "react";

export interface NoticeAction {
  label: string;
  run(): void;
}

export interface Notice {
  id: string;
  /** Errors stay until they are closed. */
  kind: "info" | "error";
  text: string;
  actions: NoticeAction[];
  /** The person has closed it. */
  onClose?: (() => void) | undefined;
}

const INFO_MS = 6_000;
const MOST = 4;
const listeners = new Set<() => void>();
let notices: readonly Notice[] = [];
let count = 0;

function set(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export function dismiss(id: string): void {
  set(notices.filter((notice) => notice.id !== id));
}

function show(notice: Omit<Notice, "id">, ms?: number): string {
  count += 1;
  const id = String(count);
  set([...notices, { ...notice, id }].slice(-MOST));
  if (ms !== undefined) setTimeout(() => dismiss(id), ms);
  return id;
}

export const inform = (text: string, actions: NoticeAction[] = [], ms = INFO_MS): string =>
  show({ kind: "info", text, actions }, ms);

/** Stays until it is taken up or closed. */
export const offer = (text: string, actions: NoticeAction[]): string =>
  show({ kind: "info", text, actions });

export const complain = (
  text: string,
  actions: NoticeAction[] = [],
  onClose?: () => void,
): string => show({ kind: "error", text, actions, onClose });

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);
