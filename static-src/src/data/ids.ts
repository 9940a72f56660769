/**
 * Identifiers of things that the server has not made yet. A change that names one is sent with the
 * real identifier, and rows keep their identity when it arrives.
 */

const real = new Map<string, string>();
const first = new Map<string, string>();

export function randomId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  // Plain http on a home network has no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const provisionalId = (): string => `new-${randomId()}`;

export function adopt(provisional: string, id: string): void {
  real.set(provisional, id);
  first.set(id, provisional);
}

/** What the server calls it. */
export const realId = (id: string): string => real.get(id) ?? id;

/** What the page has called it from the start: for keys and for remembering which one is open. */
export const stableId = (id: string): string => first.get(id) ?? id;

/** What was made, but not by the server yet, and never will be once its making is refused. */
export const isProvisional = (id: string): boolean => id.startsWith("new-") && !real.has(id);
