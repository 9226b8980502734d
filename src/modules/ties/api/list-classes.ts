// Classes of ties: the four that everybody finds, and those that offices add.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { standardClasses, type StandardClass } from '../domain/attributes.ts';
import type { OwnClass } from '../domain/paste-words.ts';
import { mayWrite } from '../policy.ts';
import { insertClass, loadClasses, type AddedClass } from '../store/classes.ts';
import { en } from '../text.en.ts';
import { zh } from '../text.zh.ts';

type ClassShown = Answer<'listTieClasses'>['entries'][number];

/** The code of an added class in statements: its id as a word. */
const codeOf = ({ id }: Pick<AddedClass, 'id'>): string => `own_${id.replaceAll('-', '')}`;

const nameOf = (code: StandardClass): Record<string, MultilingualText[string]> => ({
  en: { text: en[`ties.class_${code}`], origin: 'human' },
  'zh-Hans': { text: zh[`ties.class_${code}`], origin: 'human' },
});

const shown = (added: readonly AddedClass[]): ClassShown[] => [
  ...standardClasses.map((code) => ({ code, name: nameOf(code), office: null })),
  ...added.map(({ id, office, name }) => ({ code: codeOf({ id }), name: { ...name }, office })),
];

/** All classes that the actor may see. */
export async function listTieClasses(work: Work): Promise<Result<Answer<'listTieClasses'>>> {
  return ok({ entries: shown(await loadClasses(work.tx)) });
}

/** The same as a table of names for whoever shows ties. */
export async function classesFor(work: Work): Promise<{ code: string; name: Record<string, MultilingualText[string]> }[]> {
  return shown(await loadClasses(work.tx)).map(({ code, name }) => ({ code, name }));
}

/** The classes an office has added, by all their names: what a pasted sheet is read with. */
export async function ownClassesOf(work: Work, office: OfficeId): Promise<readonly OwnClass[]> {
  const added = (await loadClasses(work.tx)).filter((known) => known.office === office);
  return added.map(({ id, name }) => ({ code: codeOf({ id }), names: Object.values(name).map(({ text }) => text) }));
}

/** Each name in the language in which the office finds a class of that name already. */
const namedAlike = (office: OfficeId, known: readonly ClassShown[], name: MultilingualText): readonly Problem[] => {
  const taken = known.filter((entry) => entry.office === null || entry.office === office).flatMap((entry) => Object.values(entry.name));
  const folded = ({ text }: { readonly text: string }): string => text.trim().toLowerCase();
  return Object.entries(name).flatMap(([language, text]) =>
    taken.some((other) => folded(other) === folded(text)) ? [{ path: ['name', language], code: 'ties.class_known' }] : [],
  );
};

/** Adds a class; its name is public, since it stands wherever a tie of it does. Refuses `kernel.forbidden`, and a name that is taken. */
export async function addTieClass(work: Work, input: Asked<'addTieClass'>): Promise<Result<ClassShown>> {
  const scope = mayWrite(work.actor, input.office as OfficeId);
  if (!scope.ok) return scope;
  const problems = namedAlike(scope.value.office, shown(await loadClasses(work.tx)), input.name);
  if (problems.length > 0) return refuseInput(problems);
  const id = work.newId<'TieClass'>();
  await insertClass(work.tx, scope.value, { id, name: input.name });
  await audit(work, { useCase: 'add-tie-class', office: scope.value.office, subjects: [id], fields: ['name'] });
  return ok({ code: codeOf({ id }), name: input.name, office: scope.value.office });
}
