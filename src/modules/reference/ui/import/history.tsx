// The imports a set came by, the last first; one that waits for a person says so.
import { Link } from '@tanstack/react-router';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { More } from '#design/data-table.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Attention } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { referenceQueries } from '../client.ts';
import type { ReferenceImport } from '../places/answers.ts';
import { useChangeWords } from './change-words.ts';

export function ImportHistory({ setId }: { readonly setId: string }) {
  const { t } = useText();
  const formats = useFormats();
  const pages = usePages(referenceQueries.listReferenceImports.infiniteOptions(paged({ setId, limit: 5 })));
  if (pages.error !== null) return <Notice kind="refused">{troubleOf(pages.error).message}</Notice>;
  if (pages.pending) return <Skeleton lines={2} />;
  if (pages.entries.length === 0) return <Empty heading={t('reference.no_import')}>{t('reference.no_import_text')}</Empty>;
  return (
    <>
      <Rows
        wide
        label={t('reference.imports')}
        entries={pages.entries.map((one) => ({
          key: one.id,
          when: formats.entryDay(one.endedAt ?? one.beganAt),
          what: (
            <Link to="/reference/$set/import" params={{ set: setId }} search={{ import: one.id }}>
              {t('reference.import_number', { number: one.number, file: one.fileName })}
            </Link>
          ),
          detail: <WhatBecame of={one} />,
        }))}
      />
      {pages.more !== null && <More busy={pages.loadingMore} onMore={pages.more} />}
    </>
  );
}

function WhatBecame({ of: one }: { readonly of: ReferenceImport }) {
  const { t } = useText();
  const words = useChangeWords();
  const state = t(`reference.state_${one.state}`);
  if (one.state === 'previewed' || one.state === 'mapping') return <Attention>{state}</Attention>;
  if (one.state !== 'done' || one.counts === null) return state;
  const what = words(one.counts.changes);
  return what === null ? t('reference.state_done_unchanged') : t('reference.state_done_with', { what });
}
