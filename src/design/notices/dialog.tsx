// The native dialog: focus goes in, Escape closes, focus returns to where it came from. What was typed is not lost by one key.
import { useEffect, useId, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '../button.tsx';
import { FieldIds, useFieldIdsWithin } from '../fields/field-id.ts';
import { focusFirstField, focusNear, placeOf } from './focus-near.ts';

/** Within so many milliseconds a second press at the same place belongs to the double click that opened the dialog. */
const doubleClick = 600;

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** It only asks: a press beside it is its way out, as Escape is. */
  readonly asksOnly?: boolean;
}

export function Dialog({ open, onClose, title, children, actions, wide = false, asksOnly = false }: DialogProps) {
  const { t } = useText();
  const box = useRef<HTMLDialogElement>(null);
  const typed = useRef(false);
  const opened = useRef(0);
  const [asked, setAsked] = useState(false);
  const heading = useId();
  const within = useFieldIdsWithin();
  useEffect(() => {
    const dialog = box.current;
    if (!open || dialog === null) return;
    typed.current = false;
    const before = document.activeElement;
    const place = before === null ? [] : placeOf(before);
    opened.current = performance.now();
    dialog.showModal();
    // Light dismiss of the platform: it is told of as Escape is. Who opens with a double click has not pressed beside it yet.
    const dismiss = asksOnly ? setTimeout(() => dialog.setAttribute('closedby', 'any'), doubleClick) : undefined;
    // Else the button that closes would have it: what the dialog was opened for goes before.
    const stop = focusFirstField(dialog);
    return () => {
      stop();
      clearTimeout(dismiss);
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else focusNear(place);
    };
  }, [open, asksOnly]);
  if (!open) return null;
  const ignoreSecond = (event: MouseEvent) => {
    if (event.detail < 2 || performance.now() - opened.current > doubleClick) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shut = () => (typed.current ? setAsked(true) : onClose());
  return (
    <dialog
      ref={box}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      // The same second press does nothing within it either: it answers no question that was not read.
      onMouseDownCapture={ignoreSecond}
      onClickCapture={ignoreSecond}
      onCancel={(event) => {
        event.preventDefault();
        // A dialog within this one tells of its own end here, too.
        if (event.target === box.current) shut();
      }}
      onInput={({ target }) => {
        if (target instanceof HTMLElement && target.closest('form, [data-typed]') !== null && target.getAttribute('type') !== 'search')
          typed.current = true;
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" className="shutter" aria-label={t('design.close')} onClick={shut}>
          ×
        </button>
      </header>
      <FieldIds value={within}>{children}</FieldIds>
      {actions !== undefined && <footer className="btns">{actions}</footer>}
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title={t('design.leave_typed')}
        confirmText={t('design.leave')}
        onConfirm={() => {
          setAsked(false);
          onClose();
        }}
      >
        <p>{t('design.leave_dialog_note')}</p>
      </Confirm>
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
      asksOnly
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
