// Whose page this is. A browser knows one session and one letter at a time: another that is opened in a second tab takes the place of the first there, too.
// Each tab tells the server whom it shows (`hansa-holder`), which refuses to act for anybody else, and each tells the others when somebody else comes in.
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { troubleOf } from '#client/error.ts';
import { tab } from '#client/session-over.ts';
import { sessionQuery, type Session } from './session.ts';

const code = 'kernel.holder_changed';

/** Watches until it is ended; `onOther` hears of a session that is somebody else's than this page's. */
export function watchHolder(queryClient: QueryClient, onOther: (now: Session) => void): () => void {
  const { queryKey } = sessionQuery();
  const ours = hashKey(queryKey);
  const channel = new BroadcastChannel('hansa.holder');
  const look = (): void => {
    // While the session is asked for, what is known of it may be of whoever was here before.
    if (queryClient.getQueryState(queryKey)?.fetchStatus === 'fetching') return;
    const now = queryClient.getQueryData<Session>(queryKey);
    const account = now?.account?.id ?? null;
    if (now === undefined || account === tab.holder) return;
    if (account !== null && tab.holder !== null) return onOther(now);
    tab.holder = account;
    if (account !== null) channel.postMessage(account);
  };
  const ask = (): void => void queryClient.invalidateQueries({ queryKey });
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== tab.holder) ask();
  });
  const ends = [
    queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type !== 'updated') return;
      if (query.queryHash === ours) look();
      else if (query.state.status === 'error' && troubleOf(query.state.error).code === code) ask();
    }),
    queryClient.getMutationCache().subscribe(({ type, mutation }) => {
      if (type === 'updated' && mutation.state.status === 'error' && troubleOf(mutation.state.error).code === code) ask();
    }),
  ];
  look();
  return () => {
    for (const end of ends) end();
    channel.close();
  };
}
