// /begin#…: whoever started the server founds its first office and signs in.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Sentence, Title } from '#design/page.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { NotBegun } from './not-begun.tsx';
import { firstOfficeQuery, foundFirstOffice, signIn } from './ways-in.ts';

export function Begin() {
  const { t } = useText();
  // Kept behind the # of the address, which no server and no log sees.
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  const { data } = useQuery(firstOfficeQuery());
  if (data === undefined) return <Skeleton lines={6} />;
  return (
    <>
      <Title title={t('accounts.begin')} />
      {!data.awaited ? <Used /> : token === '' ? <NotBegun /> : <FirstOffice token={token} />}
    </>
  );
}

/** Whoever opens it once more, or later than another, is told where to go instead. */
function Used() {
  const { t } = useText();
  return (
    <p>
      {t('accounts.begin_used')} <Link to="/sign-in">{t('accounts.sign_in')}</Link>
    </p>
  );
}

function FirstOffice({ token }: { readonly token: string }) {
  const { t, language } = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { run, ...action } = useAction();
  const [name, setName] = useState<MultilingualText>({});
  const submit = async (entries: FormData) => {
    const who = { email: textOf(entries, 'email'), password: textOf(entries, 'newPassword') };
    const asked = { token, language, name: filledText(name) ?? {}, person: textOf(entries, 'person'), email: who.email };
    const done = await run(async () => {
      await foundFirstOffice({ ...asked, newPassword: who.password });
      await signIn(queryClient, who);
    });
    if (done) await navigate({ to: '/offices' });
  };
  return (
    <Form {...formTrouble(action)} onSubmit={(entries) => void submit(entries)}>
      <Sentence>{t('accounts.begin_note')}</Sentence>
      {action.trouble?.code === 'accounts.begun' ? (
        <p>
          <Link to="/sign-in">{t('accounts.sign_in')}</Link>
        </p>
      ) : (
        <>
          <MultilingualField
            name="name"
            label={t('accounts.office_name')}
            hint={t('accounts.begin_office_hint')}
            value={name}
            onChange={setName}
          />
          <TextField name="person" label={t('accounts.begin_person')} autoComplete="name" required />
          <TextField name="email" type="email" label={t('accounts.email')} autoComplete="username" required />
          <TextField
            name="newPassword"
            type="password"
            label={t('accounts.begin_password')}
            hint={t('accounts.password_too_short')}
            autoComplete="new-password"
            required
          />
          <p className="btns">
            <Button kind="go" type="submit" busy={action.busy}>
              {t('accounts.begin')}
            </Button>
          </p>
          <Note>{t('accounts.begin_next')}</Note>
        </>
      )}
    </Form>
  );
}
