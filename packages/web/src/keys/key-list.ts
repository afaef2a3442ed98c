import type { StringKey } from '../strings/strings.ts';

interface KeyInfo {
  /** Values of `KeyboardEvent.key`; any of them does it. `Ctrl+z` also takes ⌘ on a Mac. */
  readonly keys: readonly string[];
  readonly scope: 'everywhere' | 'table' | 'reading' | 'correcting' | 'exchange';
  readonly label: StringKey;
}

/** Every key of the app: the list that `?` shows, and what the handlers go by. */
export const KEYS = {
  help: { keys: ['?'], scope: 'everywhere', label: 'keys.help' },
  search: { keys: ['/'], scope: 'everywhere', label: 'keys.search' },
  undo: { keys: ['u', 'Ctrl+z'], scope: 'everywhere', label: 'keys.undo' },
  goTable: { keys: ['T'], scope: 'everywhere', label: 'keys.goTable' },
  goRecord: { keys: ['R'], scope: 'everywhere', label: 'keys.goRecord' },
  goFigures: { keys: ['F'], scope: 'everywhere', label: 'keys.goFigures' },
  goBargain: { keys: ['B'], scope: 'everywhere', label: 'keys.goBargain' },
  goStability: { keys: ['W'], scope: 'everywhere', label: 'keys.goStability' },
  goExchange: { keys: ['X'], scope: 'everywhere', label: 'keys.goExchange' },
  goMaps: { keys: ['M'], scope: 'everywhere', label: 'keys.goMaps' },
  goSetup: { keys: ['S'], scope: 'everywhere', label: 'keys.goSetup' },
  earlier: { keys: ['['], scope: 'everywhere', label: 'keys.earlier' },
  later: { keys: [']'], scope: 'everywhere', label: 'keys.later' },
  today: { keys: ['.'], scope: 'everywhere', label: 'keys.today' },
  close: { keys: ['Escape'], scope: 'everywhere', label: 'keys.close' },
  cells: { keys: ['Arrow keys'], scope: 'table', label: 'keys.cells' },
  openCell: { keys: ['Enter'], scope: 'table', label: 'keys.openCell' },
  moveColumn: { keys: ['Shift+Arrow keys'], scope: 'table', label: 'keys.moveColumn' },
  next: { keys: ['j'], scope: 'reading', label: 'keys.next' },
  previous: { keys: ['k'], scope: 'reading', label: 'keys.previous' },
  nextUnread: { keys: ['x'], scope: 'reading', label: 'keys.nextUnread' },
  accept: { keys: ['a'], scope: 'reading', label: 'keys.accept' },
  reject: { keys: ['r'], scope: 'reading', label: 'keys.reject' },
  correct: { keys: ['c'], scope: 'reading', label: 'keys.correct' },
  add: { keys: ['n'], scope: 'reading', label: 'keys.add' },
  stance: { keys: ['1', '2', '3', '4', '5'], scope: 'reading', label: 'keys.stance' },
  party: { keys: ['p'], scope: 'reading', label: 'keys.party' },
  issue: { keys: ['i'], scope: 'reading', label: 'keys.issue' },
  option: { keys: ['o'], scope: 'reading', label: 'keys.option' },
  show: { keys: ['Enter'], scope: 'reading', label: 'keys.show' },
  save: { keys: ['Ctrl+Enter'], scope: 'correcting', label: 'keys.save' },
  markSpeaker: { keys: ['Alt+s'], scope: 'correcting', label: 'keys.markSpeaker' },
  markCue: { keys: ['Alt+u'], scope: 'correcting', label: 'keys.markCue' },
  markContent: { keys: ['Alt+w'], scope: 'correcting', label: 'keys.markContent' },
  markCondition: { keys: ['Alt+i'], scope: 'correcting', label: 'keys.markCondition' },
  steps: { keys: ['Arrow keys'], scope: 'exchange', label: 'keys.steps' },
  moveDay: { keys: ['Shift+← →'], scope: 'exchange', label: 'keys.moveDay' },
  moveStep: { keys: ['Shift+↑ ↓'], scope: 'exchange', label: 'keys.moveStep' },
} as const satisfies Record<string, KeyInfo>;

export type KeyName = keyof typeof KEYS;

/** The key of an event as the list writes it: `a`, `?`, `Ctrl+z`, `Alt+s`. */
export function nameOfKey({
  key,
  code = '',
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & { code?: string }): string {
  if (ctrlKey || metaKey) return `Ctrl+${key.length === 1 ? key.toLowerCase() : key}`;
  // With Alt some layouts type another character; the place of the key is what is meant.
  if (altKey) return `Alt+${code.startsWith('Key') ? code.slice(3).toLowerCase() : key}`;
  return key;
}
