/** Everything that is not with the server yet, and what it refused: to look at, and to take back. */

import type { Change } from "../store/changes";
import { withdraw } from "../store/history";
import { usePreferences } from "../store/preferences";
import { useKnown } from "../store/state";
import { dismissChange, retry } from "../store/sync";
import { formatDateTime } from "../time/format";
import { Details } from "../ui/Details";
import { Dialog } from "../ui/Dialog";
import { complain } from "../ui/notices";
import { words } from "../words";
import { describe, refusedIn, waitingIn } from "./describe";
import { openDialog } from "./dialogs";
import { conflictOf, reasonFor, typeAgain } from "./refusals";

const text = words.waiting;

async function giveUp({ key }: Change): Promise<void> {
  if (!(await withdraw(key))) complain(text.tooLate);
}

export default function WaitingDialog({ onClose }: { onClose(): void }) {
  const changes = useKnown((known) => known.changes);
  const failure = useKnown((known) => known.sendFailure);
  const waiting = waitingIn(changes);
  const refused = refusedIn(changes);
  const again = (change: Change): void => {
    onClose();
    typeAgain(change);
  };
  return (
    <Dialog title={text.title} onClose={onClose} className="waiting">
      {waiting.length + refused.length === 0 && <p>{text.nothing}</p>}
      {refused.length > 0 && <h3>{text.refused}</h3>}
      <ul className="waiting-list">
        {refused.map((change) => (
          <Row key={change.key} change={change} reason={reasonFor(change)}>
            {conflictOf(change) && (
              <button
                type="button"
                className="button"
                onClick={() => openDialog("conflict", change.key)}
              >
                {words.notice.compare}
              </button>
            )}
            {change.origin && !conflictOf(change) && (
              <button type="button" className="button" onClick={() => again(change)}>
                {words.notice.again}
              </button>
            )}
            <button
              type="button"
              className="button-quiet"
              onClick={() => void dismissChange(change.key)}
            >
              {text.giveUp}
            </button>
          </Row>
        ))}
      </ul>
      {waiting.length > 0 && <h3>{text.waiting}</h3>}
      <ul className="waiting-list">
        {waiting.map((change) => (
          <Row key={change.key} change={change}>
            <button type="button" className="button-quiet" onClick={() => void giveUp(change)}>
              {text.takeBack}
            </button>
          </Row>
        ))}
      </ul>
      {waiting.length > 0 && <Details failure={failure} />}
      {waiting.length > 0 && (
        <div className="dialog-actions">
          <button type="button" className="button-primary" onClick={retry}>
            {words.notice.retry}
          </button>
        </div>
      )}
    </Dialog>
  );
}

interface RowProps {
  change: Change;
  reason?: string;
  children: React.ReactNode;
}

function Row({ change, reason, children }: RowProps) {
  const { zoneName, hours } = usePreferences();
  return (
    <li>
      <div>
        <p>{describe(change)}</p>
        {reason && <p className="field-errors">{reason}</p>}
        <Details failure={change.refusal} />
        <p className="muted small">{formatDateTime(change.at, zoneName, hours)}</p>
      </div>
      {children}
    </li>
  );
}
