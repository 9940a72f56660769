import { type ReactNode, useLayoutEffect, useRef } from "react";
import { screenWords } from "../words/screens";
import { goToToday } from "./going";

/** Takes the focus: what was chosen is what one reads next. */
export function FindingHead({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <header className="finding-head">
      <h2 ref={heading} tabIndex={-1}>
        {children}
      </h2>
      <button type="button" className="button" onClick={goToToday}>
        {screenWords.search.toToday}
      </button>
    </header>
  );
}
