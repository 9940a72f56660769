/** The bar at the top of every screen: the field to start with, the running clock, start and stop. */

import { useEffect, useMemo, useState } from "react";
import { navigate } from "wouter/use-browser-location";
import type { TimeEntry } from "../api/types";
import { stop } from "../store/doing";
import { getPreferences, usePreferences, zoneOf } from "../store/preferences";
import { useKnown, usePlace, usePlaces, useRunning, useShown } from "../store/state";
import { pathText } from "../store/tree";
import { secondsOf, startOf } from "../store/world";
import { formatExact } from "../time/duration";
import { dateOf } from "../time/zone";
import { begin, startUnnamed } from "../timer/begin";
import { replaceLine, START_FIELD, setLine, useLine } from "../timer/field";
import { completeTag, writeNote } from "../timer/line";
import { type Offer, offersFor } from "../timer/offers";
import { openEditor } from "../timer/opening";
import { recentsOf } from "../timer/recents";
import { type Speaker, sayLine } from "../timer/saying";
import { keyFor, runAction } from "../ui/actions";
import { Clock } from "../ui/Clock";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { Icon } from "../ui/Icon";
import { Keys } from "../ui/Keys";
import { Leaf } from "../ui/Leaf";
import { useMinutes, useSeconds } from "../ui/now";
import { onceOf } from "../ui/onceOf";
import { nameRunning } from "../ui/title";
import { Ways } from "../ui/Ways";
import { words } from "../words";
import { openDialog } from "./dialogs";
import { keyOf, OfferRow } from "./OfferRow";

/** `asked`: somebody is at the field, or has left something in it. */
function useOffers(line: string, asked: boolean) {
  const { entries, projects, categories } = useShown();
  const places = usePlaces();
  const { zoneName } = usePreferences();
  const recents = useMemo(
    () => (asked ? recentsOf(entries, places) : []),
    [entries, places, asked],
  );
  const firstCategory = words.bar.firstCategory;
  const loaded = useKnown((known) => known.loaded);
  const offering = loaded && asked;
  // Before the names are there, all of them would seem to be new.
  const offers: Offer[] = useMemo(
    () =>
      offering ? offersFor(line, { projects, categories, places, recents, firstCategory }) : [],
    [line, projects, categories, places, recents, firstCategory, offering],
  );

  const pick = (offer: Offer): void => {
    const problem = begin(offer, projects, zoneName, line);
    if (problem !== null) {
      useLine.setState({ problem });
      return;
    }
    setLine("");
    // What is pressed next is meant for what runs, not for the next line.
    document.getElementById(START_FIELD)?.blur();
  };
  return { offers, pick };
}

type FieldProps = {
  line: string;
  speaker: Speaker;
  onAsked(asked: boolean): void;
} & ReturnType<typeof useOffers>;

function StartField({ line, speaker, offers, pick, onAsked }: FieldProps) {
  const { problem, ways, failure } = useLine();
  const key = keyFor("start");
  const { tags } = useShown();
  const complete = (offer: Offer): boolean => {
    const tagged = completeTag(line, tags);
    if (tagged !== null) {
      setLine(tagged);
      return true;
    }
    if (offer.kind !== "existing" || line === "") return false;
    const note = writeNote(offer.note, offer.tags);
    setLine([`${pathText(offer.place)}: ${note}`, offer.taken].filter(Boolean).join(" "));
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
        renderOption={(offer) => <OfferRow offer={offer} speaker={speaker} />}
        onPick={pick}
        onTab={complete}
        onEnter={pressEnter}
        onFocus={() => onAsked(true)}
        onBlur={() => onAsked(false)}
        onEscape={() => {
          replaceLine("");
          document.getElementById(START_FIELD)?.blur();
        }}
        passive={line === ""}
        closed={problem !== ""}
        invalid={problem !== ""}
        describedBy={problem === "" ? undefined : `${START_FIELD}-problem`}
      />
      {key && line === "" && (
        <span className="start-key" aria-hidden="true">
          <Keys keys={key} />
        </span>
      )}
      {problem !== "" && (
        <div className="start-problem" role="alert">
          <span className="field-errors" id={`${START_FIELD}-problem`}>
            {problem}
          </span>
          <Ways ways={ways} failure={failure} />
        </div>
      )}
    </div>
  );
}

