// How a paste and its rows become what callers read.
import type { PasteReadingShown, PasteShown, PastedRowShown, QuestionShown } from '../../contract/register.ts';
import type { KeptRow, PasteRecord } from '../../domain/paste/batch.ts';
import { isRegisterPlace } from '../../domain/paste/changes.ts';
import { orderRead, type ReadRow } from '../../domain/paste/read-rows.ts';
import type { RowQuestion, Suggestion, Verdict } from '../../domain/paste/verdicts.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import type { ReadPaste } from './read-paste.ts';

const questionOf = (question: RowQuestion): QuestionShown => ({
  about: question.about,
  code: question.code,
  params: { ...question.params },
  cities: question.about === 'city' ? [...question.choices] : [],
  dates: question.about === 'since' ? [...question.choices] : [],
  codes:
    question.about === 'country' || question.about === 'class' || question.about === 'status' || isRegisterPlace(question.about)
      ? question.choices.map(String)
      : [],
  suggested: question.suggested === null ? null : suggestionOf(question.suggested),
});

const suggestionOf = ({ asNote, ...rest }: Suggestion): NonNullable<QuestionShown['suggested']> => ({
  ...rest,
  ...(asNote === undefined ? {} : { asNote: [...asNote] }),
});

function rowOf(read: ReadRow, verdict: Verdict | undefined, kept: KeptRow | undefined): PastedRowShown {
  const understood = verdict !== undefined && 'row' in verdict ? verdict.row : null;
  return {
    number: read.number,
    line: read.line,
    cells: [...read.cells],
    state: kept === undefined ? (verdict?.state ?? 'not_understood') : 'kept',
    with: verdict !== undefined && 'with' in verdict && kept === undefined ? verdict.with : null,
    tieId: kept?.tieId ?? null,
    // A row that asks something of a tie on the register says which one that is.
    city: understood?.city ?? (verdict !== undefined && 'questions' in verdict ? verdict.city : null),
    since: understood?.since ?? (read.since.state === 'read' ? read.since.value : null),
    classCode: understood?.classCode ?? (read.classCode.state === 'read' ? read.classCode.value : null),
    status: understood?.status ?? (read.status.state === 'read' ? read.status.value : null),
    note: understood?.note ?? read.note,
    questions: kept === undefined && verdict !== undefined && 'questions' in verdict ? verdict.questions.map(questionOf) : [],
  };
}

/** Every row of the range in order, none left out. */
export function showReading({ reading, sheet, rows, verdicts }: ReadPaste, kept: readonly KeptRow[]): PasteReadingShown {
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.number, verdict]));
  const keptOf = new Map(kept.map((row) => [row.row, row]));
  return {
    dayOrder: orderRead(sheet, reading.order),
    above: sheet.above.map(({ cells }) =>
      cells
        .filter((cell) => cell.trim() !== '')
        .join(' ')
        .slice(0, 200),
    ),
    heads: sheet.heads === null ? null : [...sheet.heads],
    columns: [...sheet.columns],
    carried: rows.filter(({ isCountryCarried }) => isCountryCarried).length,
    rows: rows.map((row) => rowOf(row, verdictOf.get(row.number), keptOf.get(row.number))),
  };
}

export const showPaste = (paste: PasteRecord, read: ReadPaste, worked: readonly TieId[]): PasteShown => ({
  id: paste.id,
  version: paste.version,
  ...showReading(read, paste.isUndone ? [] : paste.kept),
  order: paste.reading.order,
  sourceId: paste.reading.sourceId,
  kept: paste.isUndone ? 0 : paste.kept.length,
  worked: [...worked],
  isSettled: paste.isSettled,
  isUndone: paste.isUndone,
});
