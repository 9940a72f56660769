import { SEPARATOR } from "../store/tree";
import { ColorDot } from "../ui/ColorDot";
import { Leaf } from "../ui/Leaf";
import { words } from "../words";
import { creationPath, type Target } from "./offers";

/** Where time would go; what does not exist yet says what would be made. */
export function TargetName({ target }: { target: Target }) {
  const kind = kindOf(target);
  return (
    <>
      <ColorDot color={colorOf(target)} />
      <span className="offer-path">
        {kind && <span className="offer-kind">{kind} </span>}
        {target.kind === "existing" ? <Leaf names={target.place.path} /> : nameOf(target)}
      </span>
    </>
  );
}

function colorOf(target: Target): string | undefined {
  if (target.kind === "inbox") return undefined;
  return target.kind === "existing" ? target.place.project.color : target.project?.color;
}

export function kindOf(target: Target): string {
  if (target.kind === "inbox") return words.bar.note;
  if (target.kind === "existing") return "";
  return target.project === null ? words.bar.newProject : words.bar.newCategory;
}

const nameOf = (target: Exclude<Target, { kind: "existing" }>): string =>
  target.kind === "inbox" ? words.bar.withoutProject : creationPath(target).join(SEPARATOR);
