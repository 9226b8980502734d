// Asks before somebody leaves the door while something is not sent: it is kept on this device, and sent from this page alone.
import { useBlocker } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Confirm } from '#design/notices/dialog.tsx';

export function LeavingUnsent({ count }: { readonly count: number }) {
  const { t } = useText();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => count > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: count > 0,
    withResolver: true,
  });
  return (
    <Confirm
      open={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('design.kept_waiting', { count })}
      confirmText={t('meetings.door_leave_page')}
      onConfirm={() => blocker.proceed?.()}
    >
      <p>{t('meetings.door_leave_unsent')}</p>
    </Confirm>
  );
}
