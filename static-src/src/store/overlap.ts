/** Two stretches of time that overlap, and how either could be shortened so that they touch. Pure. */

import type { TimeEntry } from "../api/types";

export interface Stretch {
  startedAt: string;
  /** Null while it runs. */
  stoppedAt: string | null;
}

export type Shorter = Partial<{ startedAt: string; stoppedAt: string }>;

const ms = (instant: string | null): number =>
  instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant);

/** What has to change of `one` so that it leaves `other` its time; null when nothing would be left. */
export function shortened(one: Stretch, other: Stretch): Shorter | null {
  const [from, to] = [ms(one.startedAt), ms(one.stoppedAt)];
  const [otherFrom, otherTo] = [ms(other.startedAt), ms(other.stoppedAt)];
  if (from < otherFrom && to <= otherTo) return { stoppedAt: other.startedAt };
  if (from >= otherFrom && to > otherTo && other.stoppedAt) return { startedAt: other.stoppedAt };
  return null;
}

export const stretchOf = ({ startedAt, stoppedAt }: TimeEntry): Stretch => ({
  startedAt,
  stoppedAt,
});
