import { useState } from "react";
import { Dialog } from "../ui/Dialog";
import { words } from "../words";
import { isCategory, type Node } from "./rows";

/** What stands in the way of deleting, as far as the server tells. */
export interface InUse {
  entries?: number;
  categories?: number;
}

interface Props {
  node: Node;
  /** Given once the server has refused. */
  inUse: InUse | null;
  onRemove(): void;
  onArchive(): void;
  onClose(): void;
}

function Cancel({ onClose }: { onClose(): void }) {
  return (
    <button type="button" className="button" onClick={onClose}>
      {words.projects.cancel}
    </button>
  );
}

/** Asks before deleting; for what holds time it says so, and offers to archive instead. */
export function RemoveDialog(props: Props) {
  const { node, inUse, onClose } = props;
  return inUse ? (
    <Dialog title={words.projects.inUseTitle(node.name)} onClose={onClose}>
      <p>
        {inUse.entries === undefined
          ? words.projects.inUseNoCount
          : words.projects.inUse(inUse.entries, inUse.categories ?? 1)}
      </p>
      <div className="dialog-actions">
        <Cancel onClose={onClose} />
        {node.archivedAt === null && (
          <button type="button" className="button-primary" onClick={props.onArchive}>
            {words.projects.archive}
          </button>
        )}
      </div>
    </Dialog>
  ) : (
    <Confirm {...props} />
  );
}

function Confirm({ node, onRemove, onClose }: Props) {
  const [asked, setAsked] = useState(false);
  const remove = (): void => {
    setAsked(true);
    onRemove();
  };
  return (
    <Dialog title={words.projects.removeTitle(node.name)} onClose={onClose}>
      <p>{isCategory(node) ? words.projects.removeText : words.projects.removeProjectText}</p>
      <div className="dialog-actions">
        <Cancel onClose={onClose} />
        <button type="button" className="button-primary danger" disabled={asked} onClick={remove}>
          {words.projects.remove}
        </button>
      </div>
    </Dialog>
  );
}
