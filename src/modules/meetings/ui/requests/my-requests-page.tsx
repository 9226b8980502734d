// For leads and companies: whom our participants asked for, who asked for them, and whom they may ask.
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { usePocket } from '#client/pocket/use-pocket.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { useRead } from '#client/use-read.ts';
import { AsWritten } from '#design/named.tsx';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { DataTable, More } from '#design/data-table.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { ShownFiles } from '#modules/expos/ui/files/shown-files.tsx';
import { ListingFilters, noFilter, Saying, sentFilter, type ListingFilter } from '#modules/expos/ui/market/listing-filters.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { isWaiting, type Edition, type ReplyTold, type Request, type Wish } from '../edition/answers.ts';
import { Named, Party, useName } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';
import { useRequestChanges } from './changes.ts';
import { AnswerButtons, Received } from './received.tsx';
import { isOpen, RulesNote, useRules } from './rules.tsx';
import { soughtSearch } from './sought-search.ts';
import { StateWords } from './state-words.tsx';

type Ours = Awaited<ReturnType<(typeof meetingsApi)['listMyRequests']>>;

const wishes: readonly Wish[] = ['must', 'want', 'no'];

/** /editions/$slug/my-requests */
export function MyRequestsPage() {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const edition = useRead(exposQueries.getEdition.queryOptions({ input: { edition: slug } }));
  usePocket();
  if (edition === undefined) return <Skeleton lines={8} />;
  return (
    <>
      <Title
        title={t('meetings.our_requests')}
        crumb={
          <Link to="/editions/$slug" params={{ slug: edition.slug }}>
            <Named name={edition.name} />
          </Link>
        }
      />
      <Requests edition={edition} />
    </>
  );
}

