// Built into the page as data (vite.config.ts).
export { workingPaths as paths } from './wire-contract.ts';
