/** A day as a strip: what was done opens, and time can be added in what is free. */

import { useState } from "react";
import { type Part, partsOf, type Segment } from "./ribbon";
import { walk } from "./roving";

interface Props {
  /** What the parts are, for those who don't see them. */
  label: string;
  segments: Segment[];
  /** Until when there is anything to add: now, on the day that it is. */
  until?: number | undefined;
  gapLabel(from: number, to: number): string;
  onOpen(id: string): void;
  onGap(from: number, to: number): void;
}

/** Stays the same while a running entry grows. */
const keyOf = (part: Part): string =>
  part.kind === "entry" ? part.segment.id : `gap ${part.from}`;

export function Ribbon({ label, segments, until, gapLabel, onOpen, onGap }: Props) {
  const [current, setCurrent] = useState<string | null>(null);
  const parts = partsOf(segments, until);
  const reachable = parts.find((part) => keyOf(part) === current) ?? parts[0];
  return (
    <ul className="ribbon" aria-label={label} onKeyDown={walk}>
      {parts.map((part) => {
        const { kind, from, to, left, width } = part;
        const name = kind === "entry" ? part.segment.label : gapLabel(from, to);
        return (
          <li key={keyOf(part)} style={{ left: `${left}%`, width: `${width}%` }}>
            <button
              type="button"
              className={
                kind === "entry" ? `ribbon-part color-${part.segment.color}` : "ribbon-gap"
              }
              aria-label={name}
              title={name}
              tabIndex={part === reachable ? 0 : -1}
              onFocus={() => setCurrent(keyOf(part))}
              onClick={() => (kind === "entry" ? onOpen(part.segment.id) : onGap(from, to))}
            />
          </li>
        );
      })}
    </ul>
  );
}
