import { useMemo, useSyncExternalStore } from 'react';
import { formatPlace, type Place, parsePlace } from './place.ts';

const listeners = new Set<() => void>();

/** The place that the address names; renders again when it changes. */
export function usePlace(): Place {
  const address = useSyncExternalStore(subscribe, currentAddress);
  return useMemo(() => parsePlace(address), [address]);
}

/** The address of the view now shown, for a link back to it. */
export function currentAddress(): string {
  return window.location.pathname + window.location.search;
}

/** Goes to a place or address; `replace` keeps Back from returning to the one before. */
export function navigate(to: Place | string, { replace = false }: { replace?: boolean } = {}): void {
  const address = typeof to === 'string' ? to : formatPlace(to);
  if (address === currentAddress()) return;
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
