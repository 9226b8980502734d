// The link to our own API, and the typed client that each module makes of its contract.
import { createORPCClient, ORPCError, type ClientLink } from '@orpc/client';
import { getContractRouter, type AnyContractRouter, type ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { meantSo } from './asking.ts';
import { isReply, Offline } from './error.ts';
import { currentLanguage } from './language.ts';
import { signedInAgain, tab, wasSignedIn } from './session-over.ts';

/**
 * `ifMatch`: the version that was read, for guarded changes · `idempotencyKey`: one per intended POST, kept when it is sent again · `hears`: the page
 * itself shows what the server asks, and sends what is meant; else whoever sent it is asked in one dialog.
 */
export interface CallContext {
  readonly hears?: true;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
}

const headersOf = ({ ifMatch, idempotencyKey }: CallContext): Record<string, string> => ({
  'accept-language': currentLanguage(),
  ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  ...(tab.holder === null ? {} : { 'hansa-holder': tab.holder }),
});

/** Sends a request; a refused one of somebody whose session has ended is sent anew once they have signed in again. */
async function sendOrSignIn(request: Request, init: RequestInit): Promise<Response> {
  const again = wasSignedIn() ? request.clone() : null;
  const response = await fetch(request, init);
  if (response.status !== 401 || again === null || !(await signedInAgain())) return response;
  return fetch(again, init);
}

/** Sends a request; a lost network is told apart from an answer, and problem replies are read as the JSON they are. */
async function send(request: Request, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await sendOrSignIn(request, { ...init, credentials: 'same-origin' });
  } catch (fault) {
    if (request.signal.aborted) throw fault;
    throw new Offline();
  }
  return readable(response);
}

function readable(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, headers });
}

let link: ClientLink<CallContext> | null = null;

/** Where requests go, known to the clients before it is there: they are made with the modules, the link with the app. */
const theLink: ClientLink<CallContext> = {
  call: async (path, input, options) => {
    if (link === null) throw new Error('startApi has not been called');
    try {
      return await link.call(path, input, options);
    } catch (error) {
      const meant = options.context.hears === true ? null : await meantSo(error, input);
      if (meant === null) throw error;
      return theLink.call(path, meant, options);
    }
  },
};

type Send = (request: Request, init: RequestInit) => Promise<Response>;

const linkOf = (paths: AnyContractRouter, origin: string = location.origin, by: Send = send): ClientLink<CallContext> =>
  new OpenAPILink<CallContext>(paths, {
    url: `${origin}/api/v1`,
    headers: ({ context }) => headersOf(context),
    fetch: by,
    customErrorResponseBodyDecoder: (body, { status }) =>
      isReply(body) ? new ORPCError(body.code, { status, message: body.detail, data: body }) : null,
  });

/**
 * Makes the link from the paths of all contracts (no schemas needed); called once by the app.
 * `loadMore` fetches the paths of what is not public, with the first question that needs one.
 */
export function startApi(paths: AnyContractRouter, loadMore: () => Promise<AnyContractRouter>): void {
  const known = linkOf(paths);
  let more: Promise<ClientLink<CallContext>> | undefined;
  const loaded = async () => {
    try {
      return linkOf(await loadMore());
    } catch {
      more = undefined;
      throw new Offline();
    }
  };
  link = {
    call: async (path, input, options) => {
      const isKnown = getContractRouter(paths, path) !== undefined;
      return (isKnown ? known : await (more ??= loaded())).call(path, input, options);
    },
  };
}

/** Where pages are drawn on the server, calls are answered within it: by `ask`, which knows for whom. */
export function startApiWithin(paths: AnyContractRouter, ask: (request: Request) => Promise<Response>): void {
  link = linkOf(paths, 'http://within.invalid', async (request) => readable(await ask(request)));
}

/**
 * The client of one module's contract, and the same as TanStack Query options:
 * `api.listEditions({ … }, { context: { ifMatch: 3 } })`, `queries.listEditions.queryOptions({ input })`, `.mutationOptions()`, `.key()`.
 */
export function clientOf<C extends AnyContractRouter>(module: string) {
  const path = [module];
  const api = createORPCClient<JsonifiedClient<ContractRouterClient<C, CallContext>>>(theLink, { path });
  return { api, queries: createTanstackQueryUtils(api, { path }) };
}
