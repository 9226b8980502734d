// A session that ended while somebody worked: what was asked of the server waits until they have signed in again, and nothing typed is lost.
import { useSyncExternalStore } from 'react';

/** Whom this page shows, by account, as a later answer may belong to somebody else who came in by this browser; null: nobody, or not known yet. */
export const tab: { holder: string | null } = { holder: null };

let account: string | null = null;
let waiting: { readonly back: Promise<boolean>; readonly settle: (isBack: boolean) => void } | null = null;
const listeners = new Set<() => void>();

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Remembers who is signed in; null after signing out, when an ended session is no surprise. */
export function rememberAccount(id: string | null): void {
  account = id;
}

/** Whether somebody was signed in when this page last knew. */
export const wasSignedIn = (): boolean => account !== null;

/** Asks to sign in again, once for all that wait; true when the same person is back. At once false where nobody was signed in. */
export function signedInAgain(): Promise<boolean> {
  if (account === null) return Promise.resolve(false);
  if (waiting === null) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    waiting = { back: promise, settle: resolve };
    tell();
  }
  return waiting.back;
}

/** Tells those who wait whether the person is back. */
export function settleSession(isBack: boolean): void {
  const before = waiting;
  waiting = null;
  if (!isBack) account = null;
  before?.settle(isBack);
  tell();
}

/** Whether somebody is asked to sign in again now. */
export const useSessionOver = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => waiting !== null,
    () => false,
  );
