import { useId, useState } from "react";
import { formatTime } from "../time/format";
import { words } from "../words";
import { pointInside, type Setting, type Span } from "./edit";

const labels = words.editor;

interface Props {
  span: Span;
  setting: Setting;
  onSplit(at: number): void;
}

/** Where to cut an entry in two: at first in its middle. */
export function SplitField({ span, setting, onSplit }: Props) {
  const from = Date.parse(span.startedAt);
  const to = span.stoppedAt === null ? setting.now : Date.parse(span.stoppedAt);
  const [text, setText] = useState(() => formatTime((from + to) / 2, setting.zone, setting.hours));
  const [wrong, setWrong] = useState(false);
  const why = useId();
  const split = (): void => {
    const at = pointInside(text, from, to, setting.zone);
    setWrong(at === null);
    if (at !== null) onSplit(at);
  };
  return (
    <span className="split" data-field="split">
      <label>
        <span>{labels.splitAt}</span>
        <input
          type="text"
          value={text}
          autoComplete="off"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? why : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            split();
          }}
        />
      </label>
      <button type="button" className="button" onClick={split}>
        {labels.split}
      </button>
      {wrong && (
        <span className="field-errors" id={why} role="alert">
          {labels.errors.split}
        </span>
      )}
    </span>
  );
}
