/**
 * Who is asking. The one place that adds headers to every request and hears of a 401: signing in
 * plugs in here and nowhere else.
 */

import type { components } from "./schema";

export type Session = components["schemas"]["Session"];
export type Person = Session["person"];

type Listener = () => void;
const listeners = new Set<Listener>();
let session: Session | null = null;

/** From now on requests are this person's; null: nobody's. */
export function actAs(next: Session | null): void {
  session = next;
}

/** Shows the server that a change comes from its own page. */
export const requestHeaders = (method: string): Record<string, string> =>
  session && method !== "GET" ? { "X-CSRF-Token": session.csrfToken } : {};

export function onUnauthenticated(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function reportUnauthenticated(): void {
  for (const listener of listeners) listener();
}
