/** What all requests of changes have in common: a limit, a key or a version, and being sent again. */

import { Refused } from "../api/errors";
import type { Change, Doing } from "./changes";
import { remember } from "./etags";

export type Of<K extends Doing["kind"]> = Change & { kind: K };

/** After this long a request that hangs counts as one without an answer. */
export const LIMIT_MS = 20_000;

interface Sent {
  headers: Record<string, string>;
  signal: AbortSignal;
}

export function sent(headers: Record<string, string> = {}): Sent {
  const control = new AbortController();
  setTimeout(() => control.abort(), LIMIT_MS);
  return { headers, signal: control.signal };
}
export const once = (key: string) => sent({ "Idempotency-Key": key });
export const matching = (etag: string | null | undefined) => sent(etag ? { "If-Match": etag } : {});

export async function kept<T extends { id: string; updatedAt: string }>(
  answer: Promise<{ value: T; etag: string | null }>,
): Promise<T> {
  const { value, etag } = await answer;
  remember(value, etag);
  return value;
}

export const codeOf = (error: unknown): string => (error instanceof Refused ? error.code : "");

/** What was to be made is there: the answer to an earlier request was lost, and its key forgotten. */
export async function madeBefore<T>(request: Promise<T>, find: () => Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (codeOf(error) !== "id_taken") throw error;
    return find();
  }
}

/** What is gone needs no deleting. */
export async function gone(request: Promise<unknown>): Promise<null> {
  try {
    await request;
  } catch (error) {
    if (codeOf(error) !== "not_found") throw error;
  }
  return null;
}
