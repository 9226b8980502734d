// What others say and we have not answered, the oldest first; the tie or the outcome is where one answers.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import type { RowEntry } from '#design/rows.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import { useAttributeName, useCodeName } from '#modules/ties/ui/words.tsx';
import type { Desk } from '../../contract/register.ts';
import { TieLink } from './desk-words.tsx';
import { FewRows } from './few-rows.tsx';

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

export function UnansweredRows({ desk, waiting }: { readonly desk: Desk; readonly waiting: readonly WaitingRow[] }) {
  const { t } = useText();
  const formats = useFormats();
  const codeName = useCodeName(desk.classes);
  const attributeName = useAttributeName();
  const ofTies = desk.unanswered.map((entry, at): WaitingRow => ({
    key: `${entry.tieId} ${at}`,
    at: entry.at,
    what: <TieLink desk={desk} tieId={entry.tieId} at={entry.kind === 'item' ? 'agreements' : `said-${entry.attribute}`} />,
    detail:
      entry.kind === 'item' ? (
        <>
          <Named text={entry.title} quiet />
          {t('ties.colon')}
          {t(`desk.they_say_${entry.state}`)}
        </>
      ) : (
        <>
          {attributeName(entry.attribute, sidesOf(desk, entry.tieId))}
          {t('ties.colon')}
          <Value value={entry.theirs} style="table" codeName={codeName} />
          {t('ties.semicolon_between')}
          {entry.ours === null ? (
            t('desk.we_say_nothing')
          ) : (
            <>
              {t('desk.we_say_otherwise')} <Value value={entry.ours} style="table" codeName={codeName} />
              {entry.isUnseen && t('desk.answer_unseen')}
            </>
          )}
        </>
      ),
  }));
  const all = [...ofTies, ...waiting].toSorted((x, y) => (x.at < y.at ? -1 : 1));
  const rows = all.map(({ at, ...row }): RowEntry => {
    const days = formats.daysBetween(at.slice(0, 10), desk.today);
    return { ...row, when: days < 1 ? t('desk.since_today') : t('desk.waits_days', { count: days }), late: days > LONG };
  });
  return <FewRows entries={rows} label={t('desk.unanswered')} />;
}
