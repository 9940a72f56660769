/** A file chosen or dropped, on its way to the server. What was chosen stays until it has arrived. */

import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { failureOf, Refused } from "../api/errors";
import { Details } from "../ui/Details";
import { reasonOf } from "../ui/explain";
import { screenWords } from "../words/screens";
import { upload } from "./calls";

const text = screenWords.imports;
const LARGEST = 50 * 1024 * 1024;

interface Trouble {
  reason: string;
  error?: unknown;
  /** Sending the same once more may help. */
  again: boolean;
}

function troubleOf(error: unknown, name: string): Trouble {
  if (!(error instanceof Refused)) return { reason: text.notSent(name), error, again: true };
  if (error.status === 413) return { reason: text.tooLarge(name), error, again: false };
  return { reason: `${text.notRead(name)} ${reasonOf(error)}`, error, again: false };
}

interface Props {
  onArrived(id: string): void;
  children: ReactNode;
}

export function FilePick({ onArrived, children }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [part, setPart] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const cancel = useRef<() => void>(undefined);

  const start = async (chosen: File): Promise<void> => {
    setFile(chosen);
    setTrouble(null);
    if (chosen.size > LARGEST) {
      setTrouble({ reason: text.tooLarge(chosen.name), again: false });
      return;
    }
    setPart(0);
    const sending = upload(chosen, setPart);
    cancel.current = sending.cancel;
    try {
      onArrived((await sending.answer).id);
    } catch (error) {
      setTrouble(troubleOf(error, chosen.name));
    }
    setPart(null);
  };
  const stop = (): void => {
    cancel.current?.();
    setPart(null);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped && part === null) void start(dropped);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for who drags; the field is for all
    <div className="import-start" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div className="import-pick">
        {part === null || !file ? (
          <Chooser onFile={(chosen) => void start(chosen)} />
        ) : (
          <Under name={file.name} part={part} onCancel={stop} />
        )}
        {trouble && (
          <div className="import-trouble" role="alert">
            <p className="field-errors">{trouble.reason}</p>
            <Details failure={failureOf(trouble.error)} />
            {trouble.again && file && (
              <button type="button" className="button" onClick={() => void start(file)}>
                {text.again}
              </button>
            )}
          </div>
        )}
      </div>
      {children}
    </div>
  );
}

function Chooser({ onFile }: { onFile(file: File): void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{text.choose}</label>
      <input
        id={id}
        type="file"
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          // The same may be chosen again, once it was mended.
          currentTarget.value = "";
          if (chosen) onFile(chosen);
        }}
      />
      <p className="muted small" id={`${id}-hint`}>
        {text.chooseHint}
      </p>
    </div>
  );
}

function Under({ name, part, onCancel }: { name: string; part: number; onCancel(): void }) {
  const label = part < 1 ? text.sending(name) : text.reading(name);
  return (
    <div className="import-under">
      <p role="status">{label}</p>
      <progress aria-label={label} max={1} value={part < 1 ? part : undefined} />
      {part < 1 && (
        <button type="button" className="button" onClick={onCancel}>
          {text.cancel}
        </button>
      )}
    </div>
  );
}
