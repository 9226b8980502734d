// The sources of an office: what rests on each, under which terms it stands, and which of them are one and the same.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { useAddress } from '#client/use-address.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { DataTable, More } from '#design/data-table.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { SourceRecordShape } from '../contract/shapes.ts';
import { evidenceApi, evidenceQueries } from './client.ts';
import { SourceName, SourceTerms } from './said.tsx';
import { MergeDialog, TermsDialog } from './source-dialogs.tsx';
import { UsesDialog, useUse } from './source-uses.tsx';
import { sourcesSearch } from './address.ts';

/** /sources */
export function SourcesPage() {
  const { t } = useText();
  const offices = useSession()?.offices ?? [];
  const office = offices.find(({ kind }) => kind === 'city' || kind === 'register') ?? offices[0];
  return (
    <>
      <Title title={t('evidence.sources')} note={t('evidence.sources_note')} />
      {office === undefined ? (
        <Empty heading={t('evidence.no_sources')}>{t('evidence.no_sources_text')}</Empty>
      ) : (
        <OfficeSources office={office.id} mayEdit={office.role !== 'viewer'} />
      )}
    </>
  );
}

interface OfficeSourcesProps {
  readonly office: string;
  readonly mayEdit: boolean;
}

type Open = { readonly source: SourceRecordShape; readonly step: 'terms' | 'merge' | 'uses' } | null;

function OfficeSources({ office, mayEdit }: OfficeSourcesProps) {
  const { t } = useText();
  const search = useAddress(sourcesSearch);
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>(null);
  const q = String(search.q ?? '').trim();
  const pages = usePages(evidenceQueries.listSources.infiniteOptions(paged({ office, limit: 50, ...(q === '' ? {} : { q }) })));
  const find = (next: string) => void navigate({ to: '/sources', search: next === '' ? {} : { q: next }, replace: true });
  const close = () => setOpen(null);
  if (pages.error !== null) return <Notice kind="refused">{troubleOf(pages.error).message}</Notice>;
  if (pages.pending) return <Skeleton label={t('evidence.sources')} lines={6} />;
  if (pages.entries.length === 0 && q === '') return <Empty heading={t('evidence.no_sources')}>{t('evidence.no_sources_text')}</Empty>;
  return (
    <>
      <div className="filters noprint">
        <SearchField name="find" label={t('evidence.find_source')} value={q} onSearch={find} />
      </div>
      {pages.entries.length === 0 && <p className="note">{t('evidence.no_source_fits')}</p>}
      {pages.entries.length > 0 && (
        <DataTable
          caption={t('evidence.sources')}
          rows={pages.entries}
          rowKey={({ id }) => id}
          columns={[
            { key: 'title', head: t('evidence.source'), naming: true, cell: (source) => <Entry source={source} mayEdit={mayEdit} /> },
            { key: 'class', head: t('evidence.class'), cell: (source) => t(`evidence.class_${source.class}`) },
            {
              key: 'said',
              head: t('evidence.rests_on_it'),
              cell: (source) => <Uses uses={source.uses} onOpen={() => setOpen({ source, step: 'uses' })} />,
            },
            ...(mayEdit
              ? [
                  {
                    key: 'steps',
                    head: t('evidence.actions'),
                    silent: true,
                    end: true,
                    cell: (source: SourceRecordShape) => (
                      <Buttons>
                        <TextAction onPress={() => setOpen({ source, step: 'terms' })}>{t('evidence.terms')}</TextAction>
                        <TextAction onPress={() => setOpen({ source, step: 'merge' })}>{t('evidence.merge')}</TextAction>
                      </Buttons>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {pages.more !== null && <More busy={pages.loadingMore} onMore={pages.more} />}
      {open?.step === 'terms' && <TermsDialog source={open.source} onClose={close} />}
      {open?.step === 'uses' && <UsesDialog source={open.source} onClose={close} />}
      {open?.step === 'merge' && <MergeDialog office={office} source={open.source} onClose={close} />}
    </>
  );
}

/** What rests on it, each kind with how many; pressed, where that is. */
function Uses({ uses, onOpen }: Pick<SourceRecordShape, 'uses'> & { readonly onOpen: () => void }) {
  const { t } = useText();
  const formats = useFormats();
  const words = useUse();
  if (uses.length === 0) return <span className="note">{t('evidence.nothing_rests')}</span>;
  return <TextAction onPress={onOpen}>{formats.list(uses.map(words))}</TextAction>;
}

/** The source with its terms, and beneath it the others that were found to be the same. */
function Entry({ source, mayEdit }: { readonly source: SourceRecordShape; readonly mayEdit: boolean }) {
  const { t } = useText();
  return (
    <>
      <SourceName source={source} />
      <small>
        <SourceTerms source={source} first />
      </small>
      {source.merged.map((one) => (
        <small key={one.id}>
          {t('evidence.merged_with')} <SourceName source={one} /> {mayEdit && <Separate source={one} />}
        </small>
      ))}
    </>
  );
}

function Separate({ source }: { readonly source: SourceRecordShape['merged'][number] }) {
  const { t } = useText();
  const { keep, trouble } = useKeeping();
  const separate = () =>
    void keep(() => evidenceApi.separateSources({ sourceId: source.id }, { context: { ifMatch: source.version } }), {
      said: t('evidence.separated'),
    });
  return (
    <>
      <TextAction onPress={separate}>{t('evidence.separate')}</TextAction>
      {trouble !== null && <span role="alert"> {trouble.message}</span>}
    </>
  );
}
