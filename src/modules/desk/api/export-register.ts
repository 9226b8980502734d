// The register as a file: what the officer takes home, and what pasting it reads back unchanged.
import { ok, type Result } from '#kernel/result.ts';
import { namingOf, type Naming } from '#modules/cities/api/naming.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { codeIn, dateIn, shownOf, statusOf } from '#modules/ties/domain/tie-facts.ts';
import { writeRegister } from '../formats/register-files.ts';
import type { RegisterLine } from '../formats/register-rows.ts';
import { classesFor } from '#modules/ties/api/list-classes.ts';
import { loadOfficeRegister, noteOf, type RegisterTie } from './open-desk.ts';

function lineOf(
  work: Work,
  tie: RegisterTie,
  office: Parameters<typeof noteOf>[1]['office'],
  { classes, naming }: { readonly classes: ReadonlyMap<string, RegisterLine['city']>; readonly naming: Naming },
): RegisterLine {
  const { facts, partner } = tie;
  const [since, classCode] = [shownOf(facts, 'established').first, codeIn(shownOf(facts, 'class').first?.value)];
  return {
    city: naming.named(partner),
    code: partner.slug,
    countryName: naming.countryLabelOf(partner.country),
    classCode,
    className: classCode === null ? null : (classes.get(classCode) ?? null),
    since: dateIn(since?.value),
    status: statusOf(facts.statements, office)?.code ?? null,
    theirs: statusOf(facts.statements, partner.officeId)?.code ?? null,
    source: since === null || since.source.title === '' ? null : since.source.title,
    note: noteOf(tie, { office, language: work.actor.language }),
  };
}

/** Writes the register of an office for its members, outside the transaction that reads it. Refuses `kernel.forbidden`. */
export async function exportRegister(transact: Transact, input: Asked<'exportRegister'>): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const register = await loadOfficeRegister(work, input.officeId);
    if (!register.ok) return register;
    const { office, ties } = register.value;
    const classes = new Map((await classesFor(work)).map(({ code, name }) => [code, name]));
    const naming = await namingOf(work, 'export');
    const lines = ties.flatMap((tie) => (naming.mayShow(tie.partner) ? [lineOf(work, tie, office, { classes, naming })] : []));
    return ok({ lines, language: input.language ?? work.actor.language, day: work.now.toISOString().slice(0, 10) });
  });
  if (!read.ok) return read;
  const { lines, language, day } = read.value;
  return writeRegister({ lines, format: input.format, language, name: `ties-${day}` });
}
