/** The server's clock, in milliseconds since 1970: running time is counted by it, not by ours. */

let offset = 0;

/** Below this a difference is the network's and the header's own coarseness (whole seconds). */
const TOLERATED_MS = 2_000;

export function observeServerTime(header: string | null, sentAt: number, receivedAt: number): void {
  const server = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(server)) return;
  const difference = server + 500 - (sentAt + receivedAt) / 2;
  offset = Math.abs(difference) > TOLERATED_MS ? difference : 0;
}

/** The server takes a clock that is up to a minute ahead, and what is entered by it. */
export const AHEAD_MS = 60_000;

export const now = (): number => Date.now() + offset;

export const toInstant = (ms: number): string => new Date(ms).toISOString();
