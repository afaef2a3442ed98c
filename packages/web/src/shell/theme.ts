import { createStore } from '../state/store.ts';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly string[] = ['system', 'light', 'dark'];

export const theme = createStore<Theme>(storedTheme());

/** Goes to the next of system, light and dark, and remembers it. */
export function nextTheme(): void {
  const next = THEMES[(THEMES.indexOf(theme.get()) + 1) % THEMES.length] as Theme;
  theme.set(next);
  if (next === 'system') window.localStorage.removeItem('theme');
  else window.localStorage.setItem('theme', next);
  applyTheme();
}

export function applyTheme(): void {
  const chosen = theme.get();
  if (chosen === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = chosen;
}

function storedTheme(): Theme {
  const stored = typeof window === 'undefined' ? null : window.localStorage.getItem('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}
