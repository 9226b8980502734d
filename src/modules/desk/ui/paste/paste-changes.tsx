// Where a range says otherwise than the register: old beside new, decided row by row or for all at once.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import type { PasteReadingShown } from '../../contract/register.ts';
import {
  answerWith,
  choiceOf,
  earlierChoices,
  isRegisterPlace,
  type EarlierChoice,
  type RegisterPlace,
} from '../../domain/paste/changes.ts';
import { statuses } from '#modules/ties/domain/attributes.ts';
import { AsWritten } from '#design/named.tsx';
import { markedTitle } from '#kernel/written-language.ts';
import { useClassName, type NamedClass } from '#modules/ties/ui/words.tsx';
import { answerOf, cityWritten, groupsOf, type ChosenAnswers, type Group } from './paste-questions.tsx';

const LATER = 'later';

const placeName = { earlier: 'since', earlier_class: 'class', earlier_status: 'status', earlier_note: 'note' } as const;

interface Change {
  readonly group: Group;
  readonly place: RegisterPlace;
}

const changesIn = (reading: PasteReadingShown): readonly Change[] =>
  groupsOf(reading).flatMap((group) => {
    const { about } = group.question;
    return isRegisterPlace(about) ? [{ group, place: about }] : [];
  });

interface PasteChangesProps {
  readonly reading: PasteReadingShown;
  readonly classes: readonly NamedClass[];
  readonly chosen: ChosenAnswers;
  readonly onChoose: (chosen: ChosenAnswers) => void;
}

export function PasteChanges({ reading, classes, chosen, onChoose }: PasteChangesProps) {
  const { t, language } = useText();
  const valueOf = useValue(classes);
  const changes = changesIn(reading);
  if (changes.length === 0) return null;
  const choose = (some: readonly Change[], choice: EarlierChoice | null) =>
    onChoose(
      new Map([...chosen, ...some.map(({ group, place }) => [group.key, choice === null ? null : answerWith(place, choice)] as const)]),
    );
  // What is not ours to replace stays beside what the range says.
  const takeAll = () =>
    onChoose(
      new Map([
        ...chosen,
        ...changes.map(
          ({ group, place }) => [group.key, answerWith(place, group.question.codes.includes('replace') ? 'replace' : 'keep_both')] as const,
        ),
      ]),
    );
  const rows = new Set(changes.flatMap(({ group }) => group.rows.map(({ number }) => number))).size;
  const sourceOf = ({ group }: Change): string => String(group.question.params['source'] ?? '');
  const givenUp = new Set(
    changes
      .filter(({ group }) => group.question.codes.includes('replace'))
      .map(sourceOf)
      .filter((title) => title !== ''),
  ).size;
  const cityOf = ({ group }: Change): string => group.rows.map((row) => cityWritten(row, reading.columns)).join();
  return (
    <section className="spaced" aria-labelledby="paste-changes">
      <h3 id="paste-changes">{t('desk.changes_heading', { count: rows })}</h3>
      <p className="note">{t('desk.changes_note')}</p>
      <DataTable
        caption={t('desk.changes_heading', { count: rows })}
        rows={changes}
        rowKey={({ group }) => group.key}
        rowState={({ group }) => (answerOf(group, chosen) === null ? 'flag' : undefined)}
        columns={[
          { key: 'row', head: t('desk.row'), cell: ({ group }) => group.rows[0]?.line },
          { key: 'city', head: t('ties.column_city'), naming: true, cell: cityOf },
          { key: 'place', head: t('desk.change_place'), cell: ({ place }) => t(`desk.meaning_${placeName[place]}`) },
          {
            key: 'ours',
            head: t('desk.change_ours'),
            cell: (change) => <Ours value={valueOf(change.place, change.group.question.params, 'ours')} source={sourceOf(change)} />,
          },
          {
            key: 'pasted',
            head: t('desk.change_pasted'),
            cell: ({ group, place }) => <b>{valueOf(place, group.question.params, 'pasted')}</b>,
          },
          {
            key: 'choice',
            head: t('desk.change_choice'),
            cell: (change) => {
              const given = answerOf(change.group, chosen);
              const choice = given === null ? undefined : choiceOf(given, change.place);
              return (
                <select
                  className="in"
                  aria-label={t('desk.change_choice_of', { place: t(`desk.meaning_${placeName[change.place]}`), city: cityOf(change) })}
                  value={choice ?? LATER}
                  onChange={({ target }) => choose([change], earlierChoices.find((one) => one === target.value) ?? null)}
                >
                  {earlierChoices
                    .filter((one) => change.group.question.codes.includes(one))
                    .map((one) => (
                      <option key={one} value={one}>
                        {one === 'replace' && sourceOf(change) !== ''
                          ? t('desk.earlier_replace_cited', { source: markedTitle(sourceOf(change), language) })
                          : t(`desk.earlier_${one}`)}
                      </option>
                    ))}
                  <option value={LATER}>{t('ties.decide_later')}</option>
                </select>
              );
            },
          },
        ]}
      />
      {changes.length > 1 && (
        <Buttons after>
          <Button onPress={takeAll}>
            {givenUp === 0 ? t('desk.changes_take_all') : t('desk.changes_take_all_cited', { count: givenUp })}
          </Button>
          <Button onPress={() => choose(changes, 'keep')}>{t('desk.changes_keep_all')}</Button>
        </Buttons>
      )}
    </section>
  );
}

/** What our office states, with its source where others can look it up. */
function Ours({ value, source }: { readonly value: string; readonly source: string }) {
  const { language } = useText();
  return (
    <>
      {value}
      {source !== '' && (
        <div className="note">
          <AsWritten text={markedTitle(source, language)} />
        </div>
      )}
    </>
  );
}

/** What stands on record or in the row, in the reader's words. */
function useValue(classes: readonly NamedClass[]) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(classes);
  return (place: RegisterPlace, params: Group['question']['params'], side: 'ours' | 'pasted'): string => {
    if (place === 'earlier') {
      const text = String(params[side === 'ours' ? 'date' : 'pasted'] ?? '');
      const qualifier = side === 'pasted' ? undefined : params['qualifier'];
      return formats.spelt(
        formats.flexDate(
          { text, qualifier: qualifier === 'about' || qualifier === 'before' || qualifier === 'after' ? qualifier : 'exact' },
          'table',
        ),
      );
    }
    const word = String(params[side] ?? '');
    if (place === 'earlier_class') return nameOf(word);
    const status = statuses.find((one) => place === 'earlier_status' && one === word);
    return status === undefined ? word : t(`ties.status_${status}`);
  };
}
