// Where a city's office writes its profile: drafts, what is published, and what differs from it.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { City } from '../../contract.ts';
import type { ProfileEntry } from '../../contract/profile.ts';
import { citiesQueries } from '../client.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { CallEnding } from './entry-page.tsx';

export function ProfilePage() {
  const { t } = useText();
  const naming = useNaming();
  const { slug = '' } = useParams({ strict: false });
  const data = useRead(citiesQueries.getCity.queryOptions({ input: { city: slug } }));
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

type Open = { readonly what: 'new' } | { readonly what: 'edit'; readonly entry: ProfileEntry };

function Entries({ city }: { readonly city: City }) {
  const { t } = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const data = useRead(citiesQueries.listProfileEntries.queryOptions({ input: { cityId: city.id } }));
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
        <>
          {data.entries.map((entry) => (
            <CallEnding key={entry.id} entry={entry} />
          ))}
          <EntryTable slug={city.slug} entries={data.entries} mayEdit={city.mayEdit} onOpen={setOpen} />
          <p>
            <Link to="/cities/$slug/matches" params={{ slug: city.slug }}>
              {t('cities.to_matches')}
            </Link>
          </p>
        </>
      )}
      {open !== null && (
        <EntryDialog
          cityId={city.id}
          office={city.steward.id}
          entry={open.what === 'edit' ? open.entry : null}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

/** How far the reading of a text has come that is not public yet. */
function wordsOnReview({ state, review, mayReview }: ProfileEntry) {
  if (state === 'published' || review === 'none') return null;
  if (review === 'approved') return 'cities.approved_short';
  if (review === 'returned') return 'cities.returned_short';
  return mayReview ? 'cities.waits_for_you' : 'cities.waits_for_other';
}

interface EntryTableProps {
  readonly slug: string;
  readonly entries: readonly ProfileEntry[];
  readonly mayEdit: boolean;
  readonly onOpen: (open: Open) => void;
}

function EntryTable({ slug, entries, mayEdit, onOpen }: EntryTableProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  return (
    <DataTable
      caption={t('cities.entries')}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: t('cities.entry_title'),
          naming: true,
          cell: ({ id, title }) => (
            <Link to="/cities/$slug/profile/$entry" params={{ slug, entry: id }}>
              <Named text={title} />
            </Link>
          ),
        },
        { key: 'kind', head: t('cities.entry_kind'), cell: ({ kind }) => t(`cities.entry_${kind}`) },
        {
          key: 'domain',
          head: t('cities.domain'),
          cell: ({ domain }) => (domain === null ? t('cities.no_domain') : t(`cities.domain_${domain}`)),
        },
        {
          key: 'state',
          head: t('cities.state'),
          cell: (entry) => (
            <>
              <VisibilityMark visibility={entry.state === 'draft' ? 'private' : 'public'}>
                {t(`cities.state_${entry.state}`)}
              </VisibilityMark>
              {wordsOnReview(entry) !== null && <small>{t(wordsOnReview(entry) ?? 'cities.waits_for_other')}</small>}
            </>
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
                    <ButtonLink
                      kind="text"
                      to="/cities/$slug/profile/$entry"
                      params={{ slug, entry: entry.id }}
                      aria-label={t('cities.open_entry_named', { title: naming(entry.title) })}
                    >
                      {t('cities.open_entry')}
                    </ButtonLink>
                  </Buttons>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
