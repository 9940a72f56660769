import { words } from "../words";
import { focusField, START_FIELD, setLine } from "./field";

/** For a new user: what to type, and a line to try it with. */
export function EmptyTimer() {
  const tryIt = (): void => {
    setLine(words.timer.emptyExample);
    focusField(START_FIELD);
  };
  return (
    <section className="empty">
      <h2>{words.timer.emptyTitle}</h2>
      <p>{words.timer.emptyText}</p>
      <p>
        <button type="button" className="button" onClick={tryIt}>
          {words.timer.emptyTry}: {words.timer.emptyExample}
        </button>
      </p>
      <p className="muted small">{words.timer.emptyKeys}</p>
    </section>
  );
}
