import type { CSSProperties, DragEvent } from "react";
import { COLORS } from "../data/catalog";
import { stableId } from "../data/ids";
import { formatDuration, formatExact } from "../time/duration";
import { ColorDot } from "../ui/ColorDot";
import { Icon } from "../ui/Icon";
import { words } from "../words";
import { recolor, rename } from "./changes";
import { Menu, type MenuItem } from "./Menu";
import { NameField } from "./NameField";
import { isCategory, type Row } from "./rows";
import { focusRow, type Tree } from "./useTree";

export type DragStep = "start" | "over" | "drop" | "end";

interface Props {
  row: Row;
  tree: Tree;
  /** The one row that Tab reaches. */
  reachable: boolean;
  /** Seconds, rolled up; undefined until they are known. */
  week: number | undefined;
  ever: number | undefined;
  drop: "here" | "dragged" | undefined;
  onToggle(): void;
  onDrag(event: DragEvent, step: DragStep): void;
}

export const depthStyle = (depth: number): CSSProperties => ({ "--depth": depth }) as CSSProperties;

export function TreeRow(props: Props) {
  const { row, tree, reachable, onDrag } = props;
  const { node, depth, expanded, hasChildren, archived, position, siblings } = row;
  const id = stableId(node.id);
  const busy = tree.task?.kind === "rename" && tree.task.id === id;
  return (
    <tr
      className="tree-row"
      aria-level={depth + 1}
      aria-expanded={hasChildren ? expanded : undefined}
      aria-posinset={position}
      aria-setsize={siblings}
      tabIndex={reachable ? 0 : -1}
      data-row={id}
      data-node={node.id}
      data-archived={archived || undefined}
      data-drop={props.drop}
      style={depthStyle(depth)}
      draggable={isCategory(node) && !busy}
      onFocus={() => tree.setCurrent(id)}
      onDoubleClick={() => tree.perform("rename", node)}
      onDragStart={(event) => onDrag(event, "start")}
      onDragOver={(event) => onDrag(event, "over")}
      onDrop={(event) => onDrag(event, "drop")}
      onDragEnd={(event) => onDrag(event, "end")}
    >
      <NameCell {...props} />
      <Seconds value={props.week} />
      <Seconds value={props.ever} />
      <ActionsCell row={row} tree={tree} reachable={reachable} />
    </tr>
  );
}

function NameCell({ row, tree, onToggle }: Props) {
  const { node, hasChildren, expanded, archived } = row;
  const { task, close } = tree;
  const id = stableId(node.id);
  const renaming = task?.kind === "rename" && task.id === id ? task : null;

  const save = (name: string): void => {
    close(id);
    if (name === node.name) return;
    rename(node, name, (typed) => tree.setTask({ kind: "rename", id, typed }));
  };

  return (
    <td>
      <div className="tree-name">
        {hasChildren ? (
          <button
            type="button"
            className="icon-button tree-toggle"
            tabIndex={-1}
            aria-label={(expanded ? words.projects.collapse : words.projects.expand)(node.name)}
            onClick={onToggle}
          >
            <Icon name={expanded ? "down" : "right"} />
          </button>
        ) : (
          <span className="tree-toggle" />
        )}
        {!isCategory(node) && <ColorDot color={node.color} />}
        {renaming ? (
          <NameField
            label={words.projects.name}
            initial={renaming.typed}
            onSave={save}
            onCancel={() => close(id)}
          />
        ) : (
          <span className="tree-label">{node.name}</span>
        )}
        {archived && node.archivedAt !== null && (
          <span className="muted small">{words.timer.archived}</span>
        )}
      </div>
    </td>
  );
}

function Seconds({ value }: { value: number | undefined }) {
  return (
    <td className="number" title={value === undefined ? undefined : formatExact(value)}>
      {value === undefined ? "" : value === 0 ? "–" : formatDuration(value)}
    </td>
  );
}

function ActionsCell({
  row: { node },
  tree,
  reachable,
}: Pick<Props, "row" | "tree" | "reachable">) {
  const { task, setTask, close } = tree;
  const id = stableId(node.id);
  const open = task && "id" in task && task.id === id ? task.kind : null;
  const label = words.projects.actions(node.name);
  return (
    <td className="tree-actions">
      <button
        type="button"
        className="icon-button"
        tabIndex={reachable ? 0 : -1}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open === "menu"}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setTask(open === "menu" ? null : { kind: "menu", id })}
      >
        <Icon name="more" />
      </button>
      {open === "menu" && (
        <Menu label={label} items={verbsOf(tree, node)} onClose={() => close(id)} />
      )}
      {open === "recolor" && !isCategory(node) && (
        <Menu
          label={words.projects.colorOf(node.name)}
          items={colorsOf(tree, node)}
          onClose={() => close(id)}
        />
      )}
    </td>
  );
}

function verbsOf(tree: Tree, node: Row["node"]): MenuItem[] {
  const { projects } = words;
  const item = (verb: Parameters<Tree["perform"]>[0], label: string): MenuItem => ({
    key: verb,
    label,
    run: () => {
      tree.close();
      focusRow(stableId(node.id));
      tree.perform(verb, node);
    },
  });
  return [
    item("newCategory", projects.add),
    item("rename", projects.rename),
    isCategory(node) ? item("move", projects.move) : item("recolor", projects.recolor),
    item("archive", node.archivedAt === null ? projects.archive : projects.unarchive),
    { ...item("removeNode", projects.remove), danger: true },
  ];
}

function colorsOf(tree: Tree, project: Exclude<Row["node"], { projectId: string }>): MenuItem[] {
  return COLORS.map((color) => ({
    key: color,
    label: (
      <>
        <ColorDot color={color} />
        {words.projects.colors[color]}
      </>
    ),
    checked: project.color === color,
    run: () => {
      tree.close(stableId(project.id));
      if (color !== project.color) recolor(project, color);
    },
  }));
}
