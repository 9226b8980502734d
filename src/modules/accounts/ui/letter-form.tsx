// Asks for a letter with a one-time link: to sign in, or to choose a password.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { Notice } from '#design/notices/notice.tsx';
import { useSession } from './session.ts';
import { keepsMail } from './ways-in.ts';

interface LetterFormProps {
  readonly hint: string;
  readonly email?: string;
  readonly send: (email: string) => Promise<unknown>;
}

/** Says the same whether the address belongs to somebody or not. */
export function LetterForm({ hint, email, send }: LetterFormProps) {
  const { t } = useText();
  const session = useSession();
  const { run, busy, trouble } = useAction();
  const [sent, setSent] = useState<string | null>(null);
  const submit = async (entries: FormData) => {
    const address = textOf(entries, 'link-email').trim();
    setSent((await run(() => send(address))) ? address : null);
  };
  if (keepsMail(session)) return <Notice kind="plain">{t('accounts.no_link_by_mail')}</Notice>;
  return (
    <Form
      problems={(trouble?.problems ?? []).map((p) => ({ ...p, path: ['link-email'] }))}
      message={trouble?.message}
      onSubmit={(entries) => void submit(entries)}
    >
      <TextField
        name="link-email"
        type="email"
        label={t('accounts.email')}
        hint={hint}
        autoComplete="username"
        defaultValue={email ?? ''}
        required
      />
      <p className="btns">
        <Button type="submit" busy={busy}>
          {t('accounts.send_link')}
        </Button>
      </p>
      <p role="status">{sent === null ? '' : t('accounts.link_sent', { email: sent })}</p>
    </Form>
  );
}
