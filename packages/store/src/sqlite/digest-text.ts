import { hash } from 'node:crypto';
import type { DigestText } from '@parley/model';

/** Node's own SHA-256, an order of magnitude faster than the one that runs anywhere. */
export const digestText: DigestText = (text) => hash('sha256', text, 'hex');
