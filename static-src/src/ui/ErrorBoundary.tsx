import { Component, type ReactNode } from "react";
import { words } from "../words";
import { ScreenHeading } from "./ScreenHeading";

interface Props {
  children: ReactNode;
  /** Another one is another try. */
  place: string;
}

interface State {
  error: Error | null;
  place: string;
}

/** Keeps a screen's error inside the screen: the clock and the other screens go on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ place }: Props, before: State): State | null {
    return place === before.place ? null : { error: null, place };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    // After an upgrade of the server the parts that an older page asks for are gone.
    const missingPart = /import|module/i.test(error.message);
    return (
      <section className="empty" role="alert">
        <ScreenHeading name={missingPart ? words.notice.newVersion : words.notice.crashed} />
        {!missingPart && <p className="muted">{error.message}</p>}
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.notice.reload}
        </button>
      </section>
    );
  }
}
