import type { Condition } from '../api/types.ts';
import { t } from '../strings/strings.ts';

/** A condition on options in words: "Release and not Attack, or Pull back". */
export function conditionWords({ anyOf }: Condition, nameOf: (optionId: string) => string): string {
  return anyOf
    .map(({ taken, left }) =>
      [...taken.map(nameOf), ...left.map((id) => t('stability.not', { option: nameOf(id) }))].join(` ${t('stability.and')} `),
    )
    .join(t('stability.or'));
}

/** Whether an option must be taken, must be left, or may be either in a pattern. */
export type Asked = 'either' | 'taken' | 'left';

export function askedOf({ taken, left }: Condition['anyOf'][number], optionId: string): Asked {
  return taken.includes(optionId) ? 'taken' : left.includes(optionId) ? 'left' : 'either';
}

/** The pattern with one option asked for otherwise; the order of the options stays that of the conflict. */
export function asking({ taken, left }: Condition['anyOf'][number], optionId: string, asked: Asked): Condition['anyOf'][number] {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== optionId);
  return {
    taken: asked === 'taken' ? [...without(taken), optionId] : without(taken),
    left: asked === 'left' ? [...without(left), optionId] : without(left),
  };
}

/** A condition without patterns that say nothing; null where none is left. */
export function saidOf({ anyOf }: Condition): Condition | null {
  const said = anyOf.filter(({ taken, left }) => taken.length + left.length > 0);
  return said.length === 0 ? null : { anyOf: said };
}
