import { t } from '../strings/strings.ts';

/** A share with its error, in per cent: "3.8 % ± 0.4". */
export function shareText({ share, error }: { readonly share: number; readonly error: number }): string {
  return t('bargain.share', { percent: percent(share), error: percent(error) });
}

export function percent(share: number): string {
  return (share * 100).toFixed(1).replace(/\.0$/, '');
}
