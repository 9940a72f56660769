/** Pure arithmetic of charts: lengths, steps of an axis, shades. */

/** The length of a bar that begins at zero, within `[0, size]`; what is there can be seen. */
export function barLength(value: number, most: number, size: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(size, Math.max(size * 0.01, (value / most) * size));
}

const STEP_HOURS = [
  0.25, 0.5, 1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 80, 100, 200, 250, 400, 500, 1000,
];

/** Round ticks in seconds from zero to at least `most`, about `count` of them. */
export function ticks(most: number, count = 4): number[] {
  const hours = Math.max(most, 1) / 3600;
  const step = STEP_HOURS.find((candidate) => hours / candidate <= count) ?? hours / count;
  const last = Math.max(1, Math.ceil(hours / step - 1e-9));
  return Array.from({ length: last + 1 }, (_, i) => Math.round(i * step * 3600));
}

export interface Segment<Key> {
  key: Key;
  value: number;
  from: number;
  to: number;
}

/** Values on top of one another, from zero. */
export function stack<Key>(values: { key: Key; value: number }[]): Segment<Key>[] {
  let sum = 0;
  return values.map(({ key, value }) => {
    const from = sum;
    sum += value;
    return { key, value, from, to: sum };
  });
}

/** 0 for nothing, else 1 to `steps` by how much of the most it is. */
export function shade(value: number, most: number, steps: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(steps, Math.ceil((value / most) * steps));
}
