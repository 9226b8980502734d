// What the browser needs of the contract: paths and methods. The build puts the result in place of this code, so no schema travels.
import { minifyContractRouter, type AnyContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { contract } from './contract.ts';

/** What only the reference page says of a procedure, and what only the server asks. */
const unread = ['summary', 'tags', 'access', 'guarded', 'secret', 'takesFile', 'unkept', 'forAll', 'steady'];

type Procedures<P> = Readonly<Record<string, Readonly<Record<string, P>>>>;

interface Told {
  readonly '~orpc': { readonly meta: { readonly access: string }; readonly route: { readonly method?: string } };
}

const access: Procedures<Told> = contract;
const light = JSON.parse(
  JSON.stringify(minifyContractRouter(contract), (key: string, value: unknown) => (unread.includes(key) ? undefined : value)),
) as Procedures<AnyContractProcedure>;

/** What everybody reads; the rest is fetched with the first question of somebody who works here, or does something, so that readers' pages stay light. */
const isRead = (told: Told | undefined): boolean => told?.['~orpc'].meta.access === 'public' && told['~orpc'].route.method === 'GET';
/** Files are links on pages. */
const isFile = (name: string): boolean => name.startsWith('export');
const only = (read: boolean): AnyContractRouter =>
  Object.fromEntries(
    Object.entries(light).map(([module, procedures]) => [
      module,
      Object.fromEntries(Object.entries(procedures).filter(([name]) => (isRead(access[module]?.[name]) && !isFile(name)) === read)),
    ]),
  );

export const publicPaths = only(true);
export const workingPaths = only(false);
