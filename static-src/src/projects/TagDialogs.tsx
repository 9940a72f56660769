import { type ReactNode, useState } from "react";
import type { TagUse } from "../api/types";
import { Combobox } from "../ui/Combobox";
import { Dialog } from "../ui/Dialog";
import { words } from "../words";
import { screenWords } from "../words/screens";

interface Props {
  tag: TagUse;
  onClose(): void;
}

interface MergeProps extends Props {
  others: TagUse[];
  /** Known already when a tag is to be called as another one. */
  into: string | undefined;
  onMerge(into: string): void;
}

/** First into which, then whether that is meant: nothing takes it back. */
export function MergeTag({ tag, others, into: known, onMerge, onClose }: MergeProps) {
  const [chosen, setInto] = useState<string>();
  const into = known ?? chosen;
  const title = screenWords.tags.mergeTitle(tag.name, into);
  if (into === undefined) {
    return (
      <Dialog title={title} onClose={onClose} className="palette">
        <TagField others={others} onPick={setInto} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    // By itself the dialog would be the one that was there before.
    <Dialog key="sure" title={title} onClose={onClose}>
      <p>{screenWords.tags.mergeText(tag.name, into, tag.entries)}</p>
      <Actions onClose={onClose} onDo={() => onMerge(into)}>
        {screenWords.tags.mergeNow}
      </Actions>
    </Dialog>
  );
}

export function RemoveTag({ tag, onRemove, onClose }: Props & { onRemove(): void }) {
  return (
    <Dialog title={screenWords.tags.removeTitle(tag.name)} onClose={onClose}>
      <p>{screenWords.tags.removeText(tag.entries)}</p>
      <Actions onClose={onClose} onDo={onRemove}>
        {screenWords.tags.remove}
      </Actions>
    </Dialog>
  );
}

interface FieldProps {
  others: TagUse[];
  onPick(name: string): void;
  onClose(): void;
}

function TagField({ others, onPick, onClose }: FieldProps) {
  const [text, setText] = useState("");
  const typed = text.trim().replace(/^#/, "").toLocaleLowerCase();
  return (
    <Combobox
      label={screenWords.tags.mergeInto}
      placeholder={screenWords.tags.mergeInto}
      value={text}
      onValue={setText}
      options={others.filter(({ name }) => name.toLocaleLowerCase().includes(typed))}
      optionKey={({ name }) => name}
      renderOption={({ name }) => <span className="tag">#{name}</span>}
      onPick={({ name }) => onPick(name)}
      onEscape={onClose}
      autoFocus
      alwaysOpen
      emptyText={words.palette.nothing}
    />
  );
}

interface ActionsProps {
  onClose(): void;
  onDo(): void;
  children: ReactNode;
}

function Actions({ onClose, onDo, children }: ActionsProps) {
  return (
    <div className="dialog-actions">
      <button type="button" className="button" onClick={onClose}>
        {screenWords.projects.cancel}
      </button>
      <button type="button" className="button-primary danger" onClick={onDo}>
        {children}
      </button>
    </div>
  );
}
