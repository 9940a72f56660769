import { Fragment } from "react";
import { words } from "../words";
import { capsOf } from "./keys";

/** Keys as caps: `G` then `T`. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {capsOf(keys).map((caps, press) => (
        <Fragment key={caps.join()}>
          {press > 0 && <span className="muted">{words.help.next}</span>}
          {caps.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
