// The session is over while somebody works: they sign in over the page, which stays with all that was typed.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { signInAgain } from '#client/session.ts';
import { settleSession } from '#client/session-over.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import { TextField } from '#design/field.tsx';
import { Form, textOf } from '#design/form.tsx';
import { Note } from '#design/page.tsx';

export function SignInAgain({ email }: { readonly email: string }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const leave = () => settleSession(false);
  const submit = async (entries: FormData) => {
    setBusy(true);
    const outcome = await signInAgain(queryClient, { email: textOf(entries, 'email'), password: textOf(entries, 'password') });
    setBusy(false);
    setTrouble(outcome);
  };
  return (
    <Dialog open onClose={leave} title={t('accounts.session_over')}>
      <Note>{t('accounts.session_over_note')}</Note>
      <Form problems={trouble?.problems ?? []} message={trouble?.message} onSubmit={(entries) => void submit(entries)}>
        <TextField name="email" type="email" label={t('accounts.email')} autoComplete="username" defaultValue={email} required />
        <TextField
          name="password"
          type="password"
          label={t('accounts.password')}
          autoComplete="current-password"
          data-focus-first
          required
        />
        <Buttons>
          <Button kind="go" type="submit" busy={busy}>
            {t('accounts.sign_in')}
          </Button>
          <Button kind="text" onPress={leave}>
            {t('accounts.leave_signed_out')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
