// Light, dark, or as the device: remembered here, applied before the first paint by first-paint.js.
import { useSyncExternalStore } from 'react';
import { remember } from './remember.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const listeners = new Set<() => void>();

const current = (): Theme => {
  const shown = document.documentElement.dataset['theme'];
  return shown === 'light' || shown === 'dark' ? shown : 'system';
};

/** Shows and remembers a theme. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  remember('theme', theme);
  for (const listener of listeners) listener();
}

/** The theme in use. */
export const useTheme = (): Theme =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    current,
    () => 'system',
  );
