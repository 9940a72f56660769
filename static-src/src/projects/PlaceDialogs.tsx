import { useId, useState } from "react";
import type { Category } from "../api/types";
import { mergeCategory } from "../store/doing";
import { belowOf, type Catalog, mergesFor, placesOf, type Where, wheresFor } from "../store/tree";
import { formatDuration } from "../time/duration";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { Dialog } from "../ui/Dialog";
import { Leaf } from "../ui/Leaf";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { close, move } from "./tree";

interface Props {
  catalog: Catalog;
  category: Category;
  /** One's seconds on it and on what is below it, once they are known. */
  seconds: number | undefined;
}

/** Where a category may go, in all projects, found by typing; and what goes along. */
export function MoveDialog(props: Props) {
  const { catalog, category } = props;
  const onClose = (): void => close(category.id);
  return (
    <Dialog
      title={screenWords.projects.moveTitle(category.name)}
      onClose={onClose}
      className="palette"
    >
      <PlaceField
        {...props}
        label={screenWords.projects.moveInto}
        wheres={wheresFor(catalog, category)}
        onPick={({ where }) => move(category, where)}
      />
    </Dialog>
  );
}

/** First into what, then whether that is meant: nothing takes it back. */
export function MergeDialog(props: Props) {
  const { catalog, category } = props;
  const [into, setInto] = useState<Category>();
  const mergeTitle = screenWords.projects.mergeTitle;
  const mergeInto = screenWords.projects.mergeInto;
  return (
    <Dialog
      key={into?.id}
      title={mergeTitle(category.name, into?.name)}
      onClose={() => close(category.id)}
      className={into ? "" : "palette"}
    >
      {into ? (
        <ConfirmMerge {...props} into={into} />
      ) : (
        <PlaceField
          {...props}
          label={mergeInto}
          wheres={mergesFor(catalog, category)}
          onPick={({ where }) => setInto(categoryAt(catalog, where))}
        />
      )}
    </Dialog>
  );
}

const categoryAt = ({ categories }: Catalog, { parentId }: Where): Category | undefined =>
  categories.find(({ id }) => id === parentId);

function ConfirmMerge({ catalog, category, seconds, into }: Props & { into: Category }) {
  const onMerge = (): void => {
    mergeCategory(category, into.id);
    close(into.id);
  };
  return (
    <>
      <Along catalog={catalog} category={category} seconds={seconds} />
      <p>{screenWords.projects.mergeText(category.name, into.name)}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => close(category.id)}>
          {screenWords.projects.cancel}
        </button>
        <button type="button" className="button-primary danger" onClick={onMerge}>
          {screenWords.projects.mergeNow}
        </button>
      </div>
    </>
  );
}

function Along({ catalog, category, seconds, id }: Props & { id?: string }) {
  const below = belowOf(catalog, category.id).size;
  const time = seconds === undefined ? undefined : formatDuration(seconds);
  return (
    <p id={id} className="muted goes-along">
      {screenWords.projects.goesAlong(below, time)}
    </p>
  );
}

interface Target {
  where: Where;
  color: string | undefined;
  path: readonly string[];
}

function targetsOf(catalog: Catalog, wheres: readonly Where[]): Target[] {
  const places = placesOf(catalog);
  const projects = new Map(catalog.projects.map((project) => [project.id, project]));
  return wheres.map((where) => {
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

interface FieldProps extends Props {
  label: string;
  wheres: readonly Where[];
  onPick(target: Target): void;
}

function PlaceField({ label, wheres, onPick, ...props }: FieldProps) {
  const [text, setText] = useState("");
  const along = useId();
  return (
    <>
      <Along id={along} {...props} />
      <Combobox
        label={label}
        placeholder={label}
        describedBy={along}
        value={text}
        onValue={setText}
        options={matching(targetsOf(props.catalog, wheres), text)}
        optionKey={({ where }) => where.parentId ?? where.projectId}
        renderOption={(target) => <TargetName {...target} />}
        onPick={onPick}
        onEscape={() => close(props.category.id)}
        autoFocus
        alwaysOpen
        emptyText={words.palette.nothing}
      />
    </>
  );
}

function TargetName({ where, color, path }: Target) {
  return (
    <>
      <ColorDot color={color} />
      <span className="offer-path">
        <Leaf names={path} />
      </span>
      {where.parentId === null && <span className="muted small">{screenWords.projects.top}</span>}
    </>
  );
}
