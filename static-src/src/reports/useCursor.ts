import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from "react";
import { moved } from "./layout";

export interface Point {
  x: number;
  y: number;
}

function pointOf({ currentTarget, clientX, clientY }: MouseEvent<Element>): Point {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

interface Options {
  count: number;
  /** How far each arrow key goes. */
  steps: Record<string, number>;
  /** Where keys begin. */
  start?: number;
  /** The place under a point of the chart, from its left and top edge in pixels. */
  find(x: number, y: number): number | null;
  /** `at`: where it was pointed at. */
  onOpen?(index: number, at?: Point): void;
}

/** Which place of a chart is pointed at, by pointer or keyboard. */
export function useCursor({ count, steps, start = 0, find, onOpen }: Options) {
  const [cursor, setCursor] = useState<{ index: number; byKey: boolean } | null>(null);
  /** Where it was last: what was opened from there gives the focus back. */
  const last = useRef(start);
  const index = cursor && cursor.index < count ? cursor.index : null;

  const findAt = (event: MouseEvent<Element>): number | null => {
    const { x, y } = pointOf(event);
    return find(x, y);
  };
  const point = (event: PointerEvent<Element>): void => {
    const found = findAt(event);
    setCursor(found === null ? null : { index: found, byKey: false });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && cursor) setCursor(null);
    else if (event.key === "Enter" && index !== null) onOpen?.(index);
    else {
      const next = moved(event.key, index, count, steps);
      if (next === null) return;
      last.current = next;
      setCursor({ index: next, byKey: true });
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    index,
    byKey: cursor?.byKey ?? false,
    handlers: {
      onPointerMove: point,
      onPointerDown: point,
      onPointerLeave: () => setCursor(null),
      onKeyDown,
      onFocus: (event: { currentTarget: Element }) => {
        if (count > 0 && event.currentTarget.matches(":focus-visible"))
          setCursor({ index: Math.min(last.current || start, count - 1), byKey: true });
      },
      onBlur: () => setCursor(null),
      onClick: (event: MouseEvent<Element>) => {
        const found = findAt(event);
        if (found !== null) onOpen?.(found, pointOf(event));
      },
    },
  };
}
