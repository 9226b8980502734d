// A word that something is done, with the way back. It waits long enough to be read and stays while it is pointed at or focused.
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';

export interface ToastWords {
  readonly text: ReactNode;
  /** Takes back what was done; the toast then says so. */
  readonly undo?: () => void | Promise<unknown>;
}

interface Shown extends ToastWords {
  readonly key: number;
}

const Show = createContext<(words: ToastWords) => void>(() => undefined);

/** `const toast = useToast(); toast({ text, undo })` */
export const useToast = (): ((words: ToastWords) => void) => useContext(Show);

/** Holds the toasts at the foot of the window; one per app. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const show = useCallback((words: ToastWords) => {
    const key = next.current++;
    setShown((before) => [...before.slice(-2), { ...words, key }]);
  }, []);
  const remove = useCallback((key: number) => setShown((before) => before.filter((toast) => toast.key !== key)), []);
  return (
    <Show value={show}>
      {children}
      <div className="toasts" role="status">
        {shown.map((toast) => (
          <Toast key={toast.key} toast={toast} onEnd={remove} />
        ))}
      </div>
    </Show>
  );
}

const SECONDS = 12;

function Toast({ toast, onEnd }: { readonly toast: Shown; readonly onEnd: (key: number) => void }) {
  const { t } = useText();
  const [held, setHeld] = useState(false);
  const [undone, setUndone] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onEnd(toast.key), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [held, undone, onEnd, toast.key]);
  const undo = async () => {
    await toast.undo?.();
    setUndone(true);
  };
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{undone ? t('design.undone') : toast.text}</span>
      {toast.undo !== undefined && !undone && (
        <button type="button" onClick={() => void undo()}>
          {t('design.undo')}
        </button>
      )}
      <button type="button" className="shutter" aria-label={t('design.close')} onClick={() => onEnd(toast.key)}>
        ×
      </button>
    </div>
  );
}
