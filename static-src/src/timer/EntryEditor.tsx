/** An entry's fields in place of its row. */

import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef } from "react";
import { usePreferences } from "../store/preferences";
import { usePlaces } from "../store/state";
import type { Place } from "../store/tree";
import { daysBetween } from "../time/dates";
import { shownDuration } from "../time/duration";
import { formatTime } from "../time/format";
import { useMinutes } from "../ui/now";
import { Ways } from "../ui/Ways";
import { words } from "../words";
import { CategoryField } from "./CategoryField";
import { type Reading, type Span, settled, type Typed, typedFrom } from "./edit";
import { type Draft, type Editing, setDraft, useEditor } from "./editing";
import type { Choice } from "./offers";
import { SplitField } from "./SplitField";
import { cancelEditing, judge, saveEditing, settingOf } from "./saving";
import { kindOf } from "./TargetName";

interface Props {
  editing: Editing;
  draft: Draft;
  onDelete?(): void;
  onSplit?(at: number): void;
}

const labels = words.editor;

export function EntryEditor({ editing, draft, ...on }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const places = usePlaces();
  // Read again when the zone changes, and every minute for what runs.
  usePreferences();
  useMinutes();
  const setting = settingOf(editing.id, draft.opened);
  const { seen, typed, byDuration } = draft;
  const { reading, errors } = judge(draft, setting);
  const doubt = editing.doubted
    ? { end: labels.errors.long(derive(reading, setting).duration) }
    : {};
  const problem = useEditor((editor) => editor.problem);
  const refused = problem ? { [problem.field]: problem.text } : {};
  const shown: typeof errors = editing.tried ? { ...doubt, ...refused, ...errors } : {};
  const runs = seen.stoppedAt === null;
  const derived = derive(reading, setting);

  // biome-ignore lint/correctness/useExhaustiveDependencies: again at each try to save
  useLayoutEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>(
      `[data-field=${editing.focus}] input`,
    );
    field?.focus();
    field?.select();
    form.current?.scrollIntoView({ block: "nearest" });
  }, [editing.focus, editing.tried]);

  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const type = (part: Partial<Typed>, more: Partial<Draft> = {}): void =>
    change({ typed: { ...typed, ...part }, ...more });

  /** A span typed into the start's field moves on into the others, unless another entry is open. */
  const settle = (): void => {
    const fields = settled(seen, typed, byDuration, setting);
    const open = useEditor.getState().editing?.draft === draft;
    if (open && fields !== typed) change({ typed: fields, byDuration: false });
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saveEditing();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    cancelEditing();
  };

  const field = (
    name: keyof Typed,
    label: string,
    value: string,
    onType: (text: string) => void,
  ) => (
    <div className={`field field-${name}`} data-field={name}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type={name === "date" || name === "endDate" ? "date" : "text"}
        value={value}
        autoComplete="off"
        spellCheck={name === "note"}
        aria-invalid={name in shown || undefined}
        aria-describedby={name in shown ? `${id}-${name}-error` : undefined}
        onChange={(event) => onType(event.target.value)}
        onBlur={name === "start" ? settle : undefined}
      />
      <FieldError id={`${id}-${name}-error`} text={shown[name]} />
    </div>
  );

  return (
    <form
      ref={form}
      className="editor"
      aria-label={editing.id === "new" ? labels.newLabel : labels.label}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <div className="field field-category" data-field="category">
        <span aria-hidden="true">{labels.category}</span>
        <CategoryField
          label={labels.category}
          value={chosen(draft, places)}
          onPick={(choice) => change({ ...picked(choice), typing: null })}
          typed={draft.typing}
          onTyping={(typing) => change({ typing })}
          invalid={"category" in shown}
          describedBy={"category" in shown ? `${id}-category-error` : `${id}-making`}
        />
        <p className="muted" id={`${id}-making`}>
          {draft.making && draft.typing === null && labels.making(kindOf(draft.making))}
        </p>
        <FieldError id={`${id}-category-error`} text={shown.category} />
      </div>
      {field("note", labels.note, typed.note, (note) => type({ note }))}
      {field("date", labels.date, typed.date, (date) => type({ date }))}
      {field("start", labels.start, runs && byDuration ? derived.start : typed.start, (start) =>
        type({ start }, { byDuration: byDuration && !runs }),
      )}
      {field("end", labels.end, byDuration ? derived.end : typed.end, (end) =>
        type({ end }, { byDuration: false }),
      )}
      {longer(seen, setting.zone) &&
        field("endDate", labels.endDate, typed.endDate, (endDate) => type({ endDate }))}
      {field(
        "duration",
        labels.duration,
        byDuration ? typed.duration : derived.duration,
        (duration) => type({ duration }, { byDuration: true }),
      )}
      {problem && (
        <div className="editor-ways">
          <Ways {...problem} />
        </div>
      )}
      <div className="editor-actions">
        <button type="submit" className="button-primary">
          {labels.save}
        </button>
        <button type="button" className="button" onClick={cancelEditing}>
          {labels.cancel}
        </button>
        {on.onSplit && (
          <SplitField span={{ ...seen, ...reading }} setting={setting} onSplit={on.onSplit} />
        )}
        {on.onDelete && (
          <button type="button" className="button-quiet danger" onClick={on.onDelete}>
            {labels.remove}
          </button>
        )}
      </div>
    </form>
  );
}

function FieldError({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <p className="field-errors" id={id} role="alert">
      {text}
    </p>
  );
}

function chosen({ making, categoryId }: Draft, places: Map<string, Place>): Choice | undefined {
  const place = places.get(categoryId ?? "");
  return making ?? (place && { kind: "existing", place, note: "" });
}

const picked = (choice: Choice): Partial<Draft> =>
  choice.kind === "create"
    ? { making: choice }
    : { making: undefined, categoryId: choice.place.category.id };

type Setting = ReturnType<typeof settingOf>;

function derive({ startedAt, stoppedAt }: Reading, { zone, hours, now }: Setting) {
  const start = Date.parse(startedAt);
  const end = stoppedAt === null ? now : Date.parse(stoppedAt);
  return {
    start: formatTime(start, zone, hours),
    end: stoppedAt === null ? "" : formatTime(end, zone, hours),
    duration: end >= start ? shownDuration(start, end) : "",
  };
}

/** Over more than one midnight the end needs a date of its own. */
function longer(span: Span, zone: string): boolean {
  if (span.stoppedAt === null) return false;
  const { date, endDate } = typedFrom(span, { zone, hours: "24", opened: 0 });
  return daysBetween(date, endDate) > 1;
}
