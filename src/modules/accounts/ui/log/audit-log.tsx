// The office's log: who did what when; names of use cases in the reader's language, ids to copy, seals as proof.
import { writing } from '#kernel/language.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { Button } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { accountsQueries } from '../client.ts';
import { fieldName, useCaseName } from './log-words.ts';

export function AuditLog({ officeId }: { readonly officeId: string }) {
  const { t, say, language } = useText();
  const formats = useFormats();
  const [check, setCheck] = useState<'recent' | 'whole'>('recent');
  const log = useInfiniteQuery(
    accountsQueries.listAudit.infiniteOptions({ ...paged({ officeId, check, limit: 50 }), placeholderData: keepPreviousData }),
  );
  if (log.data === undefined) return <Skeleton />;
  const entries = log.data.pages.flatMap((page) => page.entries);
  const named = (useCase: string, fields: readonly string[]): string =>
    [...new Set(fields.map((field) => fieldName(say, useCase, field) ?? field))].join(writing[language].enumeration);
  const brokenAt = log.data.pages[0]?.brokenAt ?? null;
  return (
    <Section title={t('accounts.audit')} aside={t('accounts.audit_note')}>
      <p className={brokenAt === null ? 'note' : 'attention'} role="status">
        {brokenAt === null
          ? t(check === 'whole' && !log.isFetching ? 'accounts.audit_checked' : 'accounts.audit_whole')
          : t('accounts.audit_broken', { number: brokenAt })}{' '}
        <Button kind="text" busy={log.isFetching} onPress={() => (check === 'whole' ? log.refetch() : setCheck('whole'))}>
          {t('accounts.audit_check')}
        </Button>
      </p>
      <DataTable
        caption={t('accounts.audit')}
        rows={entries}
        rowKey={(entry) => entry.id}
        columns={[
          { key: 'when', head: t('accounts.when'), nowrap: true, cell: (entry) => formats.dateTime(entry.happenedAt, ownZone()) },
          {
            key: 'what',
            head: t('accounts.what'),
            naming: true,
            cell: ({ useCase }) => useCaseName(say, useCase),
          },
          {
            key: 'who',
            head: t('accounts.who'),
            cell: ({ account, accountName, holder }) => {
              if (accountName === null) return t(account === null ? 'accounts.no_account' : 'accounts.former_member');
              return holder === 'key' || holder === 'link' ? t(`accounts.by_${holder}`, { name: accountName }) : accountName;
            },
          },
          { key: 'fields', head: t('accounts.fields'), cell: ({ useCase, fields }) => named(useCase, fields) },
          {
            key: 'seal',
            head: t('accounts.seal'),
            end: true,
            cell: (entry) => (entry.sealNumber === null ? t('accounts.seal_open') : formats.number(entry.sealNumber)),
          },
        ]}
      />
      {log.hasNextPage && (
        <p className="after">
          <Button busy={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
            {t('accounts.older')}
          </Button>
        </p>
      )}
    </Section>
  );
}
