// A screen in the hall as its organiser sees it, before a link is made for it or on a device where they are signed in.
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Title } from '#design/page.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { meetingsQueries } from '../client.ts';
import { useSeconds } from '../queue/tell.ts';
import { wallSearch } from './wall-search.ts';
import { useScreenTheme, wallAsked } from './use-screen.ts';
import { WallView } from './wall.tsx';

export function Preview() {
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

function WallOf({ editionId }: { readonly editionId: string }) {
  const { theme, ...settings } = wallSearch(useSearch({ strict: false }));
  useScreenTheme(theme);
  const { data, dataUpdatedAt } = useQuery({
    ...meetingsQueries.getWall.queryOptions({ input: { editionId, ...settings } }),
    refetchInterval: ({ state }) => wallAsked(state.data),
    throwOnError: (_error, query) => query.state.data === undefined,
  });
  const now = useSeconds();
  return data === undefined ? <Skeleton lines={4} /> : <WallView wall={data} now={now} receivedAt={dataUpdatedAt} />;
}
