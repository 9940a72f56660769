/** A failure in words that a person understands. */

import { Refused } from "../api/errors";
import { words } from "../words";
import { complain, type NoticeAction } from "./notices";

export function reasonOf(error: unknown): string {
  if (!(error instanceof Refused)) return String(error);
  return words.errors[error.code] ?? error.message;
}

export const tell = (label: string, error: unknown, actions: NoticeAction[] = []): string =>
  complain(words.notice.notDone(label, reasonOf(error)), actions);
