// Plain data in the place of the contract with its schemas, for everything that draws pages.
import type { Plugin } from 'vite';

/** Puts the results of wire-contract.ts in the place of what asks for them: plain data instead of the contract with its schemas. */
export const wireContract = (): Plugin => ({
  name: 'wire-contract',
  async load(id) {
    const part = /\/src\/app\/(public|working)-paths\.ts$/.exec(id)?.[1];
    if (part === undefined) return undefined;
    const { publicPaths, workingPaths } = await import('../src/app/wire-contract.ts');
    return `export const paths = ${JSON.stringify(part === 'public' ? publicPaths : workingPaths)};`;
  },
});
