// /offices: the operator founds offices and sees whether their first owners have come.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, TextAction } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { languages, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { shortNameOf } from '../domain/short-name.ts';
import { accountsApi, accountsQueries } from './client.ts';
import { sessionQuery, useSession } from './session.ts';
import { keepsMail } from './ways-in.ts';

type Founded = Awaited<ReturnType<(typeof accountsApi)['listFoundedOffices']>>['entries'][number];

const kinds = ['organiser', 'chamber', 'company', 'city'] as const;

export function OfficesPage() {
  const { t } = useText();
  const session = useSession();
  if (session === undefined) return <Skeleton lines={6} />;
  const operator = session.offices.find(({ kind, role }) => kind === 'register' && role === 'owner');
  return (
    <>
      <Title title={t('accounts.offices')} />
      {keepsMail(session) && <Notice kind="plain">{t('accounts.invitation_kept')}</Notice>}
      {operator === undefined ? (
        <Empty heading={t('accounts.operator_only')}>{t('accounts.operator_only_text')}</Empty>
      ) : (
        <FoundedOffices operator={operator.id} />
      )}
    </>
  );
}

function FoundedOffices({ operator }: { readonly operator: string }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const [founding, setFounding] = useState(false);
  const [inviting, setInviting] = useState<Founded | null>(null);
  const list = useRead(accountsQueries.listFoundedOffices.queryOptions({ input: { operator } }));
  if (list === undefined) return <Skeleton lines={6} />;
  const found = (
    <Button kind="go" onPress={() => setFounding(true)}>
      {t('accounts.found_office')}
    </Button>
  );
  return (
    <Section title={t('accounts.founded_offices')} count={list.entries.length} aside={list.entries.length > 0 && found}>
      {list.entries.length === 0 ? (
        <Empty heading={t('accounts.none_founded')} actions={found}>
          {t('accounts.none_founded_text')}
        </Empty>
      ) : (
        <DataTable<Founded>
          caption={t('accounts.founded_offices')}
          rows={list.entries}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: t('accounts.office'),
              naming: true,
              cell: ({ name, slug, kind }) => (
                <>
                  <Named text={name} quiet />
                  <small>
                    {t(`accounts.kind_${kind}`)} · {slug}
                  </small>
                </>
              ),
            },
            {
              key: 'owner',
              head: t('accounts.first_owner'),
              cell: ({ hasOwner, invitedAs, invitedAt }) =>
                hasOwner ? (
                  t('accounts.owner_came')
                ) : (
                  <>
                    {t('accounts.owner_invited', { name: invitedAs ?? '' })}
                    <small>{invitedAt}</small>
                  </>
                ),
            },
            { key: 'since', head: t('accounts.founded_on'), end: true, cell: ({ foundedAt }) => formats.entryDay(foundedAt) },
            {
              key: 'act',
              head: t('accounts.actions'),
              silent: true,
              end: true,
              cell: (office) =>
                office.hasOwner ? null : (
                  <TextAction
                    aria-label={`${t('accounts.invite_other_owner')}: ${naming(office.name)}`}
                    onPress={() => setInviting(office)}
                  >
                    {t('accounts.invite_other_owner')}
                  </TextAction>
                ),
            },
          ]}
        />
      )}
      <Note>{t('accounts.founded_note')}</Note>
      {founding && <FoundDialog operator={operator} onClose={() => setFounding(false)} />}
      {inviting !== null && <OwnerDialog operator={operator} office={inviting} onClose={() => setInviting(null)} />}
    </Section>
  );
}

interface OwnerDraft {
  readonly person: string;
  readonly email: string;
  readonly language: Language;
}

function OwnerFields({ draft, onChange }: { readonly draft: OwnerDraft; readonly onChange: (draft: OwnerDraft) => void }) {
  const { t } = useText();
  const field = bind(draft, onChange);
  return (
    <Fields>
      <TextField {...field('person')} label={t('accounts.owner_name')} />
      <TextField {...field('email')} type="email" label={t('accounts.email')} hint={t('accounts.owner_email_hint')} />
      <SelectField
        {...field('language')}
        label={t('accounts.mail_language')}
        options={languages.map((value) => ({ value, text: writing[value].name }))}
      />
    </Fields>
  );
}

interface DialogProps {
  readonly operator: string;
  readonly onClose: () => void;
}

function FoundDialog({ operator, onClose }: DialogProps) {
  const { t, language } = useText();
  const own = useSession()?.account;
  const { keep, ...action } = useKeeping(accountsQueries.key(), sessionQuery().queryKey);
  const [name, setName] = useState<MultilingualText>({});
  const [slug, setSlug] = useState<string | null>(null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('organiser');
  const [owner, setOwner] = useState<OwnerDraft>({ person: own?.name ?? '', email: own?.email ?? '', language });
  // Whoever types their own keeps it.
  const short = slug ?? shortNameOf(name['en']?.text ?? '');
  const submit = () =>
    void keep((context) => accountsApi.foundOffice({ operator, name: filledText(name) ?? {}, slug: short, kind, ...owner }, { context }), {
      said: ({ hasOwner }) => (hasOwner ? t('accounts.office_is_yours') : t('accounts.office_founded', { email: owner.email })),
      after: onClose,
    });
  return (
    <FormDialog
      keepTyped
      title={t('accounts.found_office')}
      submit={t('accounts.found_office')}
      action={action}
      onClose={onClose}
      onSubmit={submit}
    >
      <MultilingualField name="name" label={t('accounts.office_name')} value={name} onChange={setName} />
      <Fields>
        <SelectField
          name="kind"
          label={t('accounts.office_kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, text: t(`accounts.kind_${value}`) }))}
        />
        <TextField name="slug" label={t('accounts.short_name')} hint={t('accounts.short_name_hint')} value={short} onChange={setSlug} />
      </Fields>
      <OwnerFields draft={owner} onChange={setOwner} />
    </FormDialog>
  );
}

function OwnerDialog({ operator, office, onClose }: DialogProps & { readonly office: Founded }) {
  const { t, language } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping(accountsQueries.key(), sessionQuery().queryKey);
  const [owner, setOwner] = useState<OwnerDraft>({ person: office.invitedAs ?? '', email: '', language });
  const submit = () =>
    void keep((context) => accountsApi.inviteFirstOwner({ operator, officeId: office.id, ...owner }, { context }), {
      said: ({ hasOwner }) => (hasOwner ? t('accounts.office_is_yours') : t('accounts.office_founded', { email: owner.email })),
      after: onClose,
    });
  return (
    <FormDialog
      title={t('accounts.invite_owner_of', { name: naming(office.name) })}
      submit={t('accounts.invite_other_owner')}
      action={action}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t('accounts.invite_owner_text')}</p>
      <OwnerFields draft={owner} onChange={setOwner} />
    </FormDialog>
  );
}
