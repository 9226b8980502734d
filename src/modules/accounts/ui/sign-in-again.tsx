// The session is over while somebody works: they sign in over the page, which stays with all that was typed.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useText } from '#client/language.ts';
import { settleSession } from '#client/session-over.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { Note } from '#design/page.tsx';
import { InstitutionBeside } from './institution.tsx';
import { canUsePasskeys, signInAgainByPasskey } from './passkey-ways.ts';
import { useSession } from './session.ts';
import { keepsMail, resume, sendSignInLink, signInAgain } from './ways-in.ts';

export function SignInAgain({ email }: { readonly email: string }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const { run, ...action } = useAction();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const leave = () => settleSession(false);
  useEffect(() => {
    // Whoever opens the link does so in another window and comes back to this one.
    const lookAgain = () => void resume(queryClient).catch(() => false);
    window.addEventListener('focus', lookAgain);
    return () => {
      window.removeEventListener('focus', lookAgain);
    };
  }, [queryClient]);
  const isKept = keepsMail(useSession());
  const sendLink = async () => setSentTo((await run(() => sendSignInLink(email))) ? email : null);
  const submit = (entries: FormData) =>
    void run(() => signInAgain(queryClient, { email: textOf(entries, 'email'), password: textOf(entries, 'password') }));
  return (
    <Dialog open onClose={leave} title={t('accounts.session_over')}>
      <Note>{t('accounts.session_over_note')}</Note>
      <Form {...formTrouble(action)} onSubmit={submit}>
        <TextField name="email" type="email" label={t('accounts.email')} autoComplete="username" defaultValue={email} required />
        <TextField
          name="password"
          type="password"
          label={t('accounts.password')}
          autoComplete="current-password"
          data-focus-first
          required
        />
        <p role="status">{sentTo === null ? '' : t('accounts.link_sent_beside', { email: sentTo })}</p>
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('accounts.sign_in')}
          </Button>
          {!isKept && (
            <Button kind="text" onPress={sendLink}>
              {t('accounts.send_link')}
            </Button>
          )}
          {canUsePasskeys() && (
            <Button kind="text" onPress={() => run(() => signInAgainByPasskey(queryClient))}>
              {t('accounts.passkey_sign_in')}
            </Button>
          )}
          <InstitutionBeside />
          <Button kind="text" onPress={leave}>
            {t('accounts.leave_signed_out')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
