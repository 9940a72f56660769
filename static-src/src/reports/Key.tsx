import { words } from "../words";
import { Swatch } from "./Swatch";
import type { Series } from "./series";

interface Props {
  series: Series[];
  hours(seconds: number): string;
  onOpen(series: Series): void;
}

/** What the colours stand for, with the sums; what has something inside opens. */
export function Key({ series, hours, onOpen }: Props) {
  return (
    <ul className="report-key">
      {series.map((one) => (
        <li key={one.key}>
          <Swatch color={one.color} tint={one.tint} />
          <SeriesName series={one} onOpen={onOpen} />
          <span className="number">{hours(one.seconds)}</span>
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
      title={words.reports.drill(series.label)}
      onClick={() => onOpen(series)}
    >
      {series.label}
    </button>
  );
}
