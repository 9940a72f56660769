import type { MouseEvent } from "react";

/**
 * For a button that is another one after it is pressed, as Start is Stop: the second click of a
 * double click is not meant for that.
 */
export const onceOf =
  (run: () => void) =>
  ({ detail }: MouseEvent): void => {
    if (detail < 2) run();
  };
