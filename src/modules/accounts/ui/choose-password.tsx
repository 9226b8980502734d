// Choosing a password without the present one: by a link that comes by mail and works once.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { Title } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { LetterForm } from './letter-form.tsx';
import { useSession } from './session.ts';
import { choosePassword, sendPasswordLink } from './ways-in.ts';

export function ChoosePassword() {
  const { t } = useText();
  const session = useSession();
  const { token } = useSearch({ from: '/sign-in/password' });
  return (
    <>
      <Title title={t('accounts.choose_password')} note={token === undefined ? t('accounts.choose_password_note') : undefined} />
      {token === undefined ? (
        <LetterForm
          key={session?.account?.id ?? ''}
          hint={t('accounts.password_link_hint')}
          email={session?.account?.email ?? ''}
          send={sendPasswordLink}
        />
      ) : (
        <NewPassword token={token} />
      )}
    </>
  );
}

function NewPassword({ token }: { readonly token: string }) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { run, ...action } = useAction();
  const submit = async (entries: FormData) => {
    if (!(await run(() => choosePassword(queryClient, token, textOf(entries, 'newPassword'))))) return;
    await navigate({ to: '/sign-in' });
    toast({ text: t('accounts.password_chosen') });
  };
  return (
    <Form {...formTrouble(action)} onSubmit={(entries) => void submit(entries)}>
      {action.trouble?.code === 'accounts.link_expired' ? (
        <p>
          <Link to="/sign-in/password" search={{}}>
            {t('accounts.link_anew')}
          </Link>
        </p>
      ) : (
        <>
          <TextField
            name="newPassword"
            type="password"
            label={t('accounts.new_password')}
            hint={t('accounts.password_too_short')}
            autoComplete="new-password"
            required
          />
          <p className="btns">
            <Button kind="go" type="submit" busy={action.busy}>
              {t('accounts.choose_password')}
            </Button>
          </p>
        </>
      )}
    </Form>
  );
}
