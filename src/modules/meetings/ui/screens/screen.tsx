// /in, where the link of a screen in the hall was opened; nobody is signed in there. It goes on by itself, and through a dead network with what it had last.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { usePocket } from '#client/pocket/use-pocket.ts';
import { Button } from '#design/button.tsx';
import { Title } from '#design/page.tsx';
import { meetingsQueries } from '../client.ts';
import { useSeconds } from '../queue/tell.ts';
import { useAwake, useScreenTheme, wallAsked } from './use-screen.ts';
import { EmptyWall, WallView } from './wall.tsx';
import type { WallWord } from './wall-words.ts';

/** Answers that say that this link shows nothing. */
const over: readonly (number | null)[] = [401, 403, 404];

function Wordless({ word }: { readonly word: WallWord }) {
  const { t } = useText();
  return (
    <>
      <Title title={t('meetings.screen_title')} silent />
      <EmptyWall word={word} />
    </>
  );
}

export function Screen() {
  const { t } = useText();
  usePocket();
  useAwake();
  const { data, dataUpdatedAt, error } = useQuery({
    ...meetingsQueries.getScreen.queryOptions({ input: {} }),
    refetchInterval: ({ state }) => (isOver(state.error) ? false : wallAsked(state.data)),
    refetchIntervalInBackground: true,
    retry: false,
    throwOnError: false,
  });
  const now = useSeconds();
  useScreenTheme(data?.theme);
  if (isOver(error)) return <Wordless word="ended" />;
  if (data === undefined) return <Wordless word="waiting" />;
  return (
    <>
      <Title title={t('meetings.screen_title')} silent />
      <WallView wall={data} now={now} receivedAt={dataUpdatedAt}>
        <FullScreen />
      </WallView>
    </>
  );
}

const isOver = (error: unknown): boolean => error !== null && over.includes(troubleOf(error).status);

/** Fills the whole screen; gone once it does. */
function FullScreen() {
  const { t } = useText();
  const [isFull, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  if (isFull || !document.fullscreenEnabled) return null;
  return (
    <div className="wallfull">
      <Button onPress={() => void document.documentElement.requestFullscreen().catch((): null => null)}>{t('meetings.screen_full')}</Button>
    </div>
  );
}
