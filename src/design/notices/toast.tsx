// A word that something is done, with the way back. It waits long enough to be read and stays while it is pointed at or focused.
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { sayOfUndo, withToast, type Undone } from './toast-list.ts';

export interface ToastWords extends Partial<Undone> {
  /** Whose notice this is: it takes the place of one that still stands under the same key. */
  readonly key?: number | string;
  readonly text: ReactNode;
  /** Takes back what was done; the toast then says so, in the words that it answers if any, with the way forward again if it answers one, or why not where it rejects. */
  readonly undo?: () => unknown;
}

interface Shown extends ToastWords {
  readonly key: number | string;
}

const Show = createContext<(words: ToastWords) => void>(() => undefined);

/** `const toast = useToast(); toast({ text, undo })` */
export const useToast = (): ((words: ToastWords) => void) => useContext(Show);

interface ToastsProps {
  readonly children: ReactNode;
  /** The sentence for whatever an undo was refused with. */
  readonly whyNot: (error: unknown) => string;
}

/** Holds the toasts at the foot of the window; one per app. */
export function Toasts({ children, whyNot }: ToastsProps) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const say = useCallback((toast: Shown) => setShown((before) => withToast(before, toast)), []);
  const show = useCallback((words: ToastWords) => say({ key: next.current++, ...words }), [say]);
  const remove = useCallback((key: Shown['key']) => setShown((before) => before.filter((toast) => toast.key !== key)), []);
  const box = useClearOf(shown.length);
  return (
    <Show value={show}>
      {children}
      <div className="toasts" role="status" ref={box}>
        {shown.map((toast) => (
          <Toast key={toast.key} toast={toast} whyNot={whyNot} onSay={say} onEnd={remove} />
        ))}
      </div>
    </Show>
  );
}

/** A field in which somebody is, or comes to be, moves out from under the toasts. */
function useClearOf(count: number) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (count === 0) return;
    const clear = () => {
      const field = document.activeElement;
      const [under, over] = [field?.getBoundingClientRect(), box.current?.getBoundingClientRect()];
      if (field?.matches('input, select, textarea') === true && under && over && under.bottom > over.top && under.top < over.bottom)
        field.scrollIntoView({ block: 'center' });
    };
    clear();
    document.addEventListener('focusin', clear);
    return () => document.removeEventListener('focusin', clear);
  }, [count]);
  return box;
}

const SECONDS = 12;

interface ToastProps extends Pick<ToastsProps, 'whyNot'> {
  readonly toast: Shown;
  readonly onSay: (toast: Shown) => void;
  readonly onEnd: (key: Shown['key']) => void;
}

function Toast({ toast, whyNot, onSay, onEnd }: ToastProps) {
  const { t } = useText();
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const { key, text, undo, redo } = toast;
  useEffect(() => {
    if (held || busy) return;
    const timer = setTimeout(() => onEnd(key), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [held, busy, text, onEnd, key]);
  const go = async (way: () => Promise<ToastWords>) => {
    if (busy) return;
    setBusy(true);
    const said = await way();
    setBusy(false);
    // The button goes away with what it was for: whoever pressed it by a key stays here; a finger has left already.
    if (box.current?.querySelector(':focus-visible') != null) close.current?.focus();
    else setHeld(false);
    onSay({ ...said, key });
  };
  const failed = (error: unknown) => t('design.undo_failed', { reason: whyNot(error) });
  return (
    <div
      className="toast"
      ref={box}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{text}</span>
      {undo !== undefined && (
        <button
          type="button"
          aria-busy={busy || undefined}
          onClick={() => void go(() => sayOfUndo(undo, { undone: t('design.undone'), failed }))}
        >
          {t('design.undo')}
        </button>
      )}
      {redo !== undefined && (
        <button
          type="button"
          aria-busy={busy || undefined}
          onClick={() => void go(() => redo().catch((error: unknown) => ({ text: whyNot(error), redo })))}
        >
          {t('design.redo')}
        </button>
      )}
      <button type="button" className="shutter" ref={close} aria-label={t('design.close')} onClick={() => onEnd(key)}>
        ×
      </button>
    </div>
  );
}
