// Built into the page as data (vite.config.ts).
export { publicPaths as paths } from './wire-contract.ts';
