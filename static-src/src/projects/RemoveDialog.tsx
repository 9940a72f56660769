import { useLayoutEffect, useState } from "react";
import type { Refusal } from "../store/changes";
import { deleteNode } from "../store/doing";
import { Details } from "../ui/Details";
import { Dialog } from "../ui/Dialog";
import { screenWords } from "../words/screens";
import { isCategory, type Node } from "./rows";
import { nodeOf, setTask } from "./task";
import { VERBS } from "./tree";

interface Props {
  node: Node;
  /** Given once the server has refused. */
  inUse: Refusal | null;
  onClose(): void;
}

function Cancel({ onClose }: { onClose(): void }) {
  return (
    <button type="button" className="button" onClick={onClose}>
      {screenWords.projects.cancel}
    </button>
  );
}

/** What stands in the way, as far as the server tells. */
interface Held {
  entries?: number;
  categories?: number;
}

function textOf({ details }: Refusal): string {
  const { entries, categories = 1 } = (details ?? {}) as Held;
  if (entries === undefined) return screenWords.projects.inUseNoCount;
  return screenWords.projects.inUse(entries, categories);
}

/** Asks before deleting; for what holds time it says so, and offers to archive instead. */
export function RemoveDialog(props: Props) {
  const { node, inUse, onClose } = props;
  return inUse ? (
    <Dialog title={screenWords.projects.inUseTitle(node.name)} onClose={onClose}>
      <p>{textOf(inUse)}</p>
      <Details failure={inUse} />
      <div className="dialog-actions">
        <Cancel onClose={onClose} />
        {node.archivedAt === null && (
          <button type="button" className="button-primary" onClick={() => VERBS.archive(node)}>
            {screenWords.projects.archive}
          </button>
        )}
      </div>
    </Dialog>
  ) : (
    <Confirm {...props} />
  );
}

function Confirm({ node, onClose }: Props) {
  const [asked, setAsked] = useState(false);
  const { id } = node;
  // Gone with what it was about: it must not ask again when that is brought back.
  useLayoutEffect(() => () => void (nodeOf(id) ?? setTask(null)), [id]);
  const remove = (): void => {
    setAsked(true);
    deleteNode(node);
  };
  return (
    <Dialog title={screenWords.projects.removeTitle(node.name)} onClose={onClose}>
      <p>
        {isCategory(node)
          ? screenWords.projects.removeText
          : screenWords.projects.removeProjectText}
      </p>
      <div className="dialog-actions">
        <Cancel onClose={onClose} />
        <button type="button" className="button-primary danger" disabled={asked} onClick={remove}>
          {screenWords.projects.remove}
        </button>
      </div>
    </Dialog>
  );
}
