/** A screen hears here what the registry asks of it, as only it knows how. */

import type { NodeVerb, ReportVerb } from "./registry";

export type Verb = NodeVerb | ReportVerb;
type Handler = (verb: Verb) => void;

const handlers = new Set<Handler>();

export function onVerb(handler: Handler): () => void {
  handlers.add(handler);
  return () => handlers.delete(handler);
}

export function ask(verb: Verb): void {
  for (const handler of handlers) handler(verb);
}
