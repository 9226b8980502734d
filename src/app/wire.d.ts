// The contract without its schemas, as the build makes it: paths and methods only, so that no validator travels to the browser.
declare module '*.css';
declare module 'virtual:wire-contract' {
  import type { AnyContractRouter } from '@orpc/contract';
  export const paths: AnyContractRouter;
}
