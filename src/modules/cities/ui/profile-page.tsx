// Where a city's office writes its profile: drafts, what is published, and what differs from it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '#client/api.ts';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Ledger } from '#design/ledger.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notice.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { Skeleton } from '#design/waiting.tsx';
import type { City } from '../contract.ts';
import type { ProfileEntry } from '../contract/profile.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { Publication } from './publication.tsx';

export function ProfilePage() {
  const { t } = useText();
  const naming = useNaming();
  const { slug = '' } = useParams({ strict: false });
  const { data, error } = useQuery(queries().cities.getCity.queryOptions({ input: { city: slug } }));
  if (error !== null && data === undefined) throw error;
  if (data === undefined) return <Skeleton label={t('cities.profile')} lines={6} />;
  return (
    <>
      <Title
        title={t('cities.profile_of', { city: naming(data.name) })}
        crumb={
          <Link to="/cities/$slug" params={{ slug: data.slug }}>
            <Named text={data.name} quiet />
          </Link>
        }
      />
      <Sentence>{t('cities.profile_sentence')}</Sentence>
      <Entries city={data} />
    </>
  );
}

type Open = { readonly what: 'new' } | { readonly what: 'edit' | 'publish'; readonly entry: ProfileEntry };

function Entries({ city }: { readonly city: City }) {
  const { t } = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error } = useQuery(queries().cities.listProfileEntries.queryOptions({ input: { cityId: city.id } }));
  if (error !== null && data === undefined) throw error;
  if (data === undefined) return <Skeleton lines={4} />;
  const add = (
    <Button kind="go" onPress={() => setOpen({ what: 'new' })}>
      {t('cities.add_entry')}
    </Button>
  );
  return (
    <Section title={t('cities.entries')} aside={city.mayEdit && data.entries.length > 0 ? add : undefined}>
      {data.entries.length === 0 ? (
        <Empty heading={t('cities.no_entries')} actions={city.mayEdit ? add : undefined}>
          {t('cities.no_entries_text')}
        </Empty>
      ) : (
        <EntryLedger entries={data.entries} mayEdit={city.mayEdit} onOpen={setOpen} />
      )}
      {open !== null && open.what !== 'publish' && (
        <EntryDialog cityId={city.id} entry={open.what === 'edit' ? open.entry : null} onClose={() => setOpen(null)} />
      )}
      {open?.what === 'publish' && <Publication entry={open.entry} onClose={() => setOpen(null)} />}
    </Section>
  );
}

interface EntryLedgerProps {
  readonly entries: readonly ProfileEntry[];
  readonly mayEdit: boolean;
  readonly onOpen: (open: Open) => void;
}

function EntryLedger({ entries, mayEdit, onOpen }: EntryLedgerProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  return (
    <Ledger
      caption={t('cities.entries')}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', head: t('cities.entry_title'), naming: true, cell: ({ title }) => <Named text={title} /> },
        { key: 'kind', head: t('cities.entry_kind'), cell: ({ kind }) => t(`cities.entry_${kind}`) },
        {
          key: 'domain',
          head: t('cities.domain'),
          cell: ({ domain }) => (domain === null ? t('cities.no_domain') : t(`cities.domain_${domain}`)),
        },
        {
          key: 'state',
          head: t('cities.state'),
          cell: ({ state }) => (
            <VisibilityMark visibility={state === 'draft' ? 'private' : 'public'}>{t(`cities.state_${state}`)}</VisibilityMark>
          ),
        },
        { key: 'updated', head: t('cities.updated'), nowrap: true, cell: ({ updatedAt }) => formats.date(updatedAt, ownZone(), 'table') },
        ...(mayEdit
          ? [
              {
                key: 'actions',
                head: t('cities.actions'),
                silent: true,
                end: true,
                cell: (entry: ProfileEntry) => (
                  <Buttons>
                    <Button
                      kind="text"
                      aria-label={t('cities.edit_named', { title: naming(entry.title) })}
                      onPress={() => onOpen({ what: 'edit', entry })}
                    >
                      {t('cities.edit')}
                    </Button>
                    <Button
                      kind="text"
                      aria-label={t('cities.publication_named', { title: naming(entry.title) })}
                      onPress={() => onOpen({ what: 'publish', entry })}
                    >
                      {t(entry.state === 'published' ? 'cities.publication' : 'cities.preview')}
                    </Button>
                  </Buttons>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
