import { t } from '../strings/strings.ts';

interface Note {
  readonly definition: string;
  readonly source: string;
  readonly kind: string;
}

/** How a result was reckoned. */
export function MethodNote({ note: { definition, source, kind } }: { note: Note }) {
  return (
    <p className="sub method-note">
      {kind === 'exact' ? t('maps.exactAsDrawn') : t('maps.bounds')} {definition}. {source}.
    </p>
  );
}
