// The native dialog: focus goes in, Escape closes, focus returns to where it came from.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { Button } from './button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}

export function Dialog({ open, onClose, title, children, actions, wide = false }: DialogProps) {
  const { t } = useText();
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!open || dialog === null) return;
    const before = document.activeElement;
    dialog.showModal();
    // Else the button that closes would have it: what the dialog was opened for goes before.
    dialog.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={box}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" className="shutter" aria-label={t('design.close')} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
      {actions !== undefined && <footer className="btns">{actions}</footer>}
    </dialog>
  );
}

export interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb: "Release to all 70". Never "OK". */
  readonly confirmText: ReactNode;
  readonly onConfirm: () => void;
  readonly busy?: boolean;
}

/** Asks before what cannot be undone. */
export function Confirm({ open, onClose, title, children, confirmText, onConfirm, busy = false }: ConfirmProps) {
  const { t } = useText();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="go" onPress={onConfirm} busy={busy}>
            {confirmText}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
