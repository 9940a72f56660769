/** Asks before an import is taken back, and what becomes of entries that were changed since. */

import { useState } from "react";
import { failureOf, Refused } from "../api/errors";
import { Details } from "../ui/Details";
import { Dialog } from "../ui/Dialog";
import { reasonOf } from "../ui/explain";
import { inform } from "../ui/notices";
import { screenWords } from "../words/screens";
import { type Listed, undo } from "./calls";

const text = screenWords.imports;

/** How many entries were changed since, when that is why it was refused. */
function changedIn(error: unknown): number | null {
  if (!(error instanceof Refused) || error.code !== "changed_since") return null;
  return (error.details as { count: number }).count;
}

export function UndoDialog({ one, onClose }: { one: Listed; onClose(): void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const changed = changedIn(error);
  const take = async (what: "ask" | "keep" | "delete"): Promise<void> => {
    setBusy(true);
    try {
      await undo(one.id, what);
      inform(text.undone(one.name));
      onClose();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <Dialog title={text.undoTitle(one.name)} onClose={onClose}>
      <p>{changed === null ? text.undoText(one.added) : text.changedText(changed)}</p>
      {error !== null && changed === null && (
        <>
          <p className="field-errors" role="alert">
            {reasonOf(error)}
          </p>
          <Details failure={failureOf(error)} />
        </>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {text.cancel}
        </button>
        {changed !== null && (
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => void take("keep")}
          >
            {text.keepChanged}
          </button>
        )}
        <button
          type="button"
          className="button-primary danger"
          disabled={busy}
          onClick={() => void take(changed === null ? "ask" : "delete")}
        >
          {changed === null ? text.undoNow : text.deleteChanged}
        </button>
      </div>
    </Dialog>
  );
}
