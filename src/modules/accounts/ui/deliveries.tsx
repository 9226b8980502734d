// What was sent to a webhook in the last thirty days, what came back, and the way to send it again.
import { useInfiniteQuery } from '@tanstack/react-query';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { Button } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Attention, Note } from '#design/page.tsx';
import { accountsApi, accountsQueries } from './client.ts';
import { eventTexts } from './event-texts.ts';

type Delivery = Awaited<ReturnType<(typeof accountsApi)['listDeliveries']>>['entries'][number];

/** While something waits it is looked at again: it may arrive any moment where it has not been tried yet. */
const [SOON_MS, LATER_MS] = [2000, 30_000];

interface DeliveriesProps {
  readonly of: { readonly officeId: string; readonly webhookId: string };
  readonly host: string;
  readonly canSend: boolean;
}

export function Deliveries({ of, host, canSend }: DeliveriesProps) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, busy, trouble } = useKeeping(accountsQueries.key());
  const list = useInfiniteQuery({
    ...accountsQueries.listDeliveries.infiniteOptions(paged({ ...of, limit: 20 })),
    refetchInterval: ({ state }) => {
      const waiting = (state.data?.pages[0]?.entries ?? []).filter((entry) => entry.state === 'waits');
      if (waiting.length === 0) return false;
      return waiting.some(({ attempts }) => attempts === 0) ? SOON_MS : LATER_MS;
    },
  });
  if (list.data === undefined) return <Skeleton />;
  const rows = list.data.pages.flatMap((page) => page.entries);
  if (rows.length === 0) return <Note>{t('accounts.deliveries_none')}</Note>;
  const time = (instant: string) => formats.dateTime(instant, ownZone());
  const outcome = (entry: Delivery) => {
    if (entry.state === 'delivered') return t('accounts.delivered');
    if (entry.state === 'given_up') return <Attention>{t('accounts.given_up')}</Attention>;
    if (entry.attempts === 0 || entry.nextTryAt === null || !canSend) return t('accounts.waits');
    return t('accounts.tries_again', { time: time(entry.nextTryAt) });
  };
  return (
    <>
      <TroubleNotice trouble={trouble} />
      <DataTable<Delivery>
        caption={t('accounts.deliveries')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', head: t('accounts.when'), nowrap: true, cell: ({ happenedAt }) => time(happenedAt) },
          { key: 'event', head: t('accounts.event'), naming: true, cell: ({ event }) => t(eventTexts[event]) },
          {
            key: 'answer',
            head: t('accounts.answer'),
            cell: ({ status, fault }) => (status !== null ? String(status) : fault === null ? '' : t(fault, { host })),
          },
          { key: 'tries', head: t('accounts.tries'), end: true, cell: ({ attempts }) => formats.number(attempts) },
          { key: 'outcome', head: t('accounts.outcome'), cell: outcome },
          {
            key: 'again',
            head: t('accounts.send_again'),
            silent: true,
            end: true,
            cell: ({ id }) =>
              canSend && (
                <Button kind="text" busy={busy} onPress={() => void keep(() => accountsApi.sendAgain({ ...of, deliveryId: id }))}>
                  {t('accounts.send_again')}
                </Button>
              ),
          },
        ]}
      />
      {list.hasNextPage && (
        <p className="after">
          <Button busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t('accounts.older')}
          </Button>
        </p>
      )}
    </>
  );
}
