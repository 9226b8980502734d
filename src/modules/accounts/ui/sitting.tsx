// What may become of somebody's session while their page is open: it ends, or this browser lets in somebody else.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useText } from '#client/language.ts';
import { useSessionOver } from '#client/session-over.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { later } from '#design/notices/later.tsx';
import { chooseText } from '#kernel/language.ts';
import { watchHolder } from './holder-watch.ts';
import { useSession, type Session } from './session.ts';

const SignInAgain = later(() => import('./sign-in-again.tsx'), 'SignInAgain');

export function Sitting() {
  const queryClient = useQueryClient();
  const isOver = useSessionOver();
  const session = useSession();
  const [other, setOther] = useState<Session | null>(null);
  useEffect(() => watchHolder(queryClient, setOther), [queryClient]);
  return (
    <>
      {isOver && <SignInAgain email={session?.account?.email ?? ''} />}
      {other !== null && <HolderChanged now={other} />}
    </>
  );
}

/** Another letter was opened in this browser, or somebody else has signed in: whose page it is now, and the way there. */
function HolderChanged({ now }: { readonly now: Session }) {
  const { t, language } = useText();
  const [office] = now.offices;
  const name = now.holder === 'link' && office !== undefined ? chooseText(office.name, language).text : (now.account?.name ?? '');
  // Loaded anew: nothing that was read for somebody else stays.
  const go = () => window.location.assign(now.holder === 'link' ? '/in' : '/');
  return (
    <Dialog open onClose={go} title={t('accounts.holder_changed', { name })}>
      <p>{t(now.holder === 'link' ? 'accounts.holder_changed_link' : 'accounts.holder_changed_person', { name })}</p>
      <p>{t('accounts.holder_changed_back')}</p>
      <Button kind="go" onPress={go}>
        {t('accounts.holder_changed_go', { name })}
      </Button>
    </Dialog>
  );
}
