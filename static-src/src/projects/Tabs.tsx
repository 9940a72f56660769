import { Link } from "wouter";
import { ScreenHeading } from "../ui/ScreenHeading";
import { screenWords } from "../words/screens";

export const TAGS_PATH = "/projects/tags";

const TABS = [
  { path: "/projects", name: screenWords.projects.title },
  { path: TAGS_PATH, name: screenWords.tags.title },
];

/** The title of what is shown, and the way to the other beside it. */
export function Tabs({ at }: { at: string }) {
  return (
    <nav className="projects-tabs" aria-label={screenWords.tags.tabs}>
      {TABS.map(({ path, name }) =>
        path === at ? (
          <ScreenHeading key={path} name={name} />
        ) : (
          <Link key={path} href={path}>
            {name}
          </Link>
        ),
      )}
    </nav>
  );
}
