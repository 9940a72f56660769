import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from "react";
import { moved } from "./layout";

interface Options {
  count: number;
  /** How far each arrow key goes. */
  steps: Record<string, number>;
  /** Where keys begin. */
  start?: number;
  /** The place under a point of the chart, from its left and top edge in pixels. */
  find(x: number, y: number): number | null;
  /** `y`: how far down, when it was pointed at. */
  onOpen?(index: number, y?: number): void;
}

/** Which place of a chart is pointed at, by pointer or keyboard. */
export function useCursor({ count, steps, start = 0, find, onOpen }: Options) {
  const [cursor, setCursor] = useState<{ index: number; byKey: boolean } | null>(null);
  /** Where it was last: what was opened from there gives the focus back. */
  const last = useRef(start);
  const index = cursor && cursor.index < count ? cursor.index : null;

  const findAt = (event: MouseEvent<Element>): number | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return find(event.clientX - left, event.clientY - top);
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
        const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
        if (found !== null) onOpen?.(found, y);
      },
    },
  };
}
