/** What is searched for in the past, in place of the newest days. */

import "./finding.css";
import { type KeyboardEvent, type ReactNode, useDeferredValue } from "react";
import { usePreferences } from "../store/preferences";
import { useKnown, usePlaces } from "../store/state";
import { parseDay } from "../time/day";
import { Leaf } from "../ui/Leaf";
import { useMinutes } from "../ui/now";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { AroundDay } from "./AroundDay";
import { FindingHead } from "./FindingHead";
import { Finds, useFinds } from "./Finds";
import { FoundEntries } from "./FoundEntries";
import { goToToday } from "./going";
import { type Sought, soughtIn } from "./sought";

const labels = screenWords.search;

export default function Finding({ parameters }: { parameters: URLSearchParams }) {
  const sought = soughtIn(parameters);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    goToToday();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves it, wherever the focus is
    <div className="finding" onKeyDown={onKeyDown}>
      {sought.kind === "q" && <Searched text={sought.text} />}
      {sought.kind === "day" && <AroundDay key={sought.date} date={sought.date} />}
      {"id" in sought && <Within key={`${sought.kind} ${sought.id}`} {...sought} />}
    </div>
  );
}

function Searched({ text: typed }: { text: string }) {
  const text = useDeferredValue(typed);
  const { zoneName } = usePreferences();
  const day = parseDay(text, useMinutes(), zoneName);
  const groups = useFinds(text, day);
  const none = groups.length > 0 ? labels.noNote(text) : labels.nothing(text);
  return (
    <>
      <Finds groups={groups} />
      <FoundEntries
        query={{ q: text }}
        saying={(days) => (days.length > 0 ? labels.notes(text) : none)}
      />
    </>
  );
}

type WithinProps = Extract<Sought, { id: string }>;

const ASKED = { project: "projectId", category: "categoryId", tag: "tag" } as const;

/** All entries of one project, of one category and those below it, or with one tag. */
function Within({ kind, id }: WithinProps) {
  const name = useNameOf({ kind, id });
  return (
    <>
      <FindingHead>{name}</FindingHead>
      <FoundEntries
        query={{ [ASKED[kind]]: [id] }}
        saying={(days) => (days.length > 0 ? labels.newestFirst : words.timer.noEntries)}
      />
    </>
  );
}

function useNameOf({ kind, id }: WithinProps): ReactNode {
  const place = usePlaces().get(id);
  const project = useKnown(({ shown }) => shown.projects.find((one) => one.id === id));
  if (kind === "tag") return `#${id}`;
  if (kind === "project") return project?.name ?? words.timer.unknownPlace;
  return place ? <Leaf names={place.path} /> : words.timer.unknownPlace;
}
