import { usePeople } from "../store/people";
import { useMayAdminister, useSession } from "../store/session";
import { screenWords } from "../words/screens";
import { EVERYONE, type ReportState } from "./address";
import { Choice } from "./Choice";

export interface PersonSlotProps {
  state: ReportState;
  change(part: Partial<ReportState>): void;
}

const OWN = "";

/** Whose time is shown, for those who may see that of others. */
export function PersonSlot({ state, change }: PersonSlotProps) {
  const mayChoose = useMayAdminister();
  const { person: me } = useSession();
  const people = usePeople().filter(({ id }) => id !== me.id);
  if (!mayChoose) return null;
  const names = Object.fromEntries(people.map(({ id, name }) => [id, name]));
  return (
    <Choice
      label={screenWords.accounts.whose}
      value={state.person ?? OWN}
      options={[OWN, EVERYONE, ...people.map(({ id }) => id)]}
      names={{
        [OWN]: screenWords.accounts.me,
        [EVERYONE]: screenWords.accounts.everyone,
        ...names,
      }}
      onChange={(person) => change({ person: person || null })}
    />
  );
}
