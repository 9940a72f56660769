/** A day as a strip: what was done opens, and time can be added in what is free. */

import { type SyntheticEvent, useState } from "react";
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

/** Every day has dozens of parts: each is one element, and what happens to it is heard around them. */
export function Ribbon({ label, segments, until, gapLabel, onOpen, onGap }: Props) {
  const [current, setCurrent] = useState<string | null>(null);
  const parts = partsOf(segments, until);
  const reachable = parts.find((part) => keyOf(part) === current) ?? parts[0];
  const partOf = ({ target, currentTarget }: SyntheticEvent): Part | undefined =>
    parts[[...currentTarget.children].indexOf(target as Element)];
  const open = (part: Part | undefined): void => {
    if (part?.kind === "entry") onOpen(part.segment.id);
    else if (part) onGap(part.from, part.to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing in it is a field
    <div
      className="ribbon"
      role="group"
      aria-label={label}
      onKeyDown={walk}
      onFocus={(event) => {
        const part = partOf(event);
        if (part) setCurrent(keyOf(part));
      }}
      onClick={(event) => open(partOf(event))}
    >
      {parts.map((part) => {
        const { kind, from, to, left, width } = part;
        return (
          <button
            key={keyOf(part)}
            type="button"
            className={kind === "entry" ? `ribbon-part color-${part.segment.color}` : "ribbon-gap"}
            style={{ left: `${left}%`, width: `${width}%` }}
            title={kind === "entry" ? part.segment.label : gapLabel(from, to)}
            tabIndex={part === reachable ? 0 : -1}
          />
        );
      })}
    </div>
  );
}
