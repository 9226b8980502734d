// Every row of a list as it is read now, none left out, with what it says beside what is made of it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { useNaming } from '#design/named.tsx';
import { StageMark } from '#design/stage-marks.tsx';
import { Figure as Written } from '#design/said.tsx';
import { inLanguage } from '#kernel/written-language.ts';
import type { SheetReadingShown } from '../../contract/sheets.ts';
import { isEnd } from '../../domain/stages.ts';
import { useCounted, useStageWord } from '../words.tsx';

type Row = SheetReadingShown['rows'][number];

export function SheetRows({ reading }: { readonly reading: SheetReadingShown }) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const word = useStageWord();
  const counted = useCounted();
  const nameOf = (id: string | null): string => {
    const known = reading.names.find((one) => one.id === id);
    return known === undefined ? '' : naming(known.name);
  };
  const besides = ({ facts }: Row): string =>
    facts === null
      ? ''
      : formats.list(
          [
            nameOf(facts.tieId),
            ...facts.parties.map(({ name, organisationId }) => name ?? nameOf(organisationId)),
            facts.source ?? '',
          ].flatMap((part) => (part === '' ? [] : [inLanguage(part, language)])),
        );
  return (
    <DataTable
      caption={t('outcomes.sheet_rows')}
      rows={reading.rows}
      rowKey={({ line }) => String(line)}
      rowState={({ state }) => (state === 'understood' || state === 'question' ? undefined : 'quiet')}
      columns={[
        { key: 'line', head: t('outcomes.sheet_line'), end: true, cell: ({ line }) => line },
        {
          key: 'title',
          head: t('outcomes.sheet_read_as'),
          naming: true,
          cell: (row) => (
            <>
              {row.facts?.title ??
                row.cells
                  .filter((cell) => cell.trim() !== '')
                  .join(' · ')
                  .slice(0, 120)}
              <small>{besides(row)}</small>
              {row.facts?.note != null && <small>{row.facts.note.slice(0, 200)}</small>}
            </>
          ),
        },
        {
          key: 'date',
          head: t('outcomes.meaning_date'),
          cell: ({ facts }) => (facts?.date == null ? null : <Written value={formats.flexDate(facts.date, 'table')} />),
        },
        {
          key: 'stage',
          head: t('outcomes.stage'),
          cell: ({ facts, state }) => {
            if (facts === null) return state === 'understood' ? null : t(`outcomes.sheet_state_${state}`);
            const { stage, kind } = facts;
            return (
              <StageMark stage={isEnd(stage) ? 'potential' : stage} ended={isEnd(stage) ? stage : undefined}>
                {word(stage, { kind })}
              </StageMark>
            );
          },
        },
        {
          key: 'amount',
          head: t('outcomes.amount'),
          end: true,
          cell: ({ facts }) => (
            <>
              {facts?.amount != null && <Written value={formats.money(facts.amount, facts.qualifier)} />}
              {facts !== null && facts.count !== null && (
                <small>
                  <Written value={counted({ kind: facts.kind, counted: null }, facts.count, facts.countQualifier)} />
                </small>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
