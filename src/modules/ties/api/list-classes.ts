// Classes of ties: the four that everybody finds, and those that offices add.
import type { OfficeId } from '#kernel/ids.ts';
import { inEach, type MultilingualText } from '#kernel/language.ts';
import { textOfWords } from '#kernel/writing/in-languages.ts';
import { notFound, ok, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { takeTurns } from '#platform/postgres/tx.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { standardClasses, type StandardClass } from '../domain/attributes.ts';
import type { OwnClass } from '../domain/tie-words.ts';
import { mayWrite } from '../policy.ts';
import { insertClass, loadClasses, updateClass, type AddedClass } from '../store/classes.ts';
import { en } from '../text.en.ts';
import { zh } from '../text.zh.ts';

type ClassShown = Answer<'listTieClasses'>['entries'][number];

/** The code of an added class in statements: its id as a word. */
const codeOf = ({ id }: Pick<AddedClass, 'id'>): string => `own_${id.replaceAll('-', '')}`;

const nameOf = (code: StandardClass): Record<string, MultilingualText[string]> => ({
  ...textOfWords(inEach(en[`ties.class_${code}`], zh[`ties.class_${code}`]), 'human'),
});

const shown = (added: readonly AddedClass[]): ClassShown[] => [
  ...standardClasses.map((code) => ({ code, name: nameOf(code), common: code, office: null, version: 1 })),
  ...added.map(({ id, office, name, common, version }) => ({ code: codeOf({ id }), name: { ...name }, common, office, version })),
];

/** All classes that the actor may see. */
export async function listTieClasses(work: Work): Promise<Result<Answer<'listTieClasses'>>> {
  return ok({ entries: shown(await loadClasses(work.tx)) });
}

/** The same as a table of names for whoever shows ties. */
export const classesFor = async (work: Work): Promise<ClassShown[]> => shown(await loadClasses(work.tx));

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
  const scope = mayWrite(work.actor, input.office);
  if (!scope.ok) return scope;
  await takeTurns(work.tx, 'tie classes', scope.value.office);
  const problems = namedAlike(scope.value.office, shown(await loadClasses(work.tx)), input.name);
  if (problems.length > 0) return refuseInput(problems);
  const id = work.newId<'TieClass'>();
  const common = input.common ?? null;
  await insertClass(work.tx, scope.value, { id, name: input.name, common });
  await audit(work, { useCase: 'add-tie-class', office: scope.value.office, subjects: [id], fields: ['name', 'common'] });
  return ok({ code: codeOf({ id }), name: input.name, common, office: scope.value.office, version: 1 });
}

/**
 * Changes what a class of an office's own is called and what it counts as; ties of it stay in it. Refuses `ties.class_unknown`,
 * `kernel.forbidden`, a name that is taken, and `kernel.stale`.
 */
export async function updateTieClass(work: Work, input: Asked<'updateTieClass'>): Promise<Result<ClassShown>> {
  const known = (await loadClasses(work.tx)).find((one) => codeOf(one) === input.code);
  if (known === undefined) return notFound('ties.class_unknown');
  const scope = mayWrite(work.actor, known.office);
  if (!scope.ok) return scope;
  await takeTurns(work.tx, 'tie classes', known.office);
  const others = shown((await loadClasses(work.tx)).filter(({ id }) => id !== known.id));
  const problems = input.name === undefined ? [] : namedAlike(known.office, others, input.name);
  if (problems.length > 0) return refuseInput(problems);
  const change = { id: known.id, name: input.name ?? known.name, common: input.common === undefined ? known.common : input.common };
  if (!(await updateClass(work.tx, scope.value, { ...change, version: work.expectedVersion }))) return refuse(stale);
  const fields = Object.keys(input).filter((field) => field !== 'code');
  await audit(work, { useCase: 'update-tie-class', office: known.office, subjects: [known.id], fields });
  const { name, common } = change;
  return ok({ code: input.code, name: { ...name }, common, office: known.office, version: known.version + 1 });
}
