import { useKind } from '../api/queries.ts';
import type { Bodies, Kind } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../strings/strings.ts';

export type SetupKind = 'party' | 'thirdParty' | 'issue' | 'delegation' | 'mandate' | 'proposal' | 'compartment' | 'cue';

interface SetupSectionProps<K extends SetupKind> {
  readonly kind: K;
  readonly onOpen: (kind: Kind, id?: string) => void;
  readonly describe: (body: Bodies[K]) => { name: string; more: readonly string[] };
}

/** Everything of one kind, each to open and change, and a way to add one. */
export function SetupSection<K extends SetupKind>({ kind, onOpen, describe }: SetupSectionProps<K>) {
  const all = useKind(kind).data;
  return (
    <section className="setup-section" aria-labelledby={`setup-${kind}`}>
      <header>
        <h2 id={`setup-${kind}`}>{t(`setup.${kind}`)}</h2>
        <Button onPress={() => onOpen(kind)}>{t(`setup.${kind}.add`)}</Button>
      </header>
      {all?.length === 0 && <p className="nothing">{t(`setup.${kind}.none`)}</p>}
      <ul className="plain">
        {all?.map(({ id, body }) => {
          const { name, more } = describe(body as Bodies[K]);
          return (
            <li key={id}>
              <button type="button" className="pick" onClick={() => onOpen(kind, id)}>
                <b>
                  <bdi>{name}</bdi>
                </b>{' '}
                <small>{more.map(isolated).join(' · ')}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A name among others of other scripts keeps to itself, so that their order is that of the list. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
