/** The rows that don't come as they are, each with its number and why. */

import { useState } from "react";
import { locale } from "../time/format";
import { screenWords } from "../words/screens";
import type { Import } from "./calls";

const text = screenWords.imports;
const KINDS = ["unreadable", "skipped", "shortened"] as const;
const SHOWN = 20;

export function Problems({ one }: { one: Import }) {
  return KINDS.map((kind) => <Kind key={kind} one={one} kind={kind} />);
}

function Kind({ one, kind }: { one: Import; kind: (typeof KINDS)[number] }) {
  const [all, setAll] = useState(false);
  const found = one.problems.filter((problem) => problem.kind === kind);
  if (found.length === 0) return null;
  const shown = all ? found : found.slice(0, SHOWN);
  const unsaid = one[kind] - found.length;
  return (
    <details className="import-problems" open={kind === "unreadable"}>
      <summary>
        {text.counts[kind]}: {one[kind].toLocaleString(locale)}
      </summary>
      <ul>
        {shown.map(({ row, reason }) => (
          <li key={row}>
            <span className="muted">{text.row(row)}</span> {reason}
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {text.showAll(found.length)}
        </button>
      )}
      {all && unsaid > 0 && <p className="muted small">{text.unsaid(unsaid)}</p>}
    </details>
  );
}
