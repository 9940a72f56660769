import type { ReactNode } from "react";

/** A table that may be wider than the screen: it scrolls by itself, by keyboard too. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="report-table" aria-label={label} tabIndex={0}>
      <table>
        <caption className="hidden">{label}</caption>
        {children}
      </table>
    </section>
  );
}

interface HoursProps {
  seconds: number;
  hours(seconds: number): string;
  strong?: boolean;
}

export function HoursCell({ seconds, hours, strong = false }: HoursProps) {
  const kind = seconds === 0 ? "nothing" : strong ? "sum" : "";
  return <td className={`number ${kind}`}>{hours(seconds)}</td>;
}
