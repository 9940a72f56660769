import { writeNote } from "../timer/line";
import type { Offer } from "../timer/offers";
import { type Speaker, sayLine } from "../timer/saying";
import { TargetName } from "../timer/TargetName";
import { words } from "../words";

interface OfferProps {
  offer: Offer;
  speaker: Speaker;
}

/** What Enter will do, in words: nothing that was typed is taken without being shown. */
export function OfferRow({ offer, speaker }: OfferProps) {
  return (
    <>
      <TargetName target={offer} />
      <span className="offer-note">{writeNote(offer.note, offer.tags)}</span>
      <OfferTimes offer={offer} speaker={speaker} />
    </>
  );
}

export function OfferTimes({ offer, speaker }: OfferProps) {
  const { verb, times, duration, day, error } = sayLine(offer.when, speaker);
  const when = [day, times, duration].filter(Boolean).join(" · ");
  return (
    <>
      {when && (
        <span className="offer-when number">
          {words.saying.verbs[verb]} {when}
        </span>
      )}
      {error && <span className="field-errors">{error}</span>}
    </>
  );
}

export function keyOf(offer: Offer): string {
  if (offer.kind === "inbox") return "inbox";
  return offer.kind === "existing"
    ? `${offer.place.category.id} ${offer.note} ${offer.tags.join()}`
    : `create ${offer.projectName} ${offer.names.join()}`;
}
