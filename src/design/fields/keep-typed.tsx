// A long form asks before the page is left with something typed in it.
import { useBlocker } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { Confirm } from '../notices/dialog.tsx';

interface KeepTypedProps {
  /** Whether something is not saved, where the form itself knows: what is pressed and not typed counts, and what was discarded does not. */
  readonly isChanged?: boolean;
  readonly children: ReactNode;
}

/** Goes round a form; typing makes it unsaved, sending it saved unless it comes back refused. A step within the page asks nothing. */
export function KeepTyped({ isChanged, children }: KeepTypedProps) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const typed = useRef(false);
  const isUnsaved = (): boolean => (isChanged ?? typed.current) || box.current?.querySelector('form [role="alert"]') != null;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved() && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  return (
    <div ref={box} onInput={() => (typed.current = true)} onSubmit={() => (typed.current = false)}>
      {children}
      <Confirm
        open={blocker.status === 'blocked'}
        onClose={() => blocker.reset?.()}
        title={t('design.leave_typed')}
        confirmText={t('design.leave')}
        onConfirm={() => blocker.proceed?.()}
      >
        <p>{t('design.leave_typed_note')}</p>
      </Confirm>
    </div>
  );
}
