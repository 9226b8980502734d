// What a device does as a screen in the hall: it asks again by itself, shows its own theme, and does not go to sleep.
import { useEffect } from 'react';
import { askEvery } from '../queue/tell.ts';
import type { Wall } from './both.tsx';

/** How often a screen asks, in milliseconds: calls change by the second, a schedule does not. */
export const wallAsked = (wall: Pick<Wall, 'shows'> | undefined): number => (wall?.shows === 'schedule' ? 3 * askEvery : askEvery);

/** The theme of the screen while it is shown; the reader's own stays what it is. */
export function useScreenTheme(theme: 'dark' | 'light' | undefined): void {
  useEffect(() => {
    if (theme === undefined) return;
    const { dataset } = document.documentElement;
    const own = dataset['theme'];
    dataset['theme'] = theme;
    return () => {
      if (own === undefined) delete dataset['theme'];
      else dataset['theme'] = own;
    };
  }, [theme]);
}

/** Keeps the device awake (Screen Wake Lock), also after it was looked away from; where it cannot, the hall's staff see to it. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    const wake = async () => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
      lock = await navigator.wakeLock.request('screen').catch((): null => null);
    };
    const again = () => void wake();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
