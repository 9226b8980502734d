// Who is called to which table. Figures need no language, so only the heads are in both; numbers alone, never a name.
import { useState, type ReactNode } from 'react';
import { Both, type Wall } from './both.tsx';

type Calls = NonNullable<Wall['calls']>;
type Call = Calls['calls'][number];

const places = 12;
/** How long a call is new. */
const newFor = 30_000;

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

interface CallsViewProps {
  readonly calls: Calls;
  readonly now: number;
  readonly note: (usual: ReactNode) => ReactNode;
}

export function CallsView({ calls: { calls, soon, state }, now, note }: CallsViewProps) {
  const shown = usePlaces(calls);
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
  const usual = state === null ? 'no_queue' : state === 'paused' ? 'paused' : state === 'closed' ? 'closed' : 'missed';
  return (
    <>
      <div className="wallcols">
        {column(0)}
        {column(places / 2)}
      </div>
      <footer>
        <p className="soon">
          <Both word="soon" />
          {soon.length === 0 ? <b>–</b> : soon.map((number) => <b key={number}>{number}</b>)}
        </p>
        {note(<Both word={usual} />)}
      </footer>
    </>
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
