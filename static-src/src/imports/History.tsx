/** The imports of before: what each brought, with a way on or back. */

import { useId, useRef, useState } from "react";
import { usePreferences } from "../store/preferences";
import { formatDateTime } from "../time/format";
import { tell } from "../ui/explain";
import { screenWords } from "../words/screens";
import { discard, type Listed, useImports } from "./calls";
import { UndoDialog } from "./UndoDialog";

const text = screenWords.imports;

export function History({ onOpen }: { onOpen(id: string): void }) {
  const { data } = useImports();
  const [undoing, setUndoing] = useState<Listed | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  if (!data?.length) return null;
  return (
    <section className="import-history" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {text.former}
      </h2>
      <ul>
        {data.map((one) => (
          <Row
            key={one.id}
            one={one}
            onOpen={onOpen}
            onUndo={() => setUndoing(one)}
            onDiscard={() => {
              // Its row goes, and must not take the focus along.
              heading.current?.focus();
              void discard(one.id).catch((error) => tell(text.discardOf(one.name), error));
            }}
          />
        ))}
      </ul>
      {undoing && <UndoDialog one={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

interface RowProps {
  one: Listed;
  onOpen(id: string): void;
  onUndo(): void;
  onDiscard(): void;
}

function Row({ one, onOpen, onUndo, onDiscard }: RowProps) {
  const { zoneName, hours } = usePreferences();
  const { id, name, title, state, endedAt, createdAt } = one;
  const at = formatDateTime(Date.parse(endedAt ?? createdAt), zoneName, hours);
  return (
    <li>
      <div>
        <button type="button" className="import-name" onClick={() => onOpen(id)}>
          {name}
        </button>
        <p className="muted small">
          {title} · {at}
        </p>
        <p className="small">{text.states[state](one.added)}</p>
      </div>
      {state === "draft" && (
        <div className="import-buttons">
          <button
            type="button"
            className="button"
            aria-label={text.resumeOf(name)}
            onClick={() => onOpen(id)}
          >
            {text.resume}
          </button>
          <button
            type="button"
            className="button-quiet danger"
            aria-label={text.discardOf(name)}
            onClick={onDiscard}
          >
            {text.discard}
          </button>
        </div>
      )}
      {state === "done" && (
        <button type="button" className="button" aria-label={text.undoOf(name)} onClick={onUndo}>
          {text.undo}
        </button>
      )}
    </li>
  );
}
