/** Today as a watch with 24 hours: each entry an arc, the hand at now, the sum in the middle. */

import { type PointerEvent, type ReactNode, useRef, useState } from "react";
import { across, DAY, drawn, INNER, placeOf, pointAt, RADIUS, SIZE, sector, spanAt } from "./dial";
import { walk } from "./roving";

export interface Arc {
  id: string;
  /** By the clock on the wall, in seconds since midnight. */
  from: number;
  to: number;
  color: string;
  /** What it is, then lines on where and when: shown in the middle, and read out. */
  label: string;
  detail: readonly string[];
  running: boolean;
}

interface Props {
  /** What the arcs are, for those who don't see them. */
  label: string;
  /** In the order of the day. */
  arcs: Arc[];
  now: number;
  sum: string;
  /** What the sum is to be held against. */
  caption: string;
  /** How much of that is reached, up to 1; without it there is nothing to reach. */
  part?: number | undefined;
  /** What stands at midnight, 6, noon and 18. */
  hours?: readonly string[];
  /** The first thing to do, in place of the sum while there are no arcs. */
  empty?: ReactNode;
  onOpen(id: string): void;
}

const HOURS = ["0", "6", "12", "18"];
const HOUR = DAY / 24;
const TICKS = Array.from({ length: 24 }, (_, hour) => hour);

export function Dial({ label, arcs, now, sum, caption, part, hours = HOURS, ...props }: Props) {
  const { empty, onOpen } = props;
  const face = useRef<HTMLDivElement>(null);
  const [under, setUnder] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const runs = arcs.some(({ running }) => running);
  const shown = arcs.find(({ id }) => id === (under ?? focused));
  const ring = arcs.find(({ id }) => id === focused);
  const reachable = arcs.find(({ id }) => id === current) ?? arcs.at(-1);

  const arcUnder = ({ clientX, clientY }: { clientX: number; clientY: number }): Arc | null => {
    const box = face.current?.getBoundingClientRect();
    if (!box) return null;
    const scale = SIZE / box.width;
    return spanAt(arcs, { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale });
  };

  const point = (event: PointerEvent): void => {
    if (event.pointerType !== "touch") setUnder(arcUnder(event)?.id ?? null);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; by key there are buttons
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons act by key
    <div
      ref={face}
      className="dial"
      data-pointed={shown !== undefined}
      data-opens={under !== null}
      onPointerMove={point}
      onPointerLeave={() => setUnder(null)}
      onClick={(event) => {
        const arc = arcUnder(event);
        if (arc) onOpen(arc.id);
      }}
    >
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true" focusable="false">
        <circle className="dial-ring" cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} />
        <Face hours={hours} />
        {part !== undefined && <Target part={part} />}
        {arcs.map((arc) => (
          <path
            key={arc.id}
            className={`dial-arc color-${arc.color}`}
            data-pointed={arc === shown}
            d={sector(drawn(arc))}
          />
        ))}
        {ring && <path className="dial-focus" d={sector(drawn(ring), 4)} />}
        <line className="dial-hand" data-running={runs} {...across(now, 6, 4)} />
      </svg>
      <div className="dial-middle" aria-hidden={shown !== undefined}>
        {shown ? (
          <>
            <strong className="dial-name">{shown.label}</strong>
            {shown.detail.map((line) => (
              <span key={line} className="dial-caption">
                {line}
              </span>
            ))}
          </>
        ) : arcs.length === 0 && empty ? (
          empty
        ) : (
          <>
            <strong className="dial-sum">{sum}</strong>
            <span className="dial-caption">{caption}</span>
          </>
        )}
      </div>
      {arcs.length > 0 && (
        <ul aria-label={label} onKeyDown={walk}>
          {arcs.map(({ id, from, to, label: name, detail }) => (
            <li key={id} style={placeOf((from + to) / 2)}>
              <button
                type="button"
                aria-label={[name, ...detail].join(", ")}
                tabIndex={id === reachable?.id ? 0 : -1}
                onFocus={(event) => {
                  setCurrent(id);
                  if (event.target.matches(":focus-visible")) setFocused(id);
                }}
                onBlur={() => setFocused(null)}
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(id);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Within the ring a thinner one, which is closed when the target is reached. */
function Target({ part }: { part: number }) {
  const ring = { cx: SIZE / 2, cy: SIZE / 2, r: INNER - 5, pathLength: 1 };
  return (
    <g className="dial-target" transform={`rotate(-90 ${SIZE / 2} ${SIZE / 2})`}>
      <circle {...ring} />
      <circle {...ring} className="dial-reached" strokeDasharray={`${part} 1`} />
    </g>
  );
}

function Face({ hours }: { hours: readonly string[] }) {
  return (
    <g className="dial-face">
      {TICKS.map((hour) => (
        <line key={hour} {...across(hour * HOUR, -25, hour % 6 === 0 ? 15 : 11)} />
      ))}
      {[0, 6, 12, 18].map((hour, index) => (
        <text key={hour} {...pointAt(hour * HOUR, 68)} dy="0.35em">
          {hours[index]}
        </text>
      ))}
    </g>
  );
}
