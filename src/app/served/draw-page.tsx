// Draws a public page on the server as the browser's side would show it once everything has come: the same pages, routes and texts.
import { AsyncLocalStorage } from 'node:async_hooks';
import { skipToken, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { prerender } from 'react-dom/static';
import { startApiWithin } from '#client/api.ts';
import type { Reading } from '#client/language.ts';
import { addressIn } from '#kernel/page-address.ts';
import { paths } from '../public-paths.ts';
import { createAppRouter } from '../routes.tsx';
import { drawFor } from './reader.ts';

export interface Drawing extends Reading {
  /** With what it searches for, and without the language. */
  readonly path: string;
  /** Where the pages of this server are. */
  readonly origin: string;
  /** Answers a call of the API as anybody may have it. */
  readonly ask: (request: Request) => Promise<Response>;
  readonly signal: AbortSignal;
}

/** What is drawn at the moment. */
const drawings = new AsyncLocalStorage<Drawing>();
const drawn = (): Drawing => {
  const drawing = drawings.getStore();
  if (drawing === undefined) throw new Error('nothing is drawn at the moment');
  return drawing;
};

startApiWithin(paths, (request) => drawn().ask(request));

/** One that waits for what it asks: a component whose answer has not come is drawn when it has. Nothing of it outlives the page. */
function waitingClient(): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const plain = client.defaultQueryOptions.bind(client);
  client.defaultQueryOptions = (options) => {
    const asked = plain(options);
    asked.suspense = asked.enabled !== false && asked.queryFn !== skipToken;
    return asked;
  };
  return client;
}

/**
 * The page's HTML.
 * @throws whatever a part of it failed with: a page is whole or none
 */
export const drawPage = (drawing: Drawing): Promise<string> => drawFor(drawing, () => drawings.run(drawing, () => draw(drawing)));

async function draw(drawing: Drawing): Promise<string> {
  const queryClient = waitingClient();
  const history = createMemoryHistory({ initialEntries: [addressIn(drawing.language, drawing.path)] });
  const router = createAppRouter(queryClient, { history, origin: drawing.origin });
  await router.load();
  const faults: unknown[] = [];
  const { prelude } = await prerender(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
    // Nothing is sent later and moved into its place by a script.
    { signal: drawing.signal, progressiveChunkSize: Infinity, onError: (fault) => void faults.push(fault) },
  );
  const html = await new Response(prelude).text();
  drawing.signal.throwIfAborted();
  if (faults.length > 0) throw faults[0];
  return html;
}