/** One participant at a time: a delegation of thirty would otherwise fill a phone many times over. */
function Requests({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const name = useName();
  const [chosen, setChosen] = useState('');
  const rules = useRules(edition.id);
  const open = isOpen(rules);
  const data = useRead(meetingsQueries.listMyRequests.queryOptions({ input: { editionId: edition.id } }));
  if (data === undefined) return <Skeleton lines={8} />;
  if (data.participants.length === 0)
    return <Empty heading={t('meetings.no_participants_of_ours')}>{t('meetings.no_participants_of_ours_text')}</Empty>;
  const replies = new Map(data.replies.map(({ requestId, reply }) => [requestId, reply]));
  const scheduled = new Map(data.received.map(({ requestId, scheduledAt }) => [requestId, scheduledAt]));
  const waitingFor = (id: string): number => data.received.filter((one) => one.to.id === id && isWaiting(one)).length;
  const waiting = data.participants.filter(({ id }) => waitingFor(id) > 0);
  // Whoever has something to answer comes first to hand.
  const of = data.participants.find(({ id }) => id === chosen) ?? waiting[0] ?? data.participants[0];
  const textOf = (one: Ours['participants'][number]): string =>
    [`${one.code} ${name(one.name)}`, ...(waitingFor(one.id) === 0 ? [] : [t('expos.in_waiting', { count: waitingFor(one.id) })])].join(
      ' · ',
    );
  return (
    <>
      <SelectField
        name="ours"
        label={t('meetings.request_from')}
        value={of?.id ?? ''}
        onChange={setChosen}
        options={data.participants.map((one) => ({ value: one.id, text: textOf(one) }))}
      />
      {waiting.length > 1 && (
        <Buttons>
          {waiting.map((one) => (
            <Button key={one.id} kind="text" onPress={() => setChosen(one.id)}>
              {textOf(one)}
            </Button>
          ))}
        </Buttons>
      )}
      {rules !== undefined && (
        <RulesNote edition={edition} rules={rules} quota={data.quotas.find(({ participantId }) => participantId === of?.id)} />
      )}
      <Received {...{ edition, open }} received={data.received.filter(({ to }) => to.id === of?.id)} made={data.made} />
      <Made edition={edition} open={open} made={data.made.filter(({ from }) => from.id === of?.id)} replies={replies} />
      {open && <AskFor key={of?.id} edition={edition} participantId={of?.id ?? ''} scheduled={scheduled} />}
    </>
  );
}

interface MadeProps {
  readonly edition: Edition;
  readonly open: boolean;
  readonly made: Ours['made'];
  /** What the others let us know, by our request. */
  readonly replies: ReadonlyMap<string, ReplyTold>;
}

function Made({ edition, open, made, replies }: MadeProps) {
  const { t } = useText();
  const { changeWish, withdraw } = useRequestChanges(edition.id);
  const wish = (request: Request) =>
    request.canEdit && open ? (
      <select
        className="in"
        aria-label={t('meetings.wish_of', { from: request.from.code, to: request.to.code })}
        value={request.wish}
        onChange={(event) => void changeWish(request, wishes.find((one) => one === event.target.value) ?? 'want')}
      >
        {wishes.map((one) => (
          <option key={one} value={one}>
            {t(`meetings.wish_${one}`)}
          </option>
        ))}
      </select>
    ) : (
      t(`meetings.wish_${request.wish}`)
    );
  return (
    <Section title={t('meetings.requests_made')} count={made.length}>
      {made.length === 0 ? (
        <p className="muted">{t('meetings.requests_made_none')}</p>
      ) : (
        <DataTable<Request>
          caption={t('meetings.requests_made')}
          rows={made}
          rowKey={(request) => request.id}
          columns={[
            { key: 'to', head: t('meetings.request_to'), naming: true, cell: (request) => <Party of={request.to} /> },
            { key: 'wish', head: t('meetings.wish'), cell: wish },
            { key: 'note', head: t('meetings.note'), cell: (request) => <AsWritten text={request.note} /> },
            {
              key: 'state',
              head: t('meetings.state'),
              cell: (request) => <StateWords editionId={edition.id} request={request} reply={replies.get(request.id)} />,
            },
            {
              key: 'act',
              head: t('meetings.actions'),
              silent: true,
              end: true,
              cell: (request) =>
                request.canEdit && open ? (
                  <Button kind="text" onPress={() => withdraw(request)}>
                    {t('meetings.withdraw')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
    </Section>
  );
}

type Said = Omit<ComponentProps<typeof Saying>, 'editionId'>;
type CounterpartShown = Awaited<ReturnType<(typeof meetingsApi)['listCounterparts']>>['entries'][number];

/** Who it is, from where, and at which stand. */
function Counterpart({ editionId, of }: { readonly editionId: string; readonly of: CounterpartShown }) {
  const { participant, city, standCode, files } = of;
  const { t } = useText();
  const formats = useFormats();
  const about = [
    ...(participant.country === null ? [] : [formats.countryName(participant.country)]),
    ...(city === null ? [] : [city]),
    ...(standCode === null ? [] : [t('meetings.stand_code', { code: standCode })]),
  ];
  return (
    <>
      <Party of={participant} />
      {about.length > 0 && <small>{about.join(' · ')}</small>}
      <ShownFiles ids={{ editionId, participantId: participant.id }} name={participant.name} count={files} />
    </>
  );
}

/** Searches the other side and asks with one press. */
function AskFor({
  edition,
  participantId,
  scheduled,
}: {
  readonly edition: Edition;
  readonly participantId: string;
  /** By the request made to us: when the two meet, if they do. */
  readonly scheduled: ReadonlyMap<string, string | null>;
}) {
  const { t } = useText();
  const tellTrouble = useToldTrouble();
  const { tellAdded } = useRequestChanges(edition.id);
  const first = soughtSearch(useSearch({ strict: false })).sought ?? '';
  const [sought, setSought] = useState(first);
  const [filter, setFilter] = useState<ListingFilter>(noFilter);
  const q = sought.trim();
  const listed = useQuery(exposQueries.listHalls.queryOptions({ input: { editionId: edition.id } })).data?.entries;
  const halls = listed?.flatMap(({ code, stands }) => (stands > 0 ? [code] : [])) ?? [];
  const counterparts = usePages(
    meetingsQueries.listCounterparts.infiniteOptions(
      paged({
        editionId: edition.id,
        participantId,
        limit: 50,
        ...(q === '' ? {} : { q }),
        ...sentFilter(filter),
      }),
    ),
  );
  const told = (key: string, head: string, of: (one: CounterpartShown) => Said) =>
    counterparts.entries.map(of).some(({ text, topics, details }) => text !== null || topics.length > 0 || details !== null)
      ? [{ key, head, cell: (one: CounterpartShown) => <Saying editionId={edition.id} {...of(one)} /> }]
      : [];
  const ask = async (toId: string, wish: Wish) => {
    try {
      const answer = await meetingsApi.createRequests({ editionId: edition.id, requests: [{ fromId: participantId, toId, wish }] });
      const entered = answer.requests[0];
      if (entered !== undefined) await tellAdded(entered);
    } catch (error) {
      tellTrouble(error);
    }
  };
  return (
    <Section
      title={t('meetings.ask_for')}
      aside={
        <Link to="/my/$editionId/$participantId/suggestions" params={{ editionId: edition.id, participantId }}>
          {t('meetings.suggest_title')}
        </Link>
      }
    >
      <p className="note">{t('meetings.ask_for_meanings')}</p>
      <div className="filters" role="group" aria-label={t('meetings.filters')}>
        <div className="grow">
          <TextField name="sought" type="search" label={t('meetings.search_counterpart')} value={sought} onChange={setSought} />
        </div>
        <ListingFilters
          editionId={edition.id}
          countries={counterparts.first?.countries}
          halls={halls}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {counterparts.error !== null && <Notice kind="refused">{troubleOf(counterparts.error).message}</Notice>}
      {counterparts.pending ? (
        <Skeleton lines={4} />
      ) : (
        <DataTable
          caption={t('meetings.ask_for')}
          rows={counterparts.entries}
          rowKey={({ participant }) => participant.id}
          columns={[
            { key: 'who', head: t('meetings.participant'), naming: true, cell: (one) => <Counterpart editionId={edition.id} of={one} /> },
            // One side offers, the other seeks: what nobody in the list says takes no room.
            ...told('offer', t('meetings.offers'), (one) => ({ text: one.offer, topics: one.offerTopics, details: one.offerDetails })),
            ...told('need', t('meetings.looks_for'), (one) => ({ text: one.need, topics: one.needTopics, details: one.needDetails })),
            { key: 'asked', head: t('meetings.asked_us'), cell: ({ askedUs }) => (askedUs ? t('meetings.asked_us') : null) },
            {
              key: 'act',
              head: t('meetings.actions'),
              silent: true,
              end: true,
              nowrap: true,
              cell: ({ participant, invitationId, request }) =>
                invitationId !== null && scheduled.get(invitationId) != null ? (
                  t('meetings.request_scheduled')
                ) : request === null && invitationId !== null ? (
                  <AnswerButtons edition={edition} of={{ requestId: invitationId, from: participant, scheduledAt: null }} />
                ) : request === null ? (
                  <span className="btns">
                    {(['must', 'want', 'no'] as const).map((wish) => (
                      <Button
                        key={wish}
                        {...(wish === 'no' ? { kind: 'text' } : {})}
                        aria-label={`${t(`meetings.ask_${wish}`)} ${participant.code}`}
                        onPress={() => ask(participant.id, wish)}
                      >
                        {t(`meetings.ask_${wish}`)}
                      </Button>
                    ))}
                  </span>
                ) : (
                  t(request.state === 'open' ? `meetings.wish_${request.wish}` : `meetings.request_${request.state}`)
                ),
            },
          ]}
        />
      )}
      {counterparts.more !== null && <More busy={counterparts.loadingMore} onMore={counterparts.more} />}
    </Section>
  );
}
