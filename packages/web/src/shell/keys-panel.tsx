import { SidePanel } from '../controls/side-panel.tsx';
import { KEYS } from '../keys/key-list.ts';
import { createStore } from '../state/store.ts';
import { t } from '../strings/strings.ts';

export const keysShown = createStore(false);
const SCOPES = ['everywhere', 'table', 'reading', 'correcting', 'exchange'] as const;

/** Every key of the app. */
export function KeysPanel() {
  return (
    <SidePanel title={t('keys.title')} subject="keys" onClose={() => keysShown.set(false)}>
      {SCOPES.map((scope) => (
        <section key={scope}>
          <h3>{t(`keys.scope.${scope}`)}</h3>
          <dl className="keys">
            {Object.values(KEYS)
              .filter((one) => one.scope === scope)
              .map((one) => (
                <div key={one.label}>
                  <dt>
                    {one.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(one.label)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </SidePanel>
  );
}
