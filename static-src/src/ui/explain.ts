/** A failure in words that a person understands. */

import { Refused } from "../api/errors";
import type { Change } from "../data/queue";
import { words } from "../words";
import { complain, type NoticeAction } from "./notices";

export function reasonOf(error: unknown): string {
  if (!(error instanceof Refused)) return String(error);
  return words.errors[error.code] ?? error.message;
}

export function tell(label: string, error: unknown, actions: NoticeAction[] = []): void {
  complain(words.notice.notDone(label, reasonOf(error)), actions);
}

export const tellRefused = (change: Change, error: unknown): void => tell(change.label, error);
