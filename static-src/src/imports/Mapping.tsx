/** Where the time of each path of the file goes: what is there is offered, what is not is made. */

import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import { usePlaces } from "../store/state";
import { formatDuration } from "../time/duration";
import { screenWords } from "../words/screens";
import type { Deciding, Going, Import } from "./calls";
import { madeFor, namesIn, pathText, sentTo } from "./paths";

const text = screenWords.imports;
const SHOWN = 50;

export function Mapping({ one, deciding }: { one: Import; deciding: Deciding }) {
  const [all, setAll] = useState(false);
  const places = usePlaces();
  const known = useMemo(
    () => [...places.values()].filter(({ open }) => open).map(({ path }) => path),
    [places],
  );
  const [heading, list] = [useId(), useId()];
  const shown = all ? one.places : one.places.slice(0, SHOWN);
  return (
    <section className="import-mapping" aria-labelledby={heading}>
      <h3 id={heading}>{text.mapping}</h3>
      <p className="muted small">{text.mappingHint}</p>
      <datalist id={list}>
        {known.map((path) => (
          <option key={pathText(path)} value={pathText(path)} />
        ))}
      </datalist>
      <ul>
        {shown.map((going) => (
          <Row
            key={JSON.stringify(going.from)}
            going={going}
            list={list}
            onSend={(to) => {
              const names = to === null ? null : namesIn(to, known);
              return deciding.decide((present) => sentTo(present, going.from, names));
            }}
          />
        ))}
      </ul>
      {shown.length < one.places.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {text.showAll(one.places.length)}
        </button>
      )}
    </section>
  );
}

interface RowProps {
  going: Going;
  list: string;
  /** To what was typed; null: nowhere. Whether the server took it. */
  onSend(to: string | null): Promise<boolean>;
}

/** What is shown at once, and gives way to what the server made of it. */
function useSent<T>(there: T): [T, (value: T) => void] {
  const [shown, setShown] = useState(there);
  useEffect(() => setShown(there), [there]);
  return [shown, setShown];
}

function Row({ going, list, onSend }: RowProps) {
  const { from, to, entries, seconds } = going;
  const id = useId();
  const name = from.length > 0 ? pathText(from) : text.noPath;
  const there = to === null ? "" : pathText(to);
  const [typed, setTyped] = useSent(there);
  const [isOut, setOut] = useSent(to === null);
  const made = madeFor(going);
  const send = (): void => {
    if (typed.trim() !== there) void onSend(typed).then((taken) => taken || setTyped(there));
  };
  const leaveOut = (out: boolean): void => {
    setOut(out);
    void onSend(out ? null : pathText(from)).then((taken) => taken || setOut(to === null));
  };
  return (
    <li>
      <label htmlFor={id} className="import-from">
        {name}
      </label>
      <span className="import-amount muted small">
        {text.amount(entries, formatDuration(seconds))}
      </span>
      <div className="import-to">
        <input
          id={id}
          list={list}
          disabled={isOut}
          placeholder={isOut ? text.leftOut : text.inbox}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={send}
          onKeyDown={({ key }: KeyboardEvent) => {
            if (key === "Enter") send();
          }}
        />
        {made.length > 0 && <span className="import-new small">{text.made(pathText(made))}</span>}
      </div>
      <label className="check">
        <input
          type="checkbox"
          aria-label={text.leaveOutOf(name)}
          checked={isOut}
          onChange={({ currentTarget }) => leaveOut(currentTarget.checked)}
        />
        <span>{text.leaveOut}</span>
      </label>
    </li>
  );
}
