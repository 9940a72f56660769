/** What waits while the server can't be reached: it is kept, and says so. */

import { refresh } from "../store/feed";
import { useKnown } from "../store/state";
import { retry } from "../store/sync";
import { Details } from "../ui/Details";
import { words } from "../words";
import { useDescription, waitingIn } from "./describe";
import { openDialog } from "./dialogs";

export function Waiting() {
  const changes = useKnown((known) => known.changes);
  const unreachable = useKnown((known) => known.unreachable);
  const failed = useKnown((known) => known.failed);
  const sendFailure = useKnown((known) => known.sendFailure);
  const feedFailure = useKnown((known) => known.feedFailure);
  const describe = useDescription();
  const waiting = waitingIn(changes);
  const [first] = waiting;
  if (unreachable && first) {
    const text =
      waiting.length === 1
        ? words.notice.unreachable(describe(first))
        : words.notice.unreachableMany(waiting.length);
    return (
      <div className="notice notice-waiting">
        <p>{text}</p>
        <button type="button" className="button-quiet" onClick={retry}>
          {words.notice.retry}
        </button>
        <button type="button" className="button-quiet" onClick={() => openDialog("waiting")}>
          {words.notice.look}
        </button>
        <Details failure={sendFailure} />
      </div>
    );
  }
  if (!failed) return null;
  return (
    <div className="notice notice-waiting">
      <p>{words.notice.cantLoad}</p>
      <button type="button" className="button-quiet" onClick={refresh}>
        {words.notice.retry}
      </button>
      {/* A proxy whose session has ended can ask for a sign-in only there. */}
      <a href="/?fresh">{words.waiting.fromServer}</a>
      <Details failure={feedFailure} />
    </div>
  );
}
