import { useSearchParams } from "wouter";
import { Icon } from "../ui/Icon";
import { words } from "../words";

export const SEARCH_FIELD = "search-notes";

export function SearchField() {
  const [parameters, setParameters] = useSearchParams();
  const query = parameters.get("q") ?? "";
  const search = (text: string): void => setParameters(text ? { q: text } : {}, { replace: true });
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
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          search("");
          event.currentTarget.blur();
        }}
      />
    </search>
  );
}
