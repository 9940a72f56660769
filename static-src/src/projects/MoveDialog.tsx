import { useState } from "react";
import type { Category } from "../api/types";
import { type Catalog, parentsFor, pathText, placesOf } from "../store/tree";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { Dialog } from "../ui/Dialog";
import { words } from "../words";

interface Props {
  catalog: Catalog;
  category: Category;
  onMove(parentId: string | null, name: string): void;
  onClose(): void;
}

/** Where a category may go within its project, found by typing. */
export function MoveDialog({ catalog, category, onMove, onClose }: Props) {
  const [text, setText] = useState("");
  const places = placesOf(catalog);
  const project = catalog.projects.find(({ id }) => id === category.projectId);
  const targets = parentsFor(catalog, category)
    .filter((parent) => parent !== category.parentCategoryId)
    .map((parent) => {
      const place = parent === null ? undefined : places.get(parent);
      const top = `${project?.name} (${words.projects.top})`;
      return { parent, name: place ? pathText(place) : top };
    });
  const typed = text.trim().toLocaleLowerCase();
  const options = targets.filter(({ name }) => name.toLocaleLowerCase().includes(typed));

  return (
    <Dialog title={words.projects.moveTitle(category.name)} onClose={onClose} className="palette">
      <Combobox
        label={words.projects.moveInto}
        placeholder={words.projects.moveInto}
        value={text}
        onValue={setText}
        options={options}
        optionKey={({ parent }) => parent ?? "top"}
        renderOption={({ name }) => (
          <>
            <ColorDot color={project?.color} />
            <span className="offer-path">{name}</span>
          </>
        )}
        onPick={({ parent, name }) => onMove(parent, name)}
        onEscape={onClose}
        autoFocus
        alwaysOpen
        emptyText={words.palette.nothing}
      />
    </Dialog>
  );
}
