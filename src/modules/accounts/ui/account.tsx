// One's own account: name and language, password, and where one is signed in.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { ownZone, useFormats } from '#client/formats.ts';
import { setLanguage, useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button } from '#design/button.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { DataTable } from '#design/data-table.tsx';
import { Section, Title } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { languages, writing } from '#kernel/language.ts';
import { accountsApi } from './client.ts';
import { deviceOf } from './device.ts';
import { InstitutionLink } from './institution.tsx';
import { OwnDataSection } from './own-data.tsx';
import { Passkeys } from './passkeys.tsx';
import { useSession } from './session.ts';
import { changePassword, endOtherSignIns, endSignIn, signInPlacesQuery, type SignInPlace } from './ways-in.ts';

export function AccountPage() {
  const { t } = useText();
  const session = useSession();
  if (session?.account == null) return <Skeleton />;
  return (
    <>
      <Title title={t('accounts.own_account')} note={session.account.email} />
      <Section title={t('accounts.person')}>
        <PersonForm account={session.account} />
      </Section>
      <Section title={t('accounts.password')}>
        <PasswordForm />
      </Section>
      <Passkeys />
      <InstitutionLink />
      <SignInPlaces />
      <OwnDataSection />
    </>
  );
}

function PersonForm({ account }: { readonly account: { readonly name: string; readonly language: string } }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(['session']);
  const submit = (entries: FormData) => {
    const language = languages.find((l) => l === entries.get('language')) ?? 'en';
    void keep(() => accountsApi.updateAccount({ name: textOf(entries, 'name'), language }), {
      said: t('accounts.saved'),
      after: () => setLanguage(language),
    });
  };
  return (
    <Form {...formTrouble(action)} onSubmit={submit}>
      <TextField name="name" label={t('accounts.name')} defaultValue={account.name} autoComplete="name" />
      <SelectField
        name="language"
        label={t('accounts.language')}
        hint={t('accounts.language_hint')}
        defaultValue={account.language}
        options={languages.map((value) => ({ value, text: writing[value].name }))}
      />
      <p className="btns">
        <Button kind="go" type="submit" busy={action.busy}>
          {t('accounts.save')}
        </Button>
      </p>
    </Form>
  );
}

function PasswordForm() {
  const { t } = useText();
  const { keep, ...action } = useKeeping(['sign-in-places']);
  const [round, setRound] = useState(0);
  const submit = (entries: FormData) =>
    void keep(() => changePassword(textOf(entries, 'currentPassword'), textOf(entries, 'newPassword')), {
      said: t('accounts.password_changed'),
      after: () => setRound(round + 1),
    });
  return (
    <Form key={round} {...formTrouble(action)} onSubmit={submit}>
      <TextField name="currentPassword" type="password" label={t('accounts.current_password')} autoComplete="current-password" />
      <TextField
        name="newPassword"
        type="password"
        label={t('accounts.new_password')}
        hint={t('accounts.password_too_short')}
        autoComplete="new-password"
      />
      <p className="btns">
        <Button type="submit">{t('accounts.change_password')}</Button>
        <Link to="/sign-in/password">{t('accounts.password_lost')}</Link>
      </p>
    </Form>
  );
}

function SignInPlaces() {
  const { t } = useText();
  const formats = useFormats();
  const toast = useToast();
  const queryClient = useQueryClient();
  const places = useQuery(signInPlacesQuery());
  const others = (places.data ?? []).filter(({ isThis }) => !isThis).length;
  const end = async (ending: Promise<unknown>, said: string = t('accounts.session_ended')) => {
    const text = await ending.then(
      () => said,
      (error: unknown) => troubleOf(error).message,
    );
    await queryClient.invalidateQueries({ queryKey: ['sign-in-places'] });
    await queryClient.invalidateQueries({ queryKey: ['session'] });
    toast({ text });
  };
  return (
    <Section
      title={t('accounts.sessions')}
      aside={
        <Button
          kind="text"
          onPress={() =>
            end(endOtherSignIns(), others === 0 ? t('accounts.no_others_ended') : t('accounts.others_ended', { count: others }))
          }
        >
          {t('accounts.end_others')}
        </Button>
      }
    >
      {places.data === undefined ? (
        <Skeleton />
      ) : (
        <DataTable<SignInPlace>
          caption={t('accounts.sessions')}
          rows={places.data}
          rowKey={(place) => place.token}
          columns={[
            {
              key: 'device',
              head: t('accounts.device'),
              naming: true,
              cell: (place) => {
                const device = deviceOf(place.userAgent, t('accounts.unknown_device'));
                return place.isThis ? t('accounts.this_device', { device }) : device;
              },
            },
            { key: 'since', head: t('accounts.signed_in_since'), cell: (place) => formats.dateTime(place.createdAt, ownZone()) },
            { key: 'address', head: t('accounts.network_address'), cell: (place) => place.ipAddress ?? '–' },
            {
              key: 'end',
              head: t('accounts.end_session'),
              silent: true,
              end: true,
              cell: (place) =>
                place.isThis ? null : (
                  <Button kind="text" onPress={() => end(endSignIn(place.token))}>
                    {t('accounts.end_session')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
