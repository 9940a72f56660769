import { Component, type ReactNode } from "react";
import { words } from "../words";
import { ScreenHeading } from "./ScreenHeading";

interface State {
  error: Error | null;
}

/** Keeps a screen's error inside the screen: the clock and the other screens go on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
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
