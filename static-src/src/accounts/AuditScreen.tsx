/** Who changed what and when, in words, for administrators. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { api, body } from "../api/client";
import { usePeople } from "../store/people";
import { usePreferences } from "../store/preferences";
import { usePlaces } from "../store/state";
import { pathText } from "../store/tree";
import { formatDateTime, formatDay, formatTime } from "../time/format";
import { dateOf } from "../time/zone";
import { useToday } from "../ui/now";
import { Section } from "../ui/Section";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { type Asked, AskedFields, useAsked, useInstants } from "./Asked";
import { type Speaker, sentenceOf } from "./audited";
import { More, NotLoaded } from "./More";
import "./accounts.css";

const text = screenWords.audit;

export default function AuditScreen() {
  const people = usePeople();
  const asked = useAsked("last-30-days");
  return (
    <Section title={text.title}>
      <p className="muted">{text.lead}</p>
      <AskedFields asked={asked} label={text.person} people={people} everybody={text.everybody} />
      <Records asked={asked} />
      <p>
        <a href="/api/audit.csv" download>
          {text.csv}
        </a>
      </p>
    </Section>
  );
}

function useSpeaker(): Speaker {
  const people = usePeople();
  const places = usePlaces();
  const { zoneName, hours } = usePreferences();
  const today = useToday(zoneName);
  const nameOf = (id: string): string =>
    people.find((one) => one.id === id)?.name ?? screenWords.reports.unknownPerson;
  return {
    person: (id) => (id === null ? text.server : nameOf(id)),
    place(id) {
      const place = places.get(id);
      return place ? pathText(place) : words.timer.unknownPlace;
    },
    day: (at) => formatDay(dateOf(at / 1000, zoneName), today),
    time: (at) => formatTime(at / 1000, zoneName, hours),
  };
}

function useRecords(asked: Asked) {
  const person = asked.person ? { personId: asked.person } : {};
  const query = { ...useInstants(asked), ...person };
  return useInfiniteQuery({
    queryKey: ["audit", query],
    queryFn: ({ pageParam }) => {
      const page = pageParam === null ? {} : { cursor: pageParam };
      return body(api.GET("/api/audit", { params: { query: { ...query, ...page } } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

function Records({ asked }: { asked: Asked }) {
  const found = useRecords(asked);
  const speaker = useSpeaker();
  const { zoneName, hours } = usePreferences();
  if (found.isError) return <NotLoaded error={found.error} again={() => void found.refetch()} />;
  if (found.isPending) return <Skeleton rows={6} />;
  const records = found.data.pages.flatMap(({ items }) => items);
  if (records.length === 0) return <p className="muted">{text.none}</p>;
  return (
    <>
      <ol>
        {records.map((record) => (
          <li key={record.id} className="audit-line">
            <time className="muted number" dateTime={record.at}>
              {formatDateTime(Date.parse(record.at), zoneName, hours)}
            </time>
            <span>{sentenceOf(record, speaker)}</span>
          </li>
        ))}
      </ol>
      <More {...found} label={text.earlier} end={text.all} />
    </>
  );
}
