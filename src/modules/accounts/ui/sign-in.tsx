// Signing in: by password, or by a link that comes by mail and works once.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { Columns, Note, Section, Title } from '#design/page.tsx';
import { NotBegun } from './not-begun.tsx';
import { safePath } from './address.ts';
import { InstitutionSignIn, useInstitution } from './institution.tsx';
import { LetterForm } from './letter-form.tsx';
import { PasskeySignIn } from './passkeys.tsx';
import { useSession } from './session.ts';
import { openSignInLink, sendSignInLink, signIn } from './ways-in.ts';

/** To where somebody wanted to go when they were asked to sign in. */
function useGoOn(): () => Promise<void> {
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/sign-in' });
  return () => navigate({ to: safePath(next) });
}

export function SignIn() {
  const { t } = useText();
  const goOn = useGoOn();
  return (
    <>
      <Title title={t('accounts.sign_in')} note={t('accounts.sign_in_note')} />
      <NotBegun />
      <InstitutionSignIn />
      <Columns>
        <Section title={t('accounts.with_password')} span={4}>
          <PasswordForm />
        </Section>
        <Section title={t('accounts.with_passkey')} span={4}>
          <PasskeySignIn after={goOn} />
        </Section>
        <Section title={t('accounts.with_link')} span={4}>
          <LetterForm hint={t('accounts.link_hint')} send={sendSignInLink} />
        </Section>
      </Columns>
      <DemoHint />
    </>
  );
}

function PasswordForm() {
  const { t } = useText();
  const queryClient = useQueryClient();
  const goOn = useGoOn();
  const institution = useInstitution();
  const { run, ...action } = useAction();
  const submit = async (entries: FormData) => {
    const who = { email: textOf(entries, 'email'), password: textOf(entries, 'password') };
    if (await run(() => signIn(queryClient, who))) await goOn();
  };
  return (
    <Form {...formTrouble(action)} onSubmit={(entries) => void submit(entries)}>
      <TextField name="email" type="email" label={t('accounts.email')} autoComplete="username" required />
      <TextField name="password" type="password" label={t('accounts.password')} autoComplete="current-password" required />
      <p className="btns">
        <Button kind={institution === null ? 'go' : 'plain'} type="submit" busy={action.busy}>
          {t('accounts.sign_in')}
        </Button>
        <Link to="/sign-in/password">{t('accounts.password_lost')}</Link>
      </p>
    </Form>
  );
}

function DemoHint() {
  const { t } = useText();
  const session = useSession();
  if (session?.demo !== true) return null;
  const addresses = ['organiser', 'lead', 'delegate', 'officer', 'shanghai', 'register'].map((name) => `${name}@example.org`);
  return (
    <Section title={t('accounts.demo')}>
      <p>{t('accounts.demo_hint')}</p>
      <ul className="plain">
        {addresses.map((address) => (
          <li key={address}>
            <code>{address}</code>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/outbox">{t('accounts.outbox_open')}</Link>
      </p>
    </Section>
  );
}

/** The page behind a mailed link: a button, so that programs that follow links do not use it up. */
export function SignInLink() {
  const { t } = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { token = '' } = useSearch({ from: '/sign-in/link' });
  const { run, ...action } = useAction();
  const open = async () => {
    if (await run(() => openSignInLink(queryClient, token))) await navigate({ to: '/' });
  };
  return (
    <>
      <Title title={t('accounts.sign_in')} />
      <Form message={token === '' ? t('accounts.link_incomplete') : action.trouble?.message} onSubmit={() => void open()}>
        {token === '' || action.trouble?.code === 'accounts.link_expired' ? (
          <p>
            <Link to="/sign-in">{t('accounts.link_anew')}</Link>
          </p>
        ) : (
          <>
            <Note>{t('accounts.link_open_hint')}</Note>
            <p className="btns">
              <Button kind="go" type="submit" busy={action.busy}>
                {t('accounts.link_open')}
              </Button>
            </p>
          </>
        )}
      </Form>
    </>
  );
}
