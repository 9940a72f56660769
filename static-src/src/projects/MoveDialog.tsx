import { useId, useState } from "react";
import type { Category } from "../api/types";
import { belowOf, type Catalog, placesOf, type Where, wheresFor } from "../store/tree";
import { formatDuration } from "../time/duration";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { Dialog } from "../ui/Dialog";
import { Leaf } from "../ui/Leaf";
import { words } from "../words";

interface Props {
  catalog: Catalog;
  category: Category;
  /** One's seconds on it and on what is below it, once they are known. */
  seconds: number | undefined;
  onMove(to: Where): void;
  onClose(): void;
}

interface Target {
  where: Where;
  color: string | undefined;
  path: readonly string[];
}

function targetsOf(catalog: Catalog, category: Category): Target[] {
  const places = placesOf(catalog);
  const projects = new Map(catalog.projects.map((project) => [project.id, project]));
  return wheresFor(catalog, category).map((where) => {
    const project = projects.get(where.projectId);
    const top = [project?.name ?? ""];
    const path = where.parentId === null ? top : (places.get(where.parentId)?.path ?? top);
    return { where, color: project?.color, path };
  });
}

/** Every word typed is somewhere in the path. */
function matching(targets: Target[], text: string): Target[] {
  const typed = text.toLocaleLowerCase().split(/\s+/);
  return targets.filter(({ path }) => {
    const whole = path.join(" ").toLocaleLowerCase();
    return typed.every((word) => whole.includes(word));
  });
}

/** Where a category may go, in all projects, found by typing; and what goes along. */
export function MoveDialog({ catalog, category, seconds, onMove, onClose }: Props) {
  const [text, setText] = useState("");
  const preview = useId();
  const below = belowOf(catalog, category.id).size;
  const time = seconds === undefined ? undefined : formatDuration(seconds);
  return (
    <Dialog title={words.projects.moveTitle(category.name)} onClose={onClose} className="palette">
      <p id={preview} className="muted move-preview">
        {words.projects.goesAlong(below, time)}
      </p>
      <Combobox
        label={words.projects.moveInto}
        placeholder={words.projects.moveInto}
        describedBy={preview}
        value={text}
        onValue={setText}
        options={matching(targetsOf(catalog, category), text)}
        optionKey={({ where }) => where.parentId ?? where.projectId}
        renderOption={(target) => <TargetName {...target} />}
        onPick={({ where }) => onMove(where)}
        onEscape={onClose}
        autoFocus
        alwaysOpen
        emptyText={words.palette.nothing}
      />
    </Dialog>
  );
}

function TargetName({ where, color, path }: Target) {
  return (
    <>
      <ColorDot color={color} />
      <span className="offer-path">
        <Leaf names={path} />
      </span>
      {where.parentId === null && <span className="muted small">{words.projects.top}</span>}
    </>
  );
}
