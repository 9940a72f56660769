import { formatShare } from "../time/format";
import { barLength } from "../ui/scales";
import { screenWords } from "../words/screens";
import { Swatch } from "./Swatch";
import type { Series } from "./series";

interface Props {
  series: Series[];
  /** What the shares are of. */
  total: number;
  hours(seconds: number): string;
  onOpen(series: Series): void;
}

/** What the colours stand for, with the sums; what has something inside opens. */
export function Key({ series, total, hours, onOpen }: Props) {
  const most = Math.max(...series.map(({ seconds }) => seconds));
  return (
    <ul className="report-key">
      {series.map((one) => (
        <li key={one.key}>
          <Swatch color={one.color} tint={one.tint} />
          <SeriesName series={one} onOpen={onOpen} />
          <span className="number">{hours(one.seconds)}</span>
          <span className="number report-share">{formatShare(one.seconds / total)}</span>
          <Length of={one} most={most} />
        </li>
      ))}
    </ul>
  );
}

export function SeriesName({ series, onOpen }: { series: Series; onOpen(series: Series): void }) {
  if (!series.inside) return <span>{series.label}</span>;
  return (
    <button
      type="button"
      className="link"
      title={screenWords.reports.drill(series.label)}
      onClick={() => onOpen(series)}
    >
      {series.label}
    </button>
  );
}

/** Drawn, not styled: a policy without inline styles must not take it away. */
function Length({ of: { seconds, color, tint }, most }: { of: Series; most: number }) {
  return (
    <svg
      className="report-length"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="chart-whole" width="100" height="6" />
      <rect
        className={`fill color-${color} tint-${tint}`}
        width={barLength(seconds, most, 100)}
        height="6"
      />
    </svg>
  );
}
