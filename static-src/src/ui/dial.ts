/** Where things lie on a watch of 24 hours: midnight at the top, noon at the bottom. Pure. */

export const DAY = 86_400;
/** The side of the square that it is drawn in. */
export const SIZE = 240;
export const INNER = 86;
export const OUTER = 102;
/** How far beyond the ring, and beyond a short arc's ends, a pointer still means it. */
const REACH = 8;
/** Half the gap between two arcs that touch, and the least that an arc is long, in pixels. */
const GAP = 0.75;
const LEAST = 2.5;

const MIDDLE = SIZE / 2;
/** The ring is drawn and measured at half of its width. */
export const RADIUS = (INNER + OUTER) / 2;

export interface Span {
  from: number;
  to: number;
}

export interface Point {
  x: number;
  y: number;
}

export const pixels = (length: number): number => (length / (2 * Math.PI * RADIUS)) * DAY;

export function pointAt(second: number, radius: number = RADIUS): Point {
  const angle = (second / DAY) * 2 * Math.PI;
  return { x: MIDDLE + radius * Math.sin(angle), y: MIDDLE - radius * Math.cos(angle) };
}

/** The same point on the ring, for what is laid over the drawing. */
export function placeOf(second: number): { left: string; top: string } {
  const { x, y } = pointAt(second);
  return { left: `${(x / SIZE) * 100}%`, top: `${(y / SIZE) * 100}%` };
}

/** What is drawn of a span: within the day, a hairline apart from the next, never too short to see. */
export function drawn({ from, to }: Span): Span {
  const start = Math.max(0, from) + pixels(GAP);
  const end = Math.min(DAY, to) - pixels(GAP);
  if (end - start >= pixels(LEAST)) return { from: start, to: end };
  const middle = (start + end) / 2;
  return { from: middle - pixels(LEAST) / 2, to: middle + pixels(LEAST) / 2 };
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** A piece of the ring, as the data of an SVG path; larger by `by` pixels on every side. */
export function sector({ from, to }: Span, by = 0): string {
  const start = from - pixels(by);
  // A whole turn would end where it began, and be nothing.
  const end = Math.min(to + pixels(by), start + DAY - 1);
  const large = end - start > DAY / 2 ? 1 : 0;
  const at = (second: number, radius: number): string => {
    const { x, y } = pointAt(second, radius);
    return `${round(x)} ${round(y)}`;
  };
  const [outer, inner] = [OUTER + by, INNER - by];
  return (
    `M${at(start, outer)}A${outer} ${outer} 0 ${large} 1 ${at(end, outer)}` +
    `L${at(end, inner)}A${inner} ${inner} 0 ${large} 0 ${at(start, inner)}Z`
  );
}

/** A line across the ring, from so far within its inner edge to so far beyond its outer one. */
export function across(second: number, within: number, beyond: number) {
  const [a, b] = [pointAt(second, INNER - within), pointAt(second, OUTER + beyond)];
  return { x1: round(a.x), y1: round(a.y), x2: round(b.x), y2: round(b.y) };
}

/** The span that a point means: the nearest of those within reach, or null. */
export function spanAt<T extends Span>(spans: readonly T[], { x, y }: Point): T | null {
  const radius = Math.hypot(x - MIDDLE, y - MIDDLE);
  if (radius < INNER - REACH || radius > OUTER + REACH) return null;
  const turn = Math.atan2(x - MIDDLE, MIDDLE - y) / (2 * Math.PI);
  const second = (turn < 0 ? turn + 1 : turn) * DAY;
  let best: T | null = null;
  let least = pixels(REACH);
  for (const span of spans) {
    const away = Math.max(span.from - second, second - span.to, 0);
    if (away >= least) continue;
    [best, least] = [span, away];
    if (away === 0) break;
  }
  return best;
}
