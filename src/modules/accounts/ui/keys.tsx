// API keys of an office: what programs may do in its name, since when and until when, and the way to end it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { ManyField } from '#design/fields/many-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Attention, Note, Section } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { keyModules, MOST_DAYS, type KeyModule } from '../domain/keys.ts';
import { accountsApi, accountsQueries } from './client.ts';
import { ToldOnce } from './told-once.tsx';

type Key = Awaited<ReturnType<(typeof accountsApi)['listKeys']>>['entries'][number];

export function Keys({ officeId }: { readonly officeId: string }) {
  const { t } = useText();
  const keys = useQuery(accountsQueries.listKeys.queryOptions({ input: { officeId } }));
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string } | null>(null);
  if (keys.data === undefined) return <Skeleton />;
  const { entries } = keys.data;
  const working = entries.filter(({ state }) => state === 'valid' || state === 'ends_soon').length;
  const create = <Button onPress={() => setCreating(true)}>{t('accounts.key_create')}</Button>;
  return (
    <Section title={t('accounts.keys')} count={working} aside={entries.length > 0 && create} id="keys">
      {made !== null && (
        <ToldOnce heading={t('accounts.key_made', { name: made.name })} secret={made.secret} onDone={() => setMade(null)} />
      )}
      {entries.length === 0 ? (
        <Empty heading={t('accounts.keys_none')} actions={create}>
          {t('accounts.keys_note')}
        </Empty>
      ) : (
        <>
          <Note>
            {t('accounts.keys_note')} <a href="/api/reference">{t('accounts.keys_reference')}</a>
          </Note>
          <KeyList officeId={officeId} keys={entries} />
        </>
      )}
      {creating && <NewKey officeId={officeId} onClose={() => setCreating(false)} onMade={setMade} />}
    </Section>
  );
}

/** What a key opens, as a reader says it. */
function useReach() {
  const { t, language } = useText();
  return ({ access, modules }: Pick<Key, 'access' | 'modules'>): string =>
    t(access === 'write' ? 'accounts.key_writes' : 'accounts.key_reads', {
      parts:
        modules === null
          ? t('accounts.key_all_parts')
          : modules.map((module) => t(`accounts.module_${module}`)).join(writing[language].enumeration),
    });
}

function KeyList({ officeId, keys }: { readonly officeId: string; readonly keys: readonly Key[] }) {
  const { t } = useText();
  const formats = useFormats();
  const reach = useReach();
  const [leaving, setLeaving] = useState<Key | null>(null);
  const { keep, busy } = useKeeping(accountsQueries.key());
  const date = (instant: string) => formats.date(instant, ownZone(), 'table');
  const until = ({ state, expiresAt, revokedAt }: Key) => {
    if (state === 'revoked') return t('accounts.key_revoked', { date: date(revokedAt ?? expiresAt) });
    if (state === 'expired') return t('accounts.key_expired', { date: date(expiresAt) });
    return state === 'ends_soon' ? <Attention>{t('accounts.key_ends_soon', { date: date(expiresAt) })}</Attention> : date(expiresAt);
  };
  return (
    <>
      <DataTable<Key>
        caption={t('accounts.keys')}
        rows={keys}
        rowKey={({ id }) => id}
        rowState={({ state }) => (state === 'revoked' || state === 'expired' ? 'quiet' : undefined)}
        columns={[
          { key: 'name', head: t('accounts.key_name'), naming: true, cell: ({ name }) => name },
          { key: 'reach', head: t('accounts.key_reach'), cell: reach },
          {
            key: 'made',
            head: t('accounts.key_since'),
            cell: ({ createdAt, createdBy }) =>
              t('accounts.key_made_by', { date: date(createdAt), name: createdBy ?? t('accounts.former_member') }),
          },
          { key: 'until', head: t('accounts.key_until'), cell: until },
          {
            key: 'used',
            head: t('accounts.key_used'),
            cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('accounts.key_never_used') : formats.dateTime(lastUsedAt, ownZone())),
          },
          {
            key: 'revoke',
            head: t('accounts.key_revoke'),
            silent: true,
            end: true,
            cell: (key) =>
              (key.state === 'valid' || key.state === 'ends_soon') && (
                <Button kind="text" aria-label={t('accounts.key_revoke_of', { name: key.name })} onPress={() => setLeaving(key)}>
                  {t('accounts.key_revoke')}
                </Button>
              ),
          },
        ]}
      />
      <Confirm
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('accounts.key_revoke_of', { name: leaving?.name ?? '' })}
        confirmText={t('accounts.key_revoke')}
        busy={busy}
        onConfirm={() => {
          if (leaving !== null)
            void keep(() => accountsApi.revokeKey({ officeId, keyId: leaving.id }), {
              said: ({ name }) => t('accounts.key_revoked_now', { name }),
            });
          setLeaving(null);
        }}
      >
        {t('accounts.key_revoke_hint')}
      </Confirm>
    </>
  );
}

const lasting = ['30', '90', '180', String(MOST_DAYS)] as const;

interface NewKeyProps {
  readonly officeId: string;
  readonly onClose: () => void;
  readonly onMade: (key: { readonly name: string; readonly secret: string }) => void;
}

function NewKey({ officeId, onClose, onMade }: NewKeyProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(accountsQueries.key());
  const [some, setSome] = useState(false);
  const [modules, setModules] = useState<readonly KeyModule[]>([]);
  const submit = (entries: FormData) =>
    void keep(
      () =>
        accountsApi.createKey({
          officeId,
          name: textOf(entries, 'name'),
          access: textOf(entries, 'access') === 'write' ? 'write' : 'read',
          modules: some ? [...modules] : null,
          days: Number(textOf(entries, 'days')),
        }),
      {
        after: (key) => {
          onMade(key);
          onClose();
        },
      },
    );
  return (
    <FormDialog title={t('accounts.key_create')} submit={t('accounts.key_create')} action={action} onClose={onClose} onSubmit={submit}>
      <TextField name="name" label={t('accounts.key_name')} hint={t('accounts.key_name_hint')} />
      <ChoiceField
        name="access"
        label={t('accounts.key_access')}
        hint={t('accounts.key_access_hint')}
        defaultValue="read"
        options={[
          { value: 'read', text: t('accounts.key_access_read') },
          { value: 'write', text: t('accounts.key_access_write') },
        ]}
      />
      <ChoiceField
        name="reach"
        label={t('accounts.key_reach')}
        value={some ? 'some' : 'all'}
        onChange={(value) => setSome(value === 'some')}
        options={[
          { value: 'all', text: t('accounts.key_all') },
          { value: 'some', text: t('accounts.key_some') },
        ]}
      />
      {some && (
        <ManyField
          name="modules"
          label={t('accounts.key_parts')}
          value={modules}
          onChange={setModules}
          options={keyModules.map((module) => ({ value: module, text: t(`accounts.module_${module}`) }))}
        />
      )}
      <SelectField
        name="days"
        label={t('accounts.key_days')}
        hint={t('accounts.key_days_hint')}
        defaultValue="90"
        options={lasting.map((value) => ({ value, text: t('accounts.days', { count: Number(value) }) }))}
      />
    </FormDialog>
  );
}
