/**
 * Who is asking. The one place that adds headers to every request and hears of a 401: signing in
 * plugs in here and nowhere else.
 */

type Listener = () => void;
const listeners = new Set<Listener>();

export function requestHeaders(): Record<string, string> {
  return {};
}

export function onUnauthenticated(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function reportUnauthenticated(): void {
  for (const listener of listeners) listener();
}
