import type { CSSProperties, DragEvent } from "react";
import type { Project } from "../api/types";
import { COLORS } from "../store/doing";
import { ColorDot } from "../ui/ColorDot";
import { Icon } from "../ui/Icon";
import { Menu, type MenuItem } from "../ui/Menu";
import { MenuButton } from "../ui/MenuButton";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { Figures } from "./Figures";
import { NameField } from "./NameField";
import { isCategory, type Row } from "./rows";
import type { FiguresOf } from "./sums";
import { setTask, type Task } from "./task";
import { close, endTask, recolor, rename, setCurrent, VERBS, type Verb } from "./tree";

export type DragStep = "start" | "over" | "drop" | "end";

interface Props {
  row: Row;
  /** What is being done to this row, if anything. */
  task: Task | null;
  /** The one row that Tab reaches. */
  reachable: boolean;
  figures: FiguresOf;
  drop: "here" | "dragged" | undefined;
  onToggle(): void;
  onDrag(event: DragEvent, step: DragStep): void;
}

export const depthStyle = (depth: number): CSSProperties => ({ "--depth": depth }) as CSSProperties;

export function TreeRow(props: Props) {
  const { row, task, reachable, onDrag } = props;
  const { node, depth, expanded, hasChildren, archived, position, siblings } = row;
  const { id } = node;
  const busy = task?.kind === "rename";
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
      draggable={isCategory(node) && !node.inbox && !busy}
      onFocus={() => setCurrent(id)}
      onDoubleClick={() => VERBS.rename(node)}
      onDragStart={(event) => onDrag(event, "start")}
      onDragOver={(event) => onDrag(event, "over")}
      onDrop={(event) => onDrag(event, "drop")}
      onDragEnd={(event) => onDrag(event, "end")}
    >
      <NameCell {...props} />
      <Figures {...props.figures} />
      <ActionsCell row={row} task={task} reachable={reachable} />
    </tr>
  );
}

function NameCell({ row, task, onToggle }: Props) {
  const { node, hasChildren, expanded, archived } = row;
  const renaming = task?.kind === "rename" ? task : null;

  return (
    <td>
      <div className="tree-name">
        {hasChildren && (
          <button
            type="button"
            className="icon-button tree-toggle"
            tabIndex={-1}
            aria-label={(expanded ? screenWords.projects.collapse : screenWords.projects.expand)(
              node.name,
            )}
            onClick={onToggle}
          >
            <Icon name={expanded ? "down" : "right"} />
          </button>
        )}
        {!isCategory(node) && <ColorDot color={node.color} />}
        {renaming ? (
          <NameField
            label={screenWords.projects.name}
            from={renaming}
            onSave={(name) => rename(node, name)}
            onCancel={() => close(node.id)}
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

function ActionsCell({
  row: { node },
  task,
  reachable,
}: Pick<Props, "row" | "task" | "reachable">) {
  const { id } = node;
  return (
    <td className="tree-actions">
      <MenuButton
        label={screenWords.projects.actions(node.name)}
        items={verbsOf(node)}
        tabIndex={reachable ? 0 : -1}
        open={task?.kind === "menu"}
        onOpen={(open) => (open ? setTask({ kind: "menu", id }) : endTask("menu", id))}
      />
      {task?.kind === "recolor" && !isCategory(node) && (
        <Menu
          label={screenWords.projects.colorOf(node.name)}
          items={colorsOf(node)}
          onClose={() => endTask("recolor", id)}
        />
      )}
    </td>
  );
}

function verbsOf(node: Row["node"]): MenuItem[] {
  const { projects } = screenWords;
  const item = (verb: Verb, label: string): MenuItem => ({
    key: verb,
    label,
    run: () => VERBS[verb](node),
  });
  if (node.inbox) return [item("rename", projects.rename)];
  return [
    item("newCategory", projects.add),
    item("rename", projects.rename),
    ...(isCategory(node)
      ? [item("move", projects.move), item("merge", projects.merge)]
      : [item("recolor", projects.recolor)]),
    item("archive", node.archivedAt === null ? projects.archive : projects.unarchive),
    { ...item("removeNode", projects.remove), danger: true },
  ];
}

function colorsOf(project: Project): MenuItem[] {
  return COLORS.map((color) => ({
    key: color,
    label: (
      <>
        <ColorDot color={color} />
        {screenWords.projects.colors[color]}
      </>
    ),
    checked: project.color === color,
    run: () => recolor(project, color),
  }));
}
