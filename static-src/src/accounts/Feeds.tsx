/** Addresses by which calendars read one's own time. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "../api/client";
import type { components } from "../api/schema";
import { usePreferences } from "../store/preferences";
import { useShown } from "../store/state";
import { sortedByName } from "../store/tree";
import { formatDateTime } from "../time/format";
import { tellWhy } from "../ui/explain";
import { screenWords } from "../words/screens";
import { Field, Form } from "./Form";
import { MadeKey } from "./MadeKey";
import { Pick } from "./Tokens";

type Feed = components["schemas"]["Feed"];

const text = screenWords.data;
const ALL = "all";
const RANGES = {
  "30": text.lastDays(30),
  "90": text.lastDays(90),
  "365": text.lastDays(365),
  [ALL]: text.allDays,
};

export function Feeds() {
  const [made, setMade] = useState<Feed | null>(null);
  const { data, refetch } = useQuery({
    queryKey: ["feeds"],
    queryFn: () => body(api.GET("/api/feeds")),
  });

  const add = async (feed: Feed): Promise<void> => {
    setMade(feed);
    await refetch();
  };
  const revoke = async (feedId: string): Promise<void> => {
    const request = { params: { path: { feedId } } };
    await body(api.DELETE("/api/feeds/{feedId}", request)).catch(tellWhy);
    if (made?.id === feedId) setMade(null);
    await refetch();
  };

  return (
    <>
      <p className="muted">{text.feedsText}</p>
      {data?.length === 0 && <p className="muted">{text.noFeeds}</p>}
      <ul className="account-list">
        {data?.map((feed) => (
          <FeedRow key={feed.id} feed={feed} onRevoke={() => void revoke(feed.id)} />
        ))}
      </ul>
      {made?.path && (
        <MadeKey
          said={text.feedMade(made.name)}
          label={text.address}
          value={location.origin + made.path}
        />
      )}
      <NewFeed onMade={add} />
    </>
  );
}

function FeedRow({ feed, onRevoke }: { feed: Feed; onRevoke(): void }) {
  const { zoneName, hours } = usePreferences();
  const { projects } = useShown();
  const { name, days, projectIds, usedAt } = feed;
  const named = projects.filter(({ id }) => projectIds.includes(id)).map((one) => one.name);
  const told = [
    days === null ? text.allDays : text.lastDays(days),
    projectIds.length > 0 ? named.join(", ") : text.allProjects,
    usedAt ? text.readAt(formatDateTime(Date.parse(usedAt), zoneName, hours)) : text.neverRead,
  ];
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p className="muted small">{told.filter(Boolean).join(" · ")}</p>
      </div>
      <button
        type="button"
        className="button"
        aria-label={text.revokeFeed(name)}
        onClick={onRevoke}
      >
        {screenWords.accounts.revoke}
      </button>
    </li>
  );
}

function NewFeed({ onMade }: { onMade(feed: Feed): Promise<void> }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const make = async (values: Record<string, string>): Promise<void> => {
    const { name = "", days = ALL } = values;
    const payload = { name, days: days === ALL ? null : Number(days), projectIds: [...chosen] };
    await onMade(await body(api.POST("/api/feeds", { body: payload })));
    setChosen([]);
  };
  return (
    <Form submit={text.makeFeed} onSubmit={make} clears>
      <Field label={text.feedName} name="name" autoComplete="off" maxLength={200} required />
      <Pick label={text.range} name="days" options={RANGES} initial="90" />
      <Projects chosen={chosen} onChange={setChosen} />
    </Form>
  );
}

interface ProjectsProps {
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

/** Which projects are meant; none of them means all. */
function Projects({ chosen, onChange }: ProjectsProps) {
  const { projects } = useShown();
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  if (projects.length === 0) return null;
  return (
    <fieldset className="feed-projects">
      <legend className="label">{text.onlyProjects}</legend>
      <div>
        {sortedByName(projects).map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <p className="muted small">{text.onlyProjectsHint}</p>
    </fieldset>
  );
}
