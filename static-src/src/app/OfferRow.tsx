import { SEPARATOR } from "../store/tree";
import { writeNote } from "../timer/line";
import type { Offer } from "../timer/offers";
import { type Speaker, sayLine } from "../timer/saying";
import { ColorDot } from "../ui/ColorDot";
import { Leaf } from "../ui/Leaf";
import { words } from "../words";

interface OfferProps {
  offer: Offer;
  speaker: Speaker;
}

/** What Enter will do, in words: nothing that was typed is taken without being shown. */
export function OfferRow({ offer, speaker }: OfferProps) {
  const { verb, times, duration, day, error } = sayLine(offer.when, speaker);
  const when = [day, times, duration].filter(Boolean).join(" · ");
  return (
    <>
      <ColorDot color={colorOf(offer)} />
      <span className="offer-path">
        {kindOf(offer) && <span className="offer-kind">{kindOf(offer)} </span>}
        {offer.kind === "existing" ? <Leaf names={offer.place.path} /> : nameOf(offer)}
      </span>
      <span className="offer-note">{writeNote(offer.note, offer.tags)}</span>
      {when && (
        <span className="offer-when number">
          {words.saying.verbs[verb]} {when}
        </span>
      )}
      {error && <span className="field-errors">{error}</span>}
    </>
  );
}

function colorOf(offer: Offer): string | undefined {
  if (offer.kind === "inbox") return undefined;
  return offer.kind === "existing" ? offer.place.project.color : offer.project?.color;
}

function kindOf(offer: Offer): string {
  if (offer.kind === "inbox") return words.bar.note;
  if (offer.kind === "existing") return "";
  return offer.project === null ? words.bar.newProject : words.bar.newCategory;
}

function nameOf(offer: Offer): string {
  if (offer.kind === "inbox") return words.bar.withoutProject;
  if (offer.kind === "existing") return offer.place.category.name;
  return [offer.projectName, ...(offer.parent ? ["…"] : []), ...offer.names].join(SEPARATOR);
}

export function keyOf(offer: Offer): string {
  if (offer.kind === "inbox") return "inbox";
  return offer.kind === "existing"
    ? `${offer.place.category.id} ${offer.note} ${offer.tags.join()}`
    : `create ${offer.projectName} ${offer.names.join()}`;
}
