/** The reports kept by name, in a menu; to open one is to go to its address. */

import { type FormEvent, useId, useState } from "react";
import { useSearchParams } from "wouter";
import { Dialog } from "../ui/Dialog";
import type { MenuItem } from "../ui/Menu";
import { MenuButton } from "../ui/MenuButton";
import { inform } from "../ui/notices";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { formatAddress, type ReportState } from "./address";
import { useProvided } from "./commands";
import { nameRangeOf } from "./names";
import type { Question } from "./question";
import type { Saved } from "./saved";
import { useSaved } from "./useSaved";

const labels = screenWords.reports.saved;

interface Props {
  state: ReportState;
  question: Question;
}

export function SavedReports({ state, question }: Props) {
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState<"new" | "rename" | null>(null);
  useProvided("save", () => setNaming("new"));
  const [, setParameters] = useSearchParams();
  const { saved, keep, rename, remove } = useSaved();
  // What is looked at beside a report is no part of it.
  const address = formatAddress({ ...state, part: null }).toString();
  const current = saved.find((one) => one.address === address);
  const take = (one: Saved): void => {
    remove(one);
    inform(labels.removed(one.name), [{ label: words.undo.undo, run: () => keep(one) }]);
  };
  const named = (name: string): void => {
    if (naming === "rename" && current) rename(current, name);
    else keep({ name, address });
    setNaming(null);
  };
  const items: MenuItem[] = [
    ...saved.map((one) => ({
      key: ` ${one.name}`,
      label: <span className="clip">{one.name}</span>,
      checked: one === current,
      run: () => void setParameters(new URLSearchParams(one.address)),
    })),
    ...(current
      ? [
          { key: "rename", label: labels.rename, run: () => setNaming("rename") },
          {
            key: "remove",
            label: labels.remove(current.name),
            danger: true,
            run: () => take(current),
          },
        ]
      : [{ key: "save", label: labels.save, run: () => setNaming("new") }]),
  ];
  return (
    <div className="report-saved">
      <MenuButton
        label={labels.title}
        text={current?.name ?? labels.title}
        items={items}
        open={open}
        onOpen={setOpen}
      />
      {naming && (
        <NameDialog
          title={naming === "rename" ? labels.renameTitle : labels.saveTitle}
          initial={naming === "rename" ? (current?.name ?? "") : suggested(state, question)}
          taken={saved.filter((one) => one !== current).map(({ name }) => name)}
          onName={named}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  );
}

/** A range that moves on by its name, another by its dates. */
function suggested({ range, view, group }: ReportState, { dates }: Question): string {
  const { ranges, groups, views } = screenWords.reports;
  const when = typeof range === "string" ? ranges[range] : nameRangeOf(dates);
  return [when, view === "year" ? views.year : groups[group]].join(" · ");
}

interface NameProps {
  title: string;
  initial: string;
  taken: string[];
  onName(name: string): void;
  onClose(): void;
}

function NameDialog({ title, initial, taken, onName, onClose }: NameProps) {
  const [text, setText] = useState(initial);
  const id = useId();
  const name = text.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== "") onName(name);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="report-naming" onSubmit={submit}>
        <label htmlFor={id}>{labels.name}</label>
        <input
          id={id}
          type="text"
          required
          maxLength={100}
          autoComplete="off"
          value={text}
          aria-describedby={`${id}-note`}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-note`} className="muted small" role="status">
          {taken.includes(name) ? labels.replaces : labels.kept}
        </p>
        <button type="submit" className="button-primary">
          {words.editor.save}
        </button>
      </form>
    </Dialog>
  );
}
