/** Line icons on a 20 px grid. Each stands beside its word or is hidden behind a label. */

const PATHS = {
  timer: "M10 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM10 7.5V11l2.3 1.6M8 2h4",
  projects: "M4 4.5h5M4 4.5v11h5M4 10h5M12 2.8h4.5v3.4H12zM12 8.3h4.5v3.4H12zM12 13.8h4.5v3.4H12z",
  reports: "M3 17h14M5.5 17V10M10 17V4M14.5 17V7.5",
  settings: "M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4",
  play: "M6.5 4.5v11l9-5.5z",
  stop: "M5.5 5.5h9v9h-9z",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  down: "M6 8.5l4 4 4-4",
  right: "M8 6l4 4-4 4",
  left: "M12 6l-4 4 4 4",
  plus: "M10 4.5v11M4.5 10h11",
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  search: "M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4ZM13 13l3.5 3.5",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6",
  print: "M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 12h8v4.5H6z",
  help: "M7.6 7.6A2.5 2.5 0 1 1 10 10.6v1.6M10 15h.01",
  archive: "M3.5 4.5h13v3h-13zM4.5 7.5v8h11v-8M8 10.5h4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
