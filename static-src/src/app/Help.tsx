import { allActions, type Group, isOffered } from "../ui/actions";
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
                .map(({ name, label, keys }) => (
                  <div key={name}>
                    <dt>{label}</dt>
                    <dd>
                      {keys[0] ? (
                        <Keys keys={keys[0]} />
                      ) : (
                        <span className="muted">{words.help.noKey}</span>
                      )}
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

const LIST_KEYS = [
  ["arrowup+arrowdown", words.help.arrows],
  ["enter", words.help.enter],
  ["escape", words.help.escape],
] as const;