/** Where what was started without a project gets one. */
function chooseProject(entry: TimeEntry): void {
  const date = dateOf(startOf(entry), zoneOf(getPreferences()));
  navigate("/");
  openEditor({ id: entry.id, date, focus: "category" });
}

function RunningClock() {
  const running = useRunning();
  const now = useSeconds();
  const place = usePlace(running?.categoryId);
  const clock = formatExact(running ? secondsOf(running, now) : 0);
  const name = place ? pathText(place) : "";
  const unplaced = place === undefined || place.category.inbox;
  useTitle(running ? `${clock} · ${name || words.bar.running}` : "");
  useFavicon(running ? Math.floor(secondsOf(running, now) / 300) % 12 : null);
  return (
    <div className="running" data-running={running !== undefined}>
      <div className="running-what">
        {running && (
          <>
            {unplaced ? (
              <button
                type="button"
                className="button-quiet running-choose"
                onClick={() => chooseProject(running)}
              >
                {words.bar.choose}
              </button>
            ) : (
              <span className="running-path">
                <ColorDot color={place?.project.color} />
                <Leaf names={place.path} />
              </span>
            )}
            <span className="running-note">{writeNote(running.note ?? "", running.tags)}</span>
          </>
        )}
      </div>
      <output className="running-clock" aria-live="off">
        <Clock text={clock} />
      </output>
    </div>
  );
}

function useTitle(title: string): void {
  useEffect(() => nameRunning(title), [title]);
  useEffect(() => () => nameRunning(""), []);
}

/** A static icon for each five minutes of the hour; nothing runs: a watch without a hand. */
function useFavicon(fiveMinutes: number | null): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    const name = fiveMinutes === null ? "idle" : `running-${fiveMinutes}`;
    if (link) link.href = `/icons/${name}.svg`;
  }, [fiveMinutes]);
}

/** Before the projects are there Enter waits for them. */
const pressEnter = (): void =>
  useLine.setState(({ line }) => (line === "" ? {} : { pressed: true }));

export function StartBar() {
  const running = useRunning();
  const { line, pressed } = useLine();
  const { zoneName: zone, hours } = usePreferences();
  const now = useMinutes();
  const [asked, setAsked] = useState(false);
  const { offers, pick } = useOffers(line, asked || line !== "");
  const [first] = offers;
  const adds =
    first?.when !== undefined && sayLine(first.when, { now, zone, hours }).verb === "add";

  const start = (): void => {
    if (line === "") startUnnamed();
    else if (first) pick(first);
    else pressEnter();
  };
  useEffect(() => {
    if (!pressed || !first) return;
    useLine.setState({ pressed: false });
    pick(first);
  });

  return (
    <header className="bar">
      <StartField
        line={line}
        speaker={{ now, zone, hours }}
        offers={offers}
        pick={pick}
        onAsked={setAsked}
      />
      <RunningClock />
      {running && line === "" ? (
        <button type="button" className="button-stop" onClick={onceOf(() => stop(running))}>
          <Icon name="stop" />
          {words.bar.stop}
        </button>
      ) : (
        <button type="button" className="button-primary" onClick={onceOf(start)}>
          <Icon name="play" />
          {adds ? words.bar.add : words.bar.start}
        </button>
      )}
      <button
        type="button"
        className="icon-button bar-search"
        aria-label={words.timer.search}
        title={words.timer.search}
        onClick={() => runAction("search")}
      >
        <Icon name="search" />
      </button>
      <button
        type="button"
        className="icon-button bar-more"
        aria-haspopup="dialog"
        aria-label={words.palette.title}
        title={words.palette.title}
        // The row that has the focus keeps it: what can be done with it is among the commands.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => openDialog("palette")}
      >
        <Icon name="more" />
      </button>
    </header>
  );
}
