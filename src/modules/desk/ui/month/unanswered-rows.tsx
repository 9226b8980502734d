// What others say and we have not answered, the oldest first, answered in place or put off for a month.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import { AnswerListedItem, AnswerListedWord } from '#modules/ties/ui/answer-listed.tsx';
import { useAttributeName, useCodeName } from '#modules/ties/ui/words.tsx';
import type { Desk } from '../../contract/register.ts';
import { deskApi, deskQueries } from '../client.ts';
import { TieLink } from './desk-words.tsx';

/** Something of another module that waits for the office's word; `at` is when it was said (ISO). */
export type WaitingRow = Omit<RowEntry, 'when'> & { readonly at: string };

/** After so many days somebody should have answered. */
const LONG = 14;

/** The cities of a tie of the register in the order of its sides; nothing is named that the desk does not name. */
function sidesOf({ rows, city }: Desk, tieId: string) {
  const row = rows.find((known) => known.tieId === tieId);
  const [far, near] = [row?.city, row?.near ?? city];
  const both = [far, near].flatMap((one) => one ?? []).toSorted((x, y) => (x.id < y.id ? -1 : 1));
  const nobody = { name: {} };
  return { a: both[0] ?? nobody, b: both[1] ?? nobody };
}

export interface Unanswered {
  readonly now: readonly RowEntry[];
  /** Put off: counted with nothing that waits. */
  readonly later: readonly RowEntry[];
}

export function useUnanswered(desk: Desk, waiting: readonly WaitingRow[]): Unanswered {
  const { t } = useText();
  const formats = useFormats();
  const ofTies = useTieRows(desk);
  const off = new Set(desk.putOff);
  const all = [...ofTies, ...waiting].toSorted((x, y) => (x.at < y.at ? -1 : 1));
  const rowOf = ({ at, detail, ...row }: WaitingRow): RowEntry => {
    const days = formats.daysBetween(at.slice(0, 10), desk.today);
    return {
      ...row,
      when: days < 1 ? t('desk.since_today') : t('desk.waits_days', { count: days }),
      late: days > LONG && !off.has(row.key),
      detail: (
        <>
          {detail}
          {desk.mayEdit && <Later desk={desk} subject={row.key} isOff={off.has(row.key)} />}
        </>
      ),
    };
  };
  const of = (isOff: boolean) => all.filter(({ key }) => off.has(key) === isOff).map(rowOf);
  return { now: of(false), later: of(true) };
}

/** What is put off, one press away. */
export function PutOff({ rows }: { readonly rows: readonly RowEntry[] }) {
  const { t } = useText();
  const [isShown, setShown] = useState(false);
  const words = t('desk.put_off_count', { count: rows.length });
  return (
    <>
      <p className="more">
        <Button kind="text" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
          {words}
        </Button>
      </p>
      {isShown && <Rows entries={rows} label={words} />}
    </>
  );
}

/** Puts it off for a month, or has it ask again now. */
function Later({ desk: { office }, subject, isOff }: { readonly desk: Desk; readonly subject: string; readonly isOff: boolean }) {
  const { t } = useText();
  const { keep, busy } = useKeeping(deskQueries.key());
  const put = (later: boolean) => deskApi.putOffAnswer({ officeId: office, subject, later });
  const press = () => void keep(() => put(!isOff), { said: t(isOff ? 'desk.asks_again' : 'desk.was_put_off'), undo: () => put(isOff) });
  return (
    <span className="btns">
      <TextAction disabled={busy} onPress={press}>
        {t(isOff ? 'desk.ask_again' : 'desk.put_off')}
      </TextAction>
    </span>
  );
}

/** What the other sides of our ties say and we have not answered, with the answers in place. */
function useTieRows(desk: Desk): readonly WaitingRow[] {
  const { t } = useText();
  const codeName = useCodeName(desk.classes);
  const attributeName = useAttributeName();
  const naming = useNaming();
  return desk.unanswered.map((entry): WaitingRow => {
    const { tieId, at } = entry;
    if (entry.kind === 'item') {
      const { itemId, state, title } = entry;
      return {
        ...{ key: `item ${itemId} ${state}`, at, what: <TieLink desk={desk} tieId={tieId} at="agreements" /> },
        detail: (
          <>
            <Named text={title} quiet />
            {t('ties.colon')}
            {t(`desk.they_say_${state}`)}
            {desk.mayEdit && (
              <span className="btns">
                <AnswerListedItem {...{ tieId, itemId, state }} office={desk.office} of={naming(title)} />
              </span>
            )}
          </>
        ),
      };
    }
    const { attribute, theirs, ours, isUnseen } = entry;
    const sides = sidesOf(desk, tieId);
    const of = attributeName(attribute, sides);
    return {
      ...{ key: `said ${tieId} ${attribute} ${at}`, at, what: <TieLink desk={desk} tieId={tieId} at={`said-${attribute}`} /> },
      detail: (
        <>
          {of}
          {t('ties.colon')}
          <Value value={theirs} style="table" codeName={codeName} />
          {t('ties.semicolon_between')}
          {ours === null ? (
            t('desk.we_say_nothing')
          ) : (
            <>
              {t('desk.we_say_otherwise')} <Value value={ours} style="table" codeName={codeName} />
              {isUnseen && t('desk.answer_unseen')}
            </>
          )}
          {desk.mayEdit && (
            <span className="btns">
              <AnswerListedWord {...{ tieId, attribute, isUnseen }} office={desk.office} of={of} />
            </span>
          )}
        </>
      ),
    };
  });
}
