import { usePreferences } from "../store/preferences";
import { keyFor } from "../ui/actions";
import { textOf } from "../ui/keys";
import { words } from "../words";
import { focusField, START_FIELD, setLine } from "./field";

/** One that has no key is not spoken of. */
function KeyHints() {
  usePreferences();
  const [start, help] = [keyFor("start"), keyFor("help")];
  const { startKey, helpKey } = words.timer;
  const hints = [start && startKey(textOf(start)), help && helpKey(textOf(help))];
  return <p className="muted small">{hints.filter(Boolean).join(" ")}</p>;
}

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
      <KeyHints />
    </section>
  );
}
