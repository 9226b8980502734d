// What the browser needs of the contract: paths and methods. The build puts the result in place of this code, so no schema travels.
import { isContractProcedure, minifyContractRouter, type AnyContractRouter } from '@orpc/contract';
import { contract } from './contract.ts';

/** What only the reference page says of a procedure, and what only the server asks. */
const unread = ['summary', 'tags', 'access', 'guarded', 'secret', 'takesFile', 'unkept'];

/** Everybody may ask these; the rest is fetched with the first question of somebody who works here, so that readers' pages stay light. */
const isPublic = (item: unknown): boolean => {
  if (!isContractProcedure(item)) return false;
  const meta: object = item['~orpc'].meta;
  return 'access' in meta && meta.access === 'public';
};

const only = (keep: (item: unknown) => boolean): AnyContractRouter =>
  Object.fromEntries(
    Object.entries(contract).map(([module, procedures]) => [
      module,
      Object.fromEntries(Object.entries(procedures).filter(([, procedure]) => keep(procedure))),
    ]),
  );

const light = (router: AnyContractRouter): AnyContractRouter =>
  JSON.parse(
    JSON.stringify(minifyContractRouter(router), (key: string, value: unknown) => (unread.includes(key) ? undefined : value)),
  ) as AnyContractRouter;

export const publicPaths = light(only(isPublic));
export const workingPaths = light(only((item) => !isPublic(item)));
