/** Somebody else's entries, for administrators: listed and edited as one's own are. */

import { type ComponentType, Suspense, useCallback } from "react";
import type { TimeEntry } from "../api/types";
import { keys } from "../store/feed";
import { useFound } from "../store/found";
import { usePeople } from "../store/people";
import { useSession } from "../store/session";
import type { DateRange } from "../time/ranges";
import { Section } from "../ui/Section";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { type Asked, AskedFields, useAsked, useInstants } from "./Asked";
import { More, NotLoaded } from "./More";
import "./accounts.css";

const text = screenWords.accounts;

/** How entries are listed and edited is another screen's: given from above. */
export type Entries = ComponentType<{
  ids: ReadonlySet<string>;
  dates: DateRange;
  keeps(entry: TimeEntry): boolean;
}>;

export default function OthersScreen({ Entries }: { Entries: Entries }) {
  const { person: me } = useSession();
  const people = usePeople().filter(({ id }) => id !== me.id);
  const asked = useAsked("this-week");
  const chosen = people.find(({ id }) => id === asked.person) ?? people[0];
  if (!chosen) return <p className="muted settings-kept">{text.nobodyElse}</p>;
  const present = { ...asked, person: chosen.id };
  return (
    <Section title={text.others}>
      <p className="muted">{text.othersText}</p>
      <AskedFields asked={present} label={text.whose} people={people} />
      <EntriesOf asked={present} Entries={Entries} />
    </Section>
  );
}

function EntriesOf({ asked, Entries }: { asked: Asked; Entries: Entries }) {
  const { person, dates } = asked;
  const query = { personId: [person], ...useInstants(asked), limit: 100 };
  const [found, ids] = useFound({ queryKey: keys.search(JSON.stringify(query)), query });
  const keeps = useCallback(({ personId }: TimeEntry) => personId === person, [person]);
  if (found.isError) return <NotLoaded error={found.error} again={() => void found.refetch()} />;
  if (found.isPending) return <Skeleton rows={4} />;
  return (
    <>
      <Suspense fallback={<Skeleton rows={4} />}>
        <Entries ids={ids} dates={dates} keeps={keeps} />
      </Suspense>
      <More {...found} label={words.timer.earlier} end={ids.size > 0 ? text.allShown : ""} />
    </>
  );
}
