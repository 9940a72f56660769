/** Which keys do what: each action's can be changed, and those without Ctrl or Alt turned off. */

import { Fragment, useLayoutEffect, useRef, useState } from "react";
import { getPreferences, setPreferences, usePreferences } from "../store/preferences";
import { type Action, allActions, type Group, isOffered, keysOf } from "../ui/actions";
import { Keys } from "../ui/Keys";
import { isSingle, textOf } from "../ui/keys";
import { complain } from "../ui/notices";
import { Section } from "../ui/Section";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { Choice } from "./Choice";
import { KeyField } from "./KeyField";
import { holderOf, isOwn } from "./keys";

const text = screenWords.settings;
const groups = Object.entries(words.actions.groups) as [Group, string][];

export function KeysSection() {
  const { keys, singleKeys } = usePreferences();
  const offered = allActions().filter(isOffered);
  return (
    <Section title={text.keyboard}>
      <div>
        <Choice
          label={text.singleKeys}
          value={singleKeys ? "on" : "off"}
          options={{ on: text.singleOn, off: text.singleOff }}
          onChange={(choice) => setPreferences({ singleKeys: choice === "on" })}
        />
        <p className="muted small key-help">{text.singleHelp}</p>
      </div>
      <details className="key-groups">
        <summary>{text.keysOfEach}</summary>
        {groups.map(([group, title]) => (
          <section key={group} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {offered
                .filter((action) => action.group === group)
                .map((action) => (
                  <KeyRow key={action.name} action={action} />
                ))}
            </ul>
          </section>
        ))}
        {Object.keys(keys).length > 0 && (
          <button type="button" className="button" onClick={() => setPreferences({ keys: {} })}>
            {text.resetAllKeys}
          </button>
        )}
      </details>
    </Section>
  );
}

/** Why an action can't have these keys. */
function problemOf(action: Action, keys: string): string | undefined {
  if (isOwn(keys)) return text.keysOwn(textOf(keys));
  if (!getPreferences().singleKeys && isSingle(keys)) return text.keysOff(textOf(keys));
  return clashOf(action, keys);
}

function clashOf(action: Action, keys: string): string | undefined {
  const holder = holderOf(keys, action, allActions().filter(isOffered));
  return holder && text.keysHeld(textOf(keys), holder.label);
}

function choose({ name }: Action, keys: string[]): void {
  setPreferences({ keys: { ...getPreferences().keys, [name]: keys } });
}

/** Its own again, unless another action has them by now. */
function reset(action: Action): void {
  const clash = action.keys.map((keys) => clashOf(action, keys)).find(Boolean);
  if (clash) {
    complain(clash);
    return;
  }
  const { [action.name]: _, ...others } = getPreferences().keys;
  setPreferences({ keys: others });
}

function KeyRow({ action }: { action: Action }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const changed = action.name in usePreferences().keys;

  useLayoutEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);

  if (open) {
    return (
      <li className="key-row">
        <span>{action.label}</span>
        <KeyField
          action={action}
          problemOf={(keys) => problemOf(action, keys)}
          onChoose={(keys) => {
            choose(action, keys);
            setOpen(false);
          }}
          onCancel={() => setOpen(false)}
        />
      </li>
    );
  }
  const resetHere = (): void => {
    reset(action);
    button.current?.focus();
  };
  return (
    <li className="key-row">
      <span>{action.label}</span>
      <Caps keys={keysOf(action)} />
      <button
        ref={button}
        type="button"
        className="button-quiet"
        aria-label={text.changeKeys(action.label)}
        onClick={() => setOpen(true)}
      >
        {text.change}
      </button>
      {changed && (
        <button
          type="button"
          className="button-quiet"
          aria-label={text.resetKeys(action.label)}
          onClick={resetHere}
        >
          {text.reset}
        </button>
      )}
    </li>
  );
}

function Caps({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return <span className="muted small">{text.noKeys}</span>;
  return (
    <span className="key-caps">
      {keys.map((one, index) => (
        <Fragment key={one}>
          {index > 0 && <span className="muted small"> {text.or} </span>}
          <Keys keys={one} />
        </Fragment>
      ))}
    </span>
  );
}
