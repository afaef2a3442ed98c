import type { KeyName } from '../keys/key-list.ts';
import type { CaseViewName } from '../router/place.ts';
import type { StringKey } from '../strings/strings.ts';

/** The views of a case, in the order of the navigation. */
export const CASE_VIEWS: readonly { readonly view: CaseViewName; readonly label: StringKey; readonly key: KeyName }[] = [
  { view: 'table', label: 'nav.table', key: 'goTable' },
  { view: 'record', label: 'nav.record', key: 'goRecord' },
  { view: 'figures', label: 'nav.figures', key: 'goFigures' },
  { view: 'bargain', label: 'nav.bargain', key: 'goBargain' },
  { view: 'stability', label: 'nav.stability', key: 'goStability' },
  { view: 'exchange', label: 'nav.exchange', key: 'goExchange' },
  { view: 'maps', label: 'nav.maps', key: 'goMaps' },
  { view: 'setup', label: 'nav.setup', key: 'goSetup' },
];
