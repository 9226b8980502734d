// From a file or a query to the set: chosen or dropped, its columns told, looked at before anything changes, then imported; and taken back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { ButtonLink } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { referenceQueries } from '../client.ts';
import { isAtWork, type ReferenceImport, type ReferenceSet } from '../places/answers.ts';
import { ImportAtWork } from './at-work.tsx';
import { ImportBegin } from './begin.tsx';
import { ImportEnded } from './ended.tsx';
import { ImportFindings } from './findings.tsx';
import { ImportMapping, type ImportMappingProps, type MappingDraft } from './mapping.tsx';
import { ImportPreview } from './preview.tsx';
import { setQuery } from '../sets/set-page.tsx';
import { importSearch } from '../address.ts';

export function ImportPage() {
  const { t } = useText();
  const naming = useNaming();
  const { set: setId } = useParams({ from: '/signed-in/reference/$set/import' });
  const { import: importId } = useAddress(importSearch);
  const set = useRead(setQuery(setId));
  if (set === undefined) return <Skeleton label={t('reference.set')} lines={6} />;
  return (
    <>
      <Title
        title={t('reference.import_into', { set: naming(set.name) })}
        crumb={
          <>
            <Link to="/reference">{t('reference.sets')}</Link> &ensp;
            <Link to="/reference/$set" params={{ set: set.id }}>
              {naming(set.name)}
            </Link>
          </>
        }
      />
      {!set.mayEdit && <Notice kind="refused">{t('reference.only_its_office')}</Notice>}
      {set.mayEdit && importId === undefined && <Begin set={set} />}
      {set.mayEdit && importId !== undefined && <OneImport key={importId} set={set} importId={importId} />}
    </>
  );
}

/** A new import; where an earlier one still waits or is at work, the page leads to it first. */
function Begin({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const { data } = useQuery(referenceQueries.listReferenceImports.queryOptions({ input: { setId: set.id, limit: 1 } }));
  const last = data?.entries[0];
  const open = last !== undefined && (isAtWork(last) || last.state === 'mapping' || last.state === 'previewed') ? last : null;
  return (
    <>
      {open !== null && (
        <Notice
          heading={t('reference.import_open', { number: open.number, file: open.fileName })}
          actions={
            <ButtonLink to="/reference/$set/import" params={{ set: set.id }} search={{ import: open.id }}>
              {t('reference.go_on')}
            </ButtonLink>
          }
        >
          {t(`reference.state_${open.state}`)}
        </Notice>
      )}
      <ImportBegin set={set} />
    </>
  );
}

const AGAIN_MS = 700;

const importQuery = (importId: string) => ({
  ...referenceQueries.getReferenceImport.queryOptions({ input: { importId } }),
  refetchInterval: ({ state: { data } }: { readonly state: { readonly data?: ReferenceImport | undefined } }): number | false =>
    data !== undefined && isAtWork(data) ? AGAIN_MS : false,
});

/** What the server has done meanwhile changes the set and what was found: all of it is asked for again. */
function useRefreshedWhenDone(one: ReferenceImport | undefined): void {
  const queryClient = useQueryClient();
  const before = useRef(one?.state);
  const state = one?.state;
  useEffect(() => {
    const wasAtWork = before.current !== undefined && isAtWork({ state: before.current });
    before.current = state;
    if (wasAtWork && state !== undefined && !isAtWork({ state })) void queryClient.invalidateQueries();
  }, [state, queryClient]);
}

function OneImport({ set, importId }: { readonly set: ReferenceSet; readonly importId: string }) {
  const { t } = useText();
  const one = useRead(importQuery(importId));
  const [draft, setDraft] = useState<MappingDraft | null>(null);
  useRefreshedWhenDone(one);
  if (one === undefined) return <Skeleton label={t('reference.import')} lines={6} />;
  const hasColumns = one.head.columns.length > 0;
  const mayMap = one.state === 'mapping' || one.state === 'previewed' || one.state === 'failed';
  return (
    <>
      <p className="note">{t('reference.import_number', { number: one.number, file: one.fileName })}</p>
      {isAtWork(one) && <ImportAtWork one={one} />}
      {['done', 'undone', 'cancelled', 'failed'].includes(one.state) && <ImportEnded set={set} one={one} />}
      {one.state === 'mapping' && <ImportMapping one={one} draft={draft} onDraft={setDraft} />}
      {one.state === 'previewed' && <ImportPreview set={set} one={one} />}
      {hasColumns && mayMap && one.state !== 'mapping' && <ColumnsAsRead one={one} draft={draft} onDraft={setDraft} />}
      {!isAtWork(one) && one.counts !== null && <ImportFindings one={one} />}
    </>
  );
}

/** Folded away until somebody wants them otherwise; what is being changed is in sight. */
function ColumnsAsRead(props: ImportMappingProps) {
  const { t } = useText();
  const [unfolded, setUnfolded] = useState(props.one.state === 'failed' || props.draft !== null);
  return (
    <div className="noprint">
      <Section title={t('reference.columns')}>
        <details open={unfolded} onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
          <summary>{t('reference.columns_as_read')}</summary>
          <ImportMapping {...props} />
        </details>
      </Section>
    </div>
  );
}
