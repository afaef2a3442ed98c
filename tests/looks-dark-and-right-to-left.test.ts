import { lookAtEveryView } from './support/look-at-every-view.ts';

lookAtEveryView('dark', 'right-to-left');
