/** The bar at the top of every screen: the field to start with, the running clock, start and stop. */

import { useEffect, useMemo } from "react";
import { stop } from "../store/doing";
import { usePreferences } from "../store/preferences";
import { useKnown, usePlace, usePlaces, useRunning, useShown } from "../store/state";
import { pathText, SEPARATOR } from "../store/tree";
import { secondsOf } from "../store/world";
import { formatExact } from "../time/duration";
import { begin } from "../timer/begin";
import { START_FIELD, setLine, useLine } from "../timer/field";
import { writeNote } from "../timer/line";
import { type Offer, offersFor } from "../timer/offers";
import { recentsOf } from "../timer/recents";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { Icon } from "../ui/Icon";
import { useSeconds } from "../ui/now";
import { words } from "../words";

function OfferRow({ offer }: { offer: Offer }) {
  const path =
    offer.kind === "existing"
      ? pathText(offer.place)
      : [offer.projectName, ...(offer.parent ? ["…"] : []), ...offer.names].join(SEPARATOR);
  const color = offer.kind === "existing" ? offer.place.project.color : offer.project?.color;
  return (
    <>
      <ColorDot color={color} />
      <span className="offer-path">
        {offer.kind === "create" && <span className="offer-create">{words.bar.create} </span>}
        {path}
      </span>
      <span className="offer-note">{writeNote(offer.note, offer.tags)}</span>
    </>
  );
}

const keyOf = (offer: Offer): string =>
  offer.kind === "existing"
    ? `${offer.place.category.id} ${offer.note} ${offer.tags.join()}`
    : `create ${offer.projectName} ${offer.names.join()}`;

function useOffers(line: string): { offers: Offer[]; pick(offer: Offer): void } {
  const { entries, projects, categories } = useShown();
  const places = usePlaces();
  const { zoneName } = usePreferences();
  const recents = useMemo(() => recentsOf(entries, places), [entries, places]);
  const firstCategory = words.bar.firstCategory;
  const loaded = useKnown((known) => known.loaded);
  // Before the names are there, all of them would seem to be new.
  const offers = useMemo(
    () => (loaded ? offersFor(line, { projects, categories, places, recents, firstCategory }) : []),
    [line, projects, categories, places, recents, firstCategory, loaded],
  );

  const pick = (offer: Offer): void => {
    const problem = begin(offer, projects, zoneName, line);
    if (problem === null) setLine("");
    else useLine.setState({ problem });
  };
  return { offers, pick };
}

function StartField({ line, offers, pick }: { line: string } & ReturnType<typeof useOffers>) {
  const { problem } = useLine();
  const complete = (offer: Offer): boolean => {
    if (offer.kind !== "existing" || line === "") return false;
    setLine(`${pathText(offer.place)}: ${writeNote(offer.note, offer.tags)}`);
    return true;
  };

  return (
    <div className="start-field">
      <Combobox
        id={START_FIELD}
        label={words.bar.label}
        placeholder={words.bar.placeholder}
        value={line}
        onValue={setLine}
        options={offers}
        optionKey={keyOf}
        renderOption={(offer) => <OfferRow offer={offer} />}
        onPick={pick}
        onTab={complete}
        onEnter={() => line !== "" && useLine.setState({ problem: words.bar.notLoaded })}
        onEscape={() => setLine("")}
        passive={line === ""}
        invalid={problem !== ""}
        describedBy={problem === "" ? undefined : `${START_FIELD}-problem`}
      />
      {problem !== "" && (
        <p className="start-problem field-errors" id={`${START_FIELD}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function RunningClock() {
  const running = useRunning();
  const now = useSeconds();
  const place = usePlace(running?.categoryId);
  const clock = formatExact(running ? secondsOf(running, now) : 0);
  const name = place ? pathText(place) : "";
  useTitle(running ? `${clock} · ${name || words.bar.running}` : words.app);
  useFavicon(running ? Math.floor(secondsOf(running, now) / 300) % 12 : null);
  return (
    <div className="running" data-running={running !== undefined}>
      <div className="running-what">
        {running && (
          <>
            <span className="running-path">
              <ColorDot color={place?.project.color} />
              {name}
            </span>
            <span className="running-note">{writeNote(running.note ?? "", running.tags)}</span>
          </>
        )}
      </div>
      <output className="running-clock" aria-live="off">
        {clock}
      </output>
    </div>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** A static icon for each five minutes of the hour; nothing runs: a watch without a hand. */
function useFavicon(fiveMinutes: number | null): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    const name = fiveMinutes === null ? "idle" : `running-${fiveMinutes}`;
    if (link) link.href = `/icons/${name}.svg`;
  }, [fiveMinutes]);
}

export function StartBar() {
  const running = useRunning();
  const { line } = useLine();
  const { offers, pick } = useOffers(line);
  const [first] = offers;
  const start = (): void => {
    if (line !== "" && first) pick(first);
    else if (line !== "") useLine.setState({ problem: words.bar.notLoaded });
    else document.getElementById(START_FIELD)?.focus();
  };
  return (
    <header className="bar">
      <img className="brand" src="/icons/idle.svg" alt={words.app} width="28" height="28" />
      <StartField line={line} offers={offers} pick={pick} />
      <RunningClock />
      {running && line === "" ? (
        <button type="button" className="button-stop" onClick={() => stop(running)}>
          <Icon name="stop" />
          {words.bar.stop}
        </button>
      ) : (
        <button type="button" className="button-primary" onClick={start}>
          <Icon name="play" />
          {words.bar.start}
        </button>
      )}
    </header>
  );
}
