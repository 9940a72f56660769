import type { ReactNode, RefObject } from "react";
import { type Tip, Tooltip } from "./Tooltip";
import type { useCursor } from "./useCursor";

interface Props {
  frame: RefObject<HTMLDivElement | null>;
  label: string;
  width: number;
  height: number;
  cursor: ReturnType<typeof useCursor>;
  tip: Tip | null;
  /** Something opens with Enter or a click. */
  opens: boolean;
  children: ReactNode;
}

/** What every chart is put into: its name, its size, and the place that is pointed at. */
export function ChartFrame({ frame, label, width, height, cursor, tip, opens, children }: Props) {
  return (
    <div className="chart" ref={frame} data-opens={opens && cursor.index !== null}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: no element of HTML is a chart
        <svg
          role="group"
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move through the bars
          tabIndex={0}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          {...cursor.handlers}
        >
          {children}
        </svg>
      )}
      <Tooltip tip={tip} width={width} spoken={cursor.byKey} />
    </div>
  );
}
