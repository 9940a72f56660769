/** A failure in words that a person understands. */

import { failureOf, Refused, Unreachable } from "../api/errors";
import { words } from "../words";
import { complain, type NoticeAction } from "./notices";

export function reasonOf(error: unknown): string {
  if (error instanceof Unreachable) return words.failure.unreachable;
  if (!(error instanceof Refused)) return String(error);
  return words.errors[error.code] ?? error.message;
}

/** Why it failed, and nothing else. */
export const tellWhy = (error: unknown): string =>
  complain(reasonOf(error), [], undefined, failureOf(error));

export const tell = (label: string, error: unknown, actions: NoticeAction[] = []): string =>
  complain(words.notice.notDone(label, reasonOf(error)), actions, undefined, failureOf(error));
