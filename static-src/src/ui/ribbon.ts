/** A day as a strip: what lies in it, and what is free between. Pure. */

const HOUR = 3600;
const OPENS = 6 * HOUR;
const CLOSES = 24 * HOUR;
/** What is shorter is no gap that anybody means. */
const LEAST = 5 * 60;

export interface Segment {
  id: string;
  /** By the clock on the wall, in seconds since midnight. */
  from: number;
  to: number;
  color: string;
  /** What it is, where and when, in one line. */
  label: string;
}

interface Place {
  from: number;
  to: number;
  /** In percent of the strip. */
  left: number;
  width: number;
}

export type Part = Place & ({ kind: "entry"; segment: Segment } | { kind: "gap" });

/** From 6 to midnight, or from the full hour before the first thing when that is earlier. */
export function hoursOf(segments: readonly Segment[]): { from: number; to: number } {
  const first = Math.min(OPENS, ...segments.map(({ from }) => from));
  const last = Math.max(CLOSES, ...segments.map(({ to }) => to));
  return {
    from: Math.max(0, Math.floor(first / HOUR) * HOUR),
    to: Math.ceil(last / HOUR) * HOUR,
  };
}

/** Entries and gaps as they follow each other; nothing that is still to come is a gap. */
export function partsOf(segments: readonly Segment[], until: number = CLOSES): Part[] {
  const hours = hoursOf(segments);
  const whole = hours.to - hours.from;
  const place = (from: number, to: number): Place => ({
    from,
    to,
    left: ((from - hours.from) / whole) * 100,
    width: ((to - from) / whole) * 100,
  });
  const parts: Part[] = [];
  let free = hours.from;
  const close = (to: number): void => {
    const end = Math.min(to, until);
    if (end - free >= LEAST) parts.push({ kind: "gap", ...place(free, end) });
  };
  for (const segment of segments.toSorted((a, b) => a.from - b.from)) {
    close(segment.from);
    parts.push({
      kind: "entry",
      segment,
      ...place(segment.from, Math.max(segment.from, segment.to)),
    });
    free = Math.max(free, segment.to);
  }
  close(hours.to);
  return parts;
}
