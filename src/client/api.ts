// The typed client of our own API: one function per procedure, and the same for TanStack Query.
import { createORPCClient, ORPCError } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { accounts } from '#modules/accounts/contract.ts';
import type { cities } from '#modules/cities/contract.ts';
import type { desk } from '#modules/desk/contract.ts';
import type { evidence } from '#modules/evidence/contract.ts';
import type { expos } from '#modules/expos/contract.ts';
import type { meetings } from '#modules/meetings/contract.ts';
import type { network } from '#modules/network/contract.ts';
import type { organisations } from '#modules/organisations/contract.ts';
import type { outcomes } from '#modules/outcomes/contract.ts';
import type { reference } from '#modules/reference/contract.ts';
import type { reports } from '#modules/reports/contract.ts';
import type { ties } from '#modules/ties/contract.ts';
import { isReply, Offline } from './error.ts';
import { currentLanguage } from './language.ts';
import { signedInAgain, wasSignedIn } from './session-over.ts';

/** The parts of the API, as app/contract.ts joins them. */
type Contract = {
  readonly accounts: typeof accounts;
  readonly evidence: typeof evidence;
  readonly cities: typeof cities;
  readonly organisations: typeof organisations;
  readonly ties: typeof ties;
  readonly reference: typeof reference;
  readonly network: typeof network;
  readonly expos: typeof expos;
  readonly meetings: typeof meetings;
  readonly outcomes: typeof outcomes;
  readonly reports: typeof reports;
  readonly desk: typeof desk;
};

/** `ifMatch`: the version that was read, for guarded changes · `idempotencyKey`: one per intended POST, kept when it is sent again. */
export interface CallContext {
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
}

/** `api.expos.listEditions({ … }, { context: { ifMatch: 3 } })` */
export type Api = JsonifiedClient<ContractRouterClient<Contract, CallContext>>;
/** `queries.expos.listEditions.queryOptions({ input })`, `.mutationOptions()`, `.key()` */
export type Queries = RouterUtils<Api>;

const headersOf = ({ ifMatch, idempotencyKey }: CallContext): Record<string, string> => ({
  'accept-language': currentLanguage(),
  ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
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
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, headers });
}

let made: { readonly api: Api; readonly queries: Queries } | null = null;

/** Makes the client from the paths of the contract (no schemas needed); called once by the app. */
export function startApi(paths: AnyContractRouter): void {
  const link = new OpenAPILink<CallContext>(paths, {
    url: `${location.origin}/api/v1`,
    headers: ({ context }) => headersOf(context),
    fetch: send,
    customErrorResponseBodyDecoder: (body, { status }) =>
      isReply(body) ? new ORPCError(body.code, { status, message: body.detail, data: body }) : null,
  });
  const api: Api = createORPCClient(link);
  made = { api, queries: createTanstackQueryUtils(api) };
}

const started = () => {
  if (made === null) throw new Error('startApi has not been called');
  return made;
};

/** The client; for what is not drawn, such as a download. */
export const api = (): Api => started().api;

/** The client as TanStack Query options. */
export const queries = (): Queries => started().queries;
