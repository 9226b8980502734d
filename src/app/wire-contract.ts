// What the browser needs of the contract: paths and methods. The build puts the result in place of this code, so no schema travels.
import { minifyContractRouter, type AnyContractRouter } from '@orpc/contract';
import { contract } from './contract.ts';

/** What only the reference page says of a procedure, and what only the server asks. */
const unread = ['summary', 'tags', 'access', 'guarded', 'secret', 'takesFile', 'unkept'];

interface Told {
  readonly '~orpc': { readonly meta: { readonly access: string } };
}

/** Everybody may ask what is public; the rest is fetched with the first question of somebody who works here, so that readers' pages stay light. */
const only = (isPublic: boolean): AnyContractRouter =>
  Object.fromEntries(
    Object.entries<Readonly<Record<string, Told>>>(contract).map(([module, procedures]) => [
      module,
      Object.fromEntries(Object.entries(procedures).filter(([, procedure]) => (procedure['~orpc'].meta.access === 'public') === isPublic)),
    ]),
  );

const light = (router: AnyContractRouter): AnyContractRouter =>
  JSON.parse(
    JSON.stringify(minifyContractRouter(router), (key: string, value: unknown) => (unread.includes(key) ? undefined : value)),
  ) as AnyContractRouter;

export const publicPaths = light(only(true));
export const workingPaths = light(only(false));
