/** Short messages: what was refused and why, what can be undone. */

import { useSyncExternalStore } from "react";
import type { Failure } from "../api/errors";

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
  /** The region that was on top when it came. */
  region: string;
  /** The person has closed it. */
  onClose?: (() => void) | undefined;
  /** What the server said, for those who ask. */
  failure?: Failure | undefined;
}

const INFO_MS = 6_000;
const MOST = 4;
const listeners = new Set<() => void>();
let notices: readonly Notice[] = [];
let count = 0;
/** Where notices may be shown: the page, and over it a dialog, outside of which nothing is read. */
let regions: readonly string[] = [];

function set(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export function dismiss(id: string): void {
  set(notices.filter((notice) => notice.id !== id));
}

/** From now on, until what is returned is called, notices are shown in this region. */
export function openRegion(id: string): () => void {
  regions = [...regions, id];
  set([...notices]);
  return () => {
    regions = regions.filter((one) => one !== id);
    set([...notices]);
  };
}

const top = (): string => regions.at(-1) ?? "";

function show(notice: Omit<Notice, "id" | "region">, ms?: number): string {
  count += 1;
  const id = String(count);
  set([...notices, { ...notice, id, region: top() }].slice(-MOST));
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
  failure?: Failure,
): string => show({ kind: "error", text, actions, onClose, failure });

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export interface Region {
  notices: readonly Notice[];
  isTop: boolean;
}

/** What a region shows: what came while it was on top; the page also that of closed dialogs. */
export function useRegion(id: string): Region {
  const all = useSyncExternalStore(subscribe, () => notices);
  const shown = all.filter(
    ({ region }) => region === id || (id === regions[0] && !regions.includes(region)),
  );
  return { notices: shown, isTop: id === top() };
}
