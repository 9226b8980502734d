// How a sheet that was read becomes what callers see: every row, what is asked of it, and the names behind what can be chosen.
import type { MultilingualText } from '#kernel/language.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import { describeSubjects } from '../subjects.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../../contract.ts';
import { dayOrderIn, isAmbiguous } from '#reading/day-order.ts';
import type { ReadSheet } from './read-sheet.ts';

type Reading = Answer<'previewOutcomeSheet'>;

/** Titles of the ties and names of the organisations among the choices, by id. */
async function namesOf(work: Work, { rows, known }: ReadSheet): Promise<Reading['names']> {
  const chosen = rows.flatMap(({ questions }) => questions.flatMap(({ about, choices }) => (about === 'organisation' ? choices : [])));
  const used = rows.flatMap(({ facts }) => facts?.parties.flatMap(({ organisationId }) => organisationId ?? []) ?? []);
  const ids = [...new Set([...chosen.filter((choice) => choice.length === 36), ...used])];
  const ties = await describeSubjects(
    work,
    known.ties.map(({ tieId }) => ({ subjectKind: 'tie' as const, subjectId: tieId })),
    'own',
  );
  const named: readonly (readonly [string, MultilingualText])[] = [
    ...[...ties].map(([id, { title }]) => [id, title] as const),
    ...(await nameOrganisations(work, ids)),
  ];
  return named.map(([id, name]) => ({ id, name: { ...name } }));
}

export async function showReading(work: Work, read: ReadSheet): Promise<Reading> {
  const { sheet, rows } = read;
  const dates = sheet.columns.indexOf('date');
  const cells = dates < 0 ? [] : sheet.rows.map((row) => row.cells[dates] ?? '');
  return {
    above: sheet.above.map(({ cells: above }) =>
      above
        .filter((cell) => cell.trim() !== '')
        .join(' ')
        .slice(0, 200),
    ),
    heads: sheet.heads === null ? null : [...sheet.heads],
    columns: [...sheet.columns],
    dayOrder: {
      shown: dayOrderIn(cells)?.order ?? null,
      ambiguous: cells.filter(isAmbiguous).length,
      example: cells.find(isAmbiguous)?.slice(0, 40) ?? null,
    },
    names: await namesOf(work, read),
    rows: rows.map(({ line, cells: typed, state, facts, questions }) => ({
      ...{ line, cells: [...typed], state },
      facts: facts === null ? null : { ...facts, parties: facts.parties.map((party) => ({ ...party })) },
      questions: questions.map((question) => ({ ...question, params: { ...question.params }, choices: [...question.choices] })),
    })),
  };
}
