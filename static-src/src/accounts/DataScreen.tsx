/** One's own time elsewhere: in calendars, and all of it as a file. */

import { useSession } from "../store/session";
import { Section } from "../ui/Section";
import { screenWords } from "../words/screens";
import "./accounts.css";
import { everythingOf } from "./everything";
import { Feeds } from "./Feeds";

export default function DataScreen() {
  const { person } = useSession();
  const text = screenWords.data;
  return (
    <>
      <Section title={text.feeds}>
        <Feeds />
      </Section>
      <Section title={text.everything}>
        <p className="muted">{text.everythingText}</p>
        <a className="button" href={everythingOf(person.id)} download>
          {text.download}
        </a>
      </Section>
    </>
  );
}
