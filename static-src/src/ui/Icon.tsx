/** Line icons on a 20 px grid, 1.5 px wide. Each stands beside its word or is hidden behind a label. */

const PATHS = {
  timer: "M10 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM10 7.8V11l2.3 1.5M8 2.2h4",
  calendar:
    "M5.5 4.5h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2ZM3.5 8.5h13M7 2.5v3M13 2.5v3",
  timesheet: "M3.5 4.5h13M3.5 10h13M3.5 15.5h13M7.5 4.5v11M12.5 10v5.5",
  projects: "M3.5 3v12.5h6M3.5 6h6M11.5 4h5v4h-5zM11.5 13.5h5v4h-5z",
  reports: "M3 17h14M5.5 14v-4M10 14V4M14.5 14V7.5",
  settings:
    "M3 6h7M15 6h2M3 14h2M10 14h7M12.5 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM7.5 11.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  user: "M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM3.8 16.8c.6-3 3-4.6 6.2-4.6s5.6 1.6 6.2 4.6",
  play: "M6.5 4.5v11l9-5.5z",
  stop: "M5.5 5.5h9v9h-9z",
  plus: "M10 4.5v11M4.5 10h11",
  "add-time": "M16.4 9.2a6.7 6.7 0 1 0-7.2 7.2M9.8 6v4l2.4 1.5M14.5 12.5v5M12 15h5",
  edit: "M4 16l.7-3.3L13 4.4a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3l-8.3 8.3zM11.6 5.8l2.6 2.6",
  split: "M10 3v3M10 8.5v3M10 14v3M7 6.5 3.5 10 7 13.5M13 6.5l3.5 3.5-3.5 3.5",
  merge: "M3.5 5h3c4 0 3 5 7 5h3M3.5 15h3c4 0 3-5 7-5M14 7.5l2.5 2.5-2.5 2.5",
  copy: "M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6",
  archive: "M3.5 4.5h13v3h-13zM4.5 7.5v8h11v-8M8 10.5h4",
  print: "M6 7.5v-4h8v4M6 14H3.5V7.5h13V14H14M6 12h8v4.5H6z",
  tag: "M3.5 4.5v5l7 7 6-6-7-7h-5zM7 7.5h.01",
  undo: "M7 4 3.5 7.5 7 11M3.5 7.5h8a4.5 4.5 0 0 1 0 9H8",
  redo: "M13 4l3.5 3.5L13 11M16.5 7.5h-8a4.5 4.5 0 0 0 0 9H12",
  check: "M4 10.5l4 4 8-9",
  waiting: "M6.2 15.5h8a3 3 0 0 0 .6-5.9 5 5 0 0 0-9.7.6 2.7 2.7 0 0 0 1.1 5.3ZM10 8.5v2.2l1.5 1",
  "cloud-off":
    "M6.5 7.2A5 5 0 0 0 5.1 10.2a2.7 2.7 0 0 0 1.1 5.3h7.3M9 5.7a5 5 0 0 1 5.8 3.9 3 3 0 0 1 1.9 4.3M3.5 3.5l13 13",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  "more-vertical": "M10 5v.01M10 10v.01M10 15v.01",
  down: "M6 8.5l4 4 4-4",
  right: "M8 6l4 4-4 4",
  left: "M12 6l-4 4 4 4",
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  search: "M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4ZM12.7 12.7l3.8 3.8",
  external: "M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16.5 3.5 9.5 10.5",
  help: "M7.6 7.6A2.5 2.5 0 1 1 10 10.6v1.6M10 15h.01",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2.5v1M10 16.5v1M2.5 10h1M16.5 10h1M4.7 4.7l.7.7M14.6 14.6l.7.7M15.3 4.7l-.7.7M5.4 14.6l-.7.7",
  moon: "M16.3 12.2A6.8 6.8 0 0 1 7.8 3.7a6.8 6.8 0 1 0 8.5 8.5Z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
