// What other cities asked of the office and a range answers by saying the same: told before it is kept, since the question is gone then.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { valuesAgree, type StatedValue } from '#modules/evidence/domain/value.ts';
import { Value } from '#modules/evidence/ui/value.tsx';
import { useCodeName } from '#modules/ties/ui/words.tsx';
import type { Desk, PastedRowShown, PasteReadingShown } from '../../contract/register.ts';
import { deskQueries } from '../client.ts';
import { answersFor, groupsOf, type ChosenAnswers } from './paste-questions.tsx';

/** The columns of a range that can answer, with the field by which our own word is kept instead. */
const columns = [
  { attribute: 'class', column: 'class', choice: 'earlierClass' },
  { attribute: 'established', column: 'since', choice: 'earlier' },
  { attribute: 'status', column: 'status', choice: 'earlierStatus' },
] as const;
type Column = (typeof columns)[number];

function saidIn({ classCode, since, status }: PastedRowShown, { column }: Column): StatedValue | null {
  if (column === 'since') return since === null ? null : { type: 'date', date: since };
  const code = column === 'class' ? classCode : status;
  return code === null ? null : { type: 'code', code };
}

interface PasteAnswersProps {
  readonly reading: PasteReadingShown;
  readonly desk: Desk;
  readonly chosen: ChosenAnswers;
}

export function PasteAnswers({ reading, desk, chosen }: PasteAnswersProps) {
  const { t } = useText();
  const naming = useNaming();
  const codeName = useCodeName(desk.classes);
  const { data } = useQuery(deskQueries.listAnswers.queryOptions({ input: { officeId: desk.office, limit: 200 } }));
  const entries = data === undefined ? [] : [...data.entries, ...data.later];
  const given = new Map(answersFor(groupsOf(reading), chosen).map((answer) => [answer.row, answer]));
  const answered = reading.rows.flatMap((row) => {
    const tie = desk.rows.find(({ city }) => row.city !== null && city.id === row.city.cityId);
    const answer = given.get(row.number);
    // What says nothing new is not entered, so it answers nothing either.
    if (tie === undefined || row.state === 'same' || answer?.leaveOut === true) return [];
    return columns.flatMap((column) => {
      const said = answer?.[column.choice] === 'keep' ? null : saidIn(row, column);
      const asked = entries.find((one) => one.kind === 'said' && one.tieId === tie.tieId && one.attribute === column.attribute);
      return said !== null && asked?.kind === 'said' && valuesAgree(asked.theirs.value, said) ? [{ tie, ...column, said }] : [];
    });
  });
  if (answered.length === 0) return null;
  return (
    <Notice kind="plain">
      {t('desk.paste_answers')}
      <ul>
        {answered.map(({ tie, column, said }) => (
          <li key={`${tie.tieId} ${column}`}>
            {naming(tie.city.name)}
            {t('ties.colon')}
            {t(`desk.column_${column}`)} <Value value={said} style="table" codeName={codeName} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
