/** An entry's fields in place of its row. */

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { usePreferences } from "../data/preferences";
import type { Place } from "../data/tree";
import { useWorld } from "../data/WorldProvider";
import { daysBetween } from "../time/dates";
import { formatDuration } from "../time/duration";
import { formatTime } from "../time/format";
import { useMinutes } from "../ui/now";
import { words } from "../words";
import { CategoryField } from "./CategoryField";
import { pointInside, type Reading, readTyped, type Span, type Typed, typedFrom } from "./edit";
import type { Editing } from "./editing";

export interface Saved {
  place: Place;
  reading: Reading;
  typed: Typed;
}

interface Props {
  span: Span;
  place: Place | undefined;
  editing: Editing;
  isNew?: boolean;
  onSave(saved: Saved): void;
  onCancel(): void;
  onDelete?(): void;
  onSplit?(at: number): void;
}

const labels = words.editor;

function useSetting(entryId: string) {
  const { entries } = useWorld();
  const { zoneName, hours } = usePreferences();
  const now = useMinutes();
  const boundaries = entries
    .filter(({ id }) => id !== entryId)
    .flatMap(({ startedAt, stoppedAt }) =>
      stoppedAt === null ? [startedAt] : [startedAt, stoppedAt],
    );
  const [opened] = useState(now);
  return { zone: zoneName, hours, opened, now, boundaries };
}

export function EntryEditor({ span, place, editing, isNew = false, ...on }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const setting = useSetting(editing.id);
  const [typed, setTyped] = useState<Typed>(() => editing.typed ?? typedFrom(span, setting));
  const [byDuration, setByDuration] = useState(false);
  const [chosen, setChosen] = useState(place);
  const [typing, setTyping] = useState(false);
  const [tried, setTried] = useState(false);
  const reading = readTyped(span, typed, byDuration, setting);
  const errors = {
    ...reading.errors,
    ...(typing || !chosen ? { category: labels.errors.category } : {}),
  };
  const shown = tried ? errors : {};
  const runs = span.stoppedAt === null;
  const derived = derive(reading, setting);

  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>(
      `[data-field=${editing.focus}] input`,
    );
    field?.focus();
    field?.select();
  }, [editing.focus]);

  const set = (part: Partial<Typed>): void => setTyped((old) => ({ ...old, ...part }));

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length === 0 && chosen) on.onSave({ place: chosen, reading, typed });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    on.onCancel();
  };

  const field = (
    name: keyof Typed,
    label: string,
    value: string,
    change: (text: string) => void,
  ) => (
    <label className={`field field-${name}`} data-field={name}>
      <span>{label}</span>
      <input
        type={name === "date" || name === "endDate" ? "date" : "text"}
        value={value}
        autoComplete="off"
        spellCheck={name === "note"}
        aria-invalid={name in shown || undefined}
        aria-describedby={name in shown ? `${id}-errors` : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );

  return (
    <form
      ref={form}
      className="editor"
      aria-label={isNew ? labels.newLabel : labels.label}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <div className="field field-category" data-field="category">
        <span aria-hidden="true">{labels.category}</span>
        <CategoryField
          label={labels.category}
          value={chosen}
          onPick={setChosen}
          onTyping={setTyping}
          invalid={"category" in shown}
        />
      </div>
      {field("note", labels.note, typed.note, (note) => set({ note }))}
      {field("date", labels.date, typed.date, (date) => set({ date }))}
      {field("start", labels.start, runs && byDuration ? derived.start : typed.start, (start) => {
        setByDuration(byDuration && !runs);
        set({ start });
      })}
      {field("end", labels.end, byDuration ? derived.end : typed.end, (end) => {
        setByDuration(false);
        set({ end });
      })}
      {longer(span, setting.zone) &&
        field("endDate", labels.endDate, typed.endDate, (endDate) => set({ endDate }))}
      {field(
        "duration",
        labels.duration,
        byDuration ? typed.duration : derived.duration,
        (duration) => {
          setByDuration(true);
          set({ duration });
        },
      )}
      <div className="editor-actions">
        <button type="submit" className="button-primary">
          {labels.save}
        </button>
        <button type="button" className="button" onClick={on.onCancel}>
          {labels.cancel}
        </button>
        {on.onSplit && <SplitField span={span} setting={setting} onSplit={on.onSplit} />}
        {on.onDelete && (
          <button type="button" className="button-quiet danger" onClick={on.onDelete}>
            {labels.remove}
          </button>
        )}
      </div>
      {Object.keys(shown).length > 0 && (
        <p className="field-errors" id={`${id}-errors`} role="alert">
          {[...new Set(Object.values(shown))].join(" ")}
        </p>
      )}
    </form>
  );
}

type Setting = ReturnType<typeof useSetting>;

function derive({ startedAt, stoppedAt }: Reading, { zone, hours, now }: Setting) {
  const start = Date.parse(startedAt);
  const end = stoppedAt === null ? now : Date.parse(stoppedAt);
  return {
    start: formatTime(start, zone, hours),
    end: stoppedAt === null ? "" : formatTime(end, zone, hours),
    duration: end >= start ? formatDuration((end - start) / 1000) : "",
  };
}

/** Over more than one midnight the end needs a date of its own. */
function longer(span: Span, zone: string): boolean {
  if (span.stoppedAt === null) return false;
  const { date, endDate } = typedFrom(span, { zone, hours: "24", opened: 0, boundaries: [] });
  return daysBetween(date, endDate) > 1;
}

function SplitField({
  span,
  setting,
  onSplit,
}: {
  span: Span;
  setting: Setting;
  onSplit(at: number): void;
}) {
  const from = Date.parse(span.startedAt);
  const to = span.stoppedAt === null ? setting.now : Date.parse(span.stoppedAt);
  const [text, setText] = useState(() => formatTime((from + to) / 2, setting.zone, setting.hours));
  const [wrong, setWrong] = useState(false);
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
        <span className="field-errors" role="alert">
          {labels.errors.split}
        </span>
      )}
    </span>
  );
}
