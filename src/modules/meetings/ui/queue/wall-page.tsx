// /editions/$slug/wall: the hall's big screen. Figures need no language, so only the heads are in both; numbers alone, never a name.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { languages } from '#kernel/language.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Title } from '#design/page.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { type meetingsApi, meetingsQueries } from '../client.ts';
import './queue.css';
import { askEvery, isStaleAt, useSeconds } from './tell.ts';
import { wallWords, type WallWord } from './wall-words.ts';

type Wall = Awaited<ReturnType<typeof meetingsApi.getWall>>;
type Call = Wall['calls'][number];

const places = 12;
/** How long a call is new. */
const newFor = 30_000;

export function WallPage() {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const edition = useQuery({ ...exposQueries.getEdition.queryOptions({ input: { edition: slug } }), throwOnError: true }).data;
  return (
    <>
      <Title title={t('meetings.wall_title')} silent />
      {edition === undefined ? <Skeleton lines={4} /> : <WallOf editionId={edition.id} />}
    </>
  );
}

/** The same word in every language of the product. */
function Both({ word }: { readonly word: WallWord }) {
  return (
    <span className="bothlang">
      {languages.map((language) => (
        <span key={language} lang={language}>
          {wallWords[word][language]}
        </span>
      ))}
    </span>
  );
}

/** An entry keeps its place until it is seated or given up: nobody has to look for their number twice. */
function usePlaces(calls: readonly Call[]): readonly (Call | null)[] {
  const [kept, setKept] = useState<readonly (string | null)[]>(() => Array.from({ length: places }, () => null));
  const known = new Map(calls.map((call) => [call.talkId, call]));
  const standing = kept.map((id) => (id !== null && known.has(id) ? id : null));
  const waiting = calls.filter(({ talkId }) => !standing.includes(talkId)).map(({ talkId }) => talkId);
  const next = standing.map((id) => id ?? waiting.shift() ?? null);
  if (next.some((id, at) => id !== kept[at])) setKept(next);
  return next.map((id) => (id === null ? null : (known.get(id) ?? null)));
}

function WallOf({ editionId }: { readonly editionId: string }) {
  const { data, dataUpdatedAt } = useQuery({
    ...meetingsQueries.getWall.queryOptions({ input: { editionId } }),
    refetchInterval: askEvery,
    throwOnError: (_error, query) => query.state.data === undefined,
  });
  const now = useSeconds();
  return data === undefined ? (
    <Skeleton lines={4} />
  ) : (
    <WallView wall={data} now={Date.parse(data.at) + (now - dataUpdatedAt)} stale={isStaleAt(now, dataUpdatedAt)} />
  );
}

function WallView({ wall, now, stale }: { readonly wall: Wall; readonly now: number; readonly stale: boolean }) {
  const formats = useFormats();
  const shown = usePlaces(wall.calls);
  const column = (from: number) => (
    <div className="wallcol">
      <p className="wallhead">
        <Both word="number" />
        <span />
        <Both word="table" />
      </p>
      <ol>
        {shown.slice(from, from + places / 2).map((call, at) => (
          <WallCall key={call?.talkId ?? at} call={call} now={now} />
        ))}
      </ol>
    </div>
  );
  return (
    <div className="wall">
      <header>
        <h2>
          <Both word="called" />
        </h2>
        <p className="wallclock">{formats.time(now, wall.timeZone)}</p>
      </header>
      <div className="wallcols">
        {column(0)}
        {column(places / 2)}
      </div>
      <footer>
        <p className="soon">
          <Both word="soon" />
          {wall.soon.length === 0 ? <b>–</b> : wall.soon.map((number) => <b key={number}>{number}</b>)}
        </p>
        <p className={stale ? 'wallnote attention' : 'wallnote'} role="status">
          <Both word={stale ? 'stale' : wall.state === 'paused' ? 'paused' : 'missed'} />
        </p>
      </footer>
    </div>
  );
}

function WallCall({ call, now }: { readonly call: Call | null; readonly now: number }) {
  if (call === null) return <li aria-hidden />;
  const fresh = now - Date.parse(call.calledAt) < newFor;
  return (
    <li className={call.last ? 'last' : fresh ? 'new' : undefined}>
      <b>{call.number}</b>
      <span aria-hidden>→</span>
      <b>{call.place.code}</b>
      {call.last && (
        <em>
          <Both word="last" />
        </em>
      )}
    </li>
  );
}
