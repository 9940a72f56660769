import { useState } from "react";
import { deleteNode } from "../store/doing";
import { Dialog } from "../ui/Dialog";
import { screenWords } from "../words/screens";
import { isCategory, type Node } from "./rows";
import type { InUse } from "./task";
import { VERBS } from "./tree";

interface Props {
  node: Node;
  /** Given once the server has refused. */
  inUse: InUse | null;
  onClose(): void;
}

function Cancel({ onClose }: { onClose(): void }) {
  return (
    <button type="button" className="button" onClick={onClose}>
      {screenWords.projects.cancel}
    </button>
  );
}

/** Asks before deleting; for what holds time it says so, and offers to archive instead. */
export function RemoveDialog(props: Props) {
  const { node, inUse, onClose } = props;
  return inUse ? (
    <Dialog title={screenWords.projects.inUseTitle(node.name)} onClose={onClose}>
      <p>
        {inUse.entries === undefined
          ? screenWords.projects.inUseNoCount
          : screenWords.projects.inUse(inUse.entries, inUse.categories ?? 1)}
      </p>
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
