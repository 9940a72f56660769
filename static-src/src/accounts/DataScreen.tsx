/** One's own time elsewhere: for calendars. */

import { Section } from "../ui/Section";
import { screenWords } from "../words/screens";
import "./accounts.css";
import { Feeds } from "./Feeds";

export default function DataScreen() {
  const text = screenWords.data;
  return (
    <Section title={text.feeds}>
      <Feeds />
    </Section>
  );
}
