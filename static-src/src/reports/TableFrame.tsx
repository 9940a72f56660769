import type { ReactNode } from "react";
import { screenWords } from "../words/screens";

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
  /** What it is a number of, and how to look at the entries that it is made of. */
  of?: string;
  onOpen?: (() => void) | undefined;
}

export function HoursCell({ seconds, hours, strong = false, of = "", onOpen }: HoursProps) {
  if (seconds === 0) return <td className="number muted">–</td>;
  return (
    <td className={strong ? "number sum" : "number"}>
      {onOpen ? (
        <button
          type="button"
          className="link"
          title={screenWords.reports.entriesOf(of)}
          onClick={onOpen}
        >
          {hours(seconds)}
        </button>
      ) : (
        hours(seconds)
      )}
    </td>
  );
}
