import type { KeyboardEvent } from "react";
import { useSearchParams } from "wouter";
import { Icon } from "../ui/Icon";
import { words } from "../words";
import { leaveThen } from "./opening";

export const SEARCH_FIELD = "search-notes";

export function SearchField() {
  const [parameters, setParameters] = useSearchParams();
  const query = parameters.get("q") ?? "";
  const search = (text: string): void =>
    void leaveThen(() => setParameters(text ? { q: text } : {}, { replace: true }));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "ArrowDown" || event.key === "Enter") toFound(event);
    if (event.key !== "Escape") return;
    search("");
    event.currentTarget.blur();
  };
  return (
    <search className="search">
      <Icon name="search" />
      <input
        id={SEARCH_FIELD}
        type="search"
        aria-label={words.timer.search}
        placeholder={words.timer.search}
        value={query}
        onChange={(event) => search(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </search>
  );
}

/** On to what was found; Enter goes to a day at once. */
function toFound(event: KeyboardEvent): void {
  const found = document.querySelector<HTMLElement>(".find, .finding .entry-main");
  if (!found) return;
  event.preventDefault();
  if (event.key === "Enter" && found.dataset.find === "day") found.click();
  else found.focus();
}
