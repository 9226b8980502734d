// What the audit log calls what was done and each field of it: every module tells its own, in the `log-text` of its pages.
import { keyModules } from '../../domain/keys.ts';

/** Of a code that only the log knows; answers the key itself where no module tells it. */
type Say = (key: string) => string;
const modules: readonly string[] = ['accounts', ...keyModules];

/** The first module that tells it, with its words. */
const toldBy = (say: Say, key: string, asked: readonly string[] = modules) =>
  asked.map((module) => ({ module, words: say(`${module}.${key}`) })).find(({ module, words }) => words !== `${module}.${key}`);

const keyOf = (useCase: string): string => `log_${useCase.replaceAll('-', '_')}`;

/** What a name read from the log is called; itself where an older program wrote one that we do not know. */
export const useCaseName = (say: Say, useCase: string): string => toldBy(say, keyOf(useCase))?.words ?? useCase;

/** The word for a field of an entry: that of the module whose use case it is before others'; null where none has one. */
export function fieldName(say: Say, useCase: string, field: string): string | null {
  const own = toldBy(say, keyOf(useCase))?.module;
  return toldBy(say, `field_${field}`, own === undefined ? modules : [own, ...modules])?.words ?? null;
}
