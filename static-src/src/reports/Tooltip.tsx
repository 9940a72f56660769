import { Swatch } from "./Swatch";

export interface Line {
  key: string;
  label: string;
  value: string;
  color?: string;
  tint?: number;
}

export interface Tip {
  title: string;
  lines: Line[];
  /** Where it points to, in pixels of the chart. */
  x: number;
  y: number;
}

/**
 * Speaks by itself only when it was opened by keyboard. Below the pointed place where there is no
 * room above, and on the side that has more room.
 */
export function Tooltip({
  tip,
  width,
  spoken,
}: {
  tip: Tip | null;
  width: number;
  spoken: boolean;
}) {
  const side = tip && tip.x > width / 2 ? "left" : "right";
  return (
    <div
      className="report-tip"
      role="status"
      aria-live={spoken ? "polite" : "off"}
      data-side={side}
      data-open={tip !== null}
      style={tip ? { left: tip.x, top: tip.y } : undefined}
    >
      {tip && (
        <>
          <strong>{tip.title}</strong>
          <dl>
            {tip.lines.map(({ key, label, value, color, tint }) => (
              <div key={key}>
                <dt>
                  {color && <Swatch color={color} tint={tint ?? 0} />}
                  {label}
                </dt>
                <dd className="number">{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
