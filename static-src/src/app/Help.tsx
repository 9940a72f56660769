import { allActions, type Group, isOffered, keysOf } from "../ui/actions";
import { Dialog } from "../ui/Dialog";
import { Keys } from "../ui/Keys";
import { words } from "../words";

const groups = Object.entries(words.actions.groups) as [Group, string][];

export default function Help({ onClose }: { onClose(): void }) {
  const offered = allActions().filter(isOffered);
  return (
    <Dialog title={words.help.title} onClose={onClose} className="help">
      <div className="help-groups">
        {groups.map(([group, title]) => (
          <section key={group}>
            <h3>{title}</h3>
            <dl>
              {offered
                .filter((action) => action.group === group)
                .map((action) => (
                  <div key={action.name}>
                    <dt>{action.label}</dt>
                    <dd>
                      <FirstKey keys={keysOf(action)[0]} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{words.help.lists}</h3>
          <dl>
            {LIST_KEYS.map(([keys, label]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function FirstKey({ keys }: { keys: string | undefined }) {
  return keys ? <Keys keys={keys} /> : <span className="muted">{words.help.noKey}</span>;
}

const LIST_KEYS = [
  ["arrowup+arrowdown", words.help.arrows],
  ["enter", words.help.enter],
  ["escape", words.help.escape],
] as const;
