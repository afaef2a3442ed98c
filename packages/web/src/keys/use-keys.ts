import { useEffect, useRef } from 'react';
import { KEYS, type KeyName, nameOfKey } from './key-list.ts';

type Handler = (event: KeyboardEvent) => void;
export type KeyHandlers = { readonly [K in KeyName]?: Handler | undefined };

const layers: { readonly current: KeyHandlers }[] = [];
let listening = false;

/**
 * Handles keys while the component is there. Of several components that handle one key the one
 * that came last does. Typing in a field is left alone, but for Escape and keys with Ctrl or Alt;
 * Ctrl+Z in a field stays the field's own.
 */
export function useKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (!listening) document.addEventListener('keydown', dispatch);
    listening = true;
    layers.push(latest);
    return () => {
      layers.splice(layers.indexOf(latest), 1);
    };
  }, []);
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOfKey(event);
  if (isTyping(event.target) && !(name === 'Escape' || name === 'Ctrl+Enter' || name.startsWith('Alt+'))) return;
  for (const layer of layers.toReversed()) {
    for (const [key, handler] of Object.entries(layer.current) as [KeyName, Handler | undefined][]) {
      if (handler === undefined || !(KEYS[key].keys as readonly string[]).includes(name)) continue;
      // Enter on a link or button is that link's or button's.
      if (name === 'Enter' && event.target instanceof Element && event.target.closest('a, button, select, summary')) continue;
      event.preventDefault();
      handler(event);
      return;
    }
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'range', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
