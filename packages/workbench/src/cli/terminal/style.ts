import { styleText } from 'node:util';

/** What a style stands for: weight says how firm or how important, one colour says conflict, one what is not decided. */
export type Emphasis = 'firm' | 'quiet' | 'conflict' | 'suggested' | 'plain';

const FORMATS = { firm: 'bold', quiet: 'dim', conflict: 'yellow', suggested: 'cyan' } as const;

/** Whether to write colours to a stream: only to a terminal, and not where NO_COLOR is set (https://no-color.org). */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  return stream.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}

/** A text with the escape sequences of its emphasis, or as it is. */
export function styled(text: string, emphasis: Emphasis, colour: boolean): string {
  if (!colour || emphasis === 'plain' || text === '') return text;
  return styleText(FORMATS[emphasis], text, { validateStream: false });
}
