// The REST surface under /api/v1: oRPC's handler with our answers, headers and one catch for faults.
import { randomUUID } from 'node:crypto';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { StandardOpenAPIMatcher } from '@orpc/openapi/standard';
import { ORPCError, ValidationError, type AnyRouter } from '@orpc/server';
import { z } from 'zod';
import type { ProcedureMeta } from '#kernel/procedure.ts';
import { refuseInput, unauthenticated, type Problem, type Refusal } from '#kernel/result.ts';
import type { Logger } from '../logging/logger.ts';
import type { Metrics } from '../logging/metrics.ts';
import { carried, faultReply, problemReply, refusalOfIssues, type ProblemReply, type Say } from './problems.ts';
import { saysAgain, SessionOver, type Caller } from '../work.ts';
import { compilingOutputs } from './compiled-output.ts';
import { Heard } from '../postgres/heard.ts';
import { callerOf, isCheckable, Refused, type HttpContext } from './procedure.ts';
import { allProblems } from './rest-of-input.ts';
import { createSameAnswers, type SameAnswers } from './same-answers.ts';
import { strayInput } from './stray-input.ts';

export const apiPrefix = '/api/v1';

interface Parts {
  readonly router: AnyRouter;
  readonly say: Say;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** What is known of a request before its body is touched. */
export interface Route {
  readonly operation: string;
  readonly meta: ProcedureMeta;
}

export interface Api {
  /** Null when no procedure has this method and path. */
  readonly routeOf: (method: string, path: string) => Promise<Route | null>;
  /** Answers a request that has a route. */
  readonly respond: (request: Request, context: HttpContext) => Promise<Response>;
}

const isProblem = (value: unknown): value is ProblemReply =>
  typeof value === 'object' && value !== null && 'status' in value && 'code' in value && 'errors' in value;

/** Turns whatever a procedure threw into the one shape of answer; faults are logged with their incident here and nowhere else. */
function errorOf(
  fault: unknown,
  context: HttpContext,
  { say, logger, metrics }: Parts,
  path: readonly string[],
): ORPCError<string, ProblemReply> {
  if (fault instanceof Refused) return carried(problemReply(say, context.language, fault.refusal));
  if (fault instanceof SessionOver) {
    context.reply.sessionOver = true;
    return carried(problemReply(say, context.language, unauthenticated));
  }
  if (fault instanceof ORPCError) {
    if (isProblem(fault.data)) return fault as ORPCError<string, ProblemReply>;
    if (fault.code === 'BAD_REQUEST') {
      const refusal =
        fault.cause instanceof ValidationError
          ? refusalOfIssues(fault.cause.issues, fault.cause.data)
          : ({ kind: 'invalid', code: 'kernel.malformed' } as const);
      return carried(problemReply(say, context.language, refusal));
    }
    if (fault.status === 404) return carried(problemReply(say, context.language, { kind: 'not_found', code: 'kernel.not_found' }));
  }
  const incident = randomUUID();
  logger.error({ err: fault, incident, operation: path.join('.'), requestId: context.requestId }, 'fault');
  metrics.fault();
  context.reply.incident = incident;
  return carried(faultReply(say, context.language, incident, fault));
}

/** What is wrong with an input, where it does not fit its schema; null for anything else that was thrown. */
function misfitOf(fault: unknown): Refusal | null {
  if (fault instanceof Refused) return fault.refusal.code === 'kernel.invalid_input' ? fault.refusal : null;
  const isMisfit = fault instanceof ORPCError && fault.code === 'BAD_REQUEST' && fault.cause instanceof ValidationError;
  return isMisfit && fault.cause instanceof ValidationError ? refusalOfIssues(fault.cause.issues, fault.cause.data) : null;
}

interface Misfit {
  readonly misfit: Refusal;
  readonly schema: unknown;
  readonly input: unknown;
  /** Judges an input and keeps nothing. */
  readonly check: (input: unknown) => Promise<unknown>;
}

/** The same refusal with what is wrong besides, as the schema and the use case find it in the rest of the input. */
async function withTheRest({ misfit, schema, input, check }: Misfit): Promise<Refusal> {
  const told = misfit.problems ?? [];
  if (!(schema instanceof z.core.$ZodType) || told.length === 0) return misfit;
  const judge = async (rest: unknown): Promise<readonly Problem[]> => {
    try {
      await check(rest);
      return [];
    } catch (fault) {
      return fault instanceof Refused ? (fault.refusal.problems ?? []) : [];
    }
  };
  const all = await allProblems({ schema, input, told }, judge);
  return all.length === told.length ? misfit : refuseInput(all).refusal;
}

/** Refuses fields that the procedure does not know and texts that hide something, together with all else that is wrong. */
async function refuseStrays(schema: unknown, input: unknown): Promise<void> {
  if (!(schema instanceof z.core.$ZodType)) return;
  const strays = strayInput(schema, input);
  if (strays.length === 0) return;
  const { error } = await z.safeParseAsync(schema, input);
  const problems = [...strays, ...(refusalOfIssues(error?.issues ?? [], input).problems ?? [])];
  throw new Refused(refuseInput(problems).refusal);
}

/** What a procedure gives as the text of the answer, at once: on its way through the handler it would be walked through twice more. Files go on. */
function written(output: unknown, { reply }: HttpContext): unknown {
  if (output === undefined || output instanceof Blob || output instanceof ReadableStream) return output;
  reply.text = JSON.stringify(output);
  return undefined;
}

/** The answer of what is asked again and again: the one given before where the database says all of it once more, else made. */
async function steadily(
  context: HttpContext,
  { same, key, caller }: { readonly same: SameAnswers; readonly key: string; readonly caller: Caller },
  make: (context: HttpContext) => Promise<unknown>,
): Promise<unknown> {
  const { reply, database } = context;
  const given = await same.again(key, (before) => saysAgain(database, caller, before));
  if (given !== null) {
    const { text, version, nextCursor } = given;
    Object.assign(reply, { text, version, nextCursor });
    return undefined;
  }
  const [heard, before] = [new Heard(), same.lastText(key)];
  const output = await make({ ...context, heard });
  if (reply.text !== undefined) same.keep(key, { text: reply.text, version: reply.version, nextCursor: reply.nextCursor, heard }, before);
  return output;
}

const dressed = (response: Response, context: HttpContext, request: Request): Response => {
  const { version, nextCursor, replayed, text } = context.reply;
  const headers = new Headers(text === undefined ? response.headers : { 'content-type': 'application/json' });
  headers.set('cache-control', 'private, no-store');
  headers.set('content-language', context.language);
  if (response.status >= 400) headers.set('content-type', 'application/problem+json');
  // A file is to be kept, never to be shown inside our own pages.
  const disposition = headers.get('content-disposition');
  if (disposition?.startsWith('inline') === true) headers.set('content-disposition', disposition.replace('inline', 'attachment'));
  const wait = { 429: '60', 503: '5' }[response.status];
  if (wait !== undefined) headers.set('retry-after', wait);
  if (version !== undefined) headers.set('etag', `"${version}"`);
  if (replayed === true) headers.set('idempotency-replayed', 'true');
  if (nextCursor !== undefined && nextCursor !== null) {
    const next = new URL(request.url);
    next.searchParams.set('cursor', nextCursor);
    headers.set('link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  return new Response(text ?? response.body, { status: response.status, headers });
};

/** The procedures of a router under the prefix. */
export function createApi(parts: Parts): Api {
  const reached = new WeakSet<HttpContext>();
  const compiled = compilingOutputs();
  const same = createSameAnswers();
  const matcher = new StandardOpenAPIMatcher();
  matcher.init(parts.router);
  const handler = new OpenAPIHandler<HttpContext>(parts.router, {
    customErrorResponseBodyEncoder: (error) => (isProblem(error.data) ? error.data : null),
    clientInterceptors: [
      async ({ context, path, procedure, input, ...options }) => {
        reached.add(context);
        try {
          const make = async (known: HttpContext): Promise<unknown> => {
            await refuseStrays(procedure['~orpc'].inputSchema, input);
            return written(await options.next({ ...options, context: known, path, input, procedure: compiled(procedure) }), context);
          };
          const meta = procedure['~orpc'].meta as ProcedureMeta;
          if (meta.steady !== true) return await make(context);
          const caller = { ...callerOf(meta, context), onlyReads: true };
          const key = JSON.stringify([path, caller.account, caller.language, input]);
          return await steadily(context, { same, key, caller }, make);
        } catch (fault) {
          const { inputSchema: schema, handler: use } = procedure['~orpc'];
          const misfit = misfitOf(fault);
          if (misfit === null) throw errorOf(fault, context, parts, path);
          const check = async (rest: unknown): Promise<unknown> =>
            isCheckable(use)
              ? options.next({ ...options, context: { ...context, checksOnly: true }, path, procedure, input: rest })
              : undefined;
          throw errorOf(new Refused(await withTheRest({ misfit, schema, input, check })), context, parts, path);
        }
      },
    ],
    // What fails before a procedure is called (an unreadable body) or after it (a wrong output).
    interceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (fault) {
          // No procedure was reached: what failed is the reading of the body.
          const unread = !(fault instanceof ORPCError) && !reached.has(options.context);
          throw errorOf(unread ? new Refused({ kind: 'invalid', code: 'kernel.malformed' }) : fault, options.context, parts, ['edge']);
        }
      },
    ],
  });
  return {
    routeOf: async (method, path) => {
      const match = path.startsWith(`${apiPrefix}/`)
        ? await matcher.match(method, `/${path.slice(apiPrefix.length + 1).replace(/\/$/, '')}`)
        : undefined;
      return match === undefined ? null : { operation: match.path.join('.'), meta: match.procedure['~orpc'].meta as ProcedureMeta };
    },
    respond: async (request, context) => {
      const { response } = await handler.handle(request, { prefix: apiPrefix, context });
      if (response === undefined) throw new Error('a request without a route reached the procedures');
      return dressed(response, context, request);
    },
  };
}
