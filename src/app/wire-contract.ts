// What the browser needs of the contract: paths and methods. The build puts the result in place of this code, so no schema travels.
import { minifyContractRouter, type AnyContractRouter } from '@orpc/contract';
import { contract } from './contract.ts';

/** What only the reference page says of a procedure, and what only the server asks. */
const unread = ['summary', 'tags', 'access', 'guarded', 'secret', 'takesFile', 'unkept'];

const light = (router: AnyContractRouter): AnyContractRouter =>
  JSON.parse(JSON.stringify(router, (key: string, value: unknown) => (unread.includes(key) ? undefined : value))) as AnyContractRouter;

export const paths = light(minifyContractRouter(contract));
