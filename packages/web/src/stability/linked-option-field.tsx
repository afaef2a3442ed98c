import { useKind } from '../api/queries.ts';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';

interface Link {
  readonly issueId: string;
  readonly optionId: string;
}

/** The option of an issue of the talks that something amounts to, if it does. */
export function LinkedOptionField({ link, onChange }: { link: Link | undefined; onChange: (link: Link | undefined) => void }) {
  const issues = useKind('issue').data ?? [];
  const chosen = link === undefined ? '' : `${link.issueId}/${link.optionId}`;
  return (
    <SelectField
      label={t('stability.link')}
      value={chosen}
      onChange={(value) => {
        const [issueId = '', optionId = ''] = value.split('/');
        onChange(value === '' ? undefined : { issueId, optionId });
      }}
      options={[
        { value: '', label: t('correct.none') },
        ...issues.flatMap(({ id, body }) =>
          body.options.map((option) => ({ value: `${id}/${option.id}`, label: `${nameText(body.name)}: ${nameText(option.name)}` })),
        ),
      ]}
    />
  );
}
