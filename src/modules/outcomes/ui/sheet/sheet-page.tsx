// An office's old list of outcomes: pasted or chosen as a file, its columns named, its questions answered, recorded as a whole.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons, ButtonLink, Refused } from '#design/button.tsx';
import { ColumnMapping } from '#design/column-mapping.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { ownSource, sourceAlone, SourceFields, sourceIsDoubtful } from '#modules/evidence/ui/source-fields.tsx';
import type { SheetReadingShown } from '../../contract/sheets.ts';
import { sheetMeanings, standsOften, type SheetMeaning } from '../../domain/sheet/columns.ts';
import { outcomesApi } from '../client.ts';
import { SheetQuestions } from './sheet-questions.tsx';
import { SheetRows } from './sheet-rows.tsx';
import { BringIn } from './bring-in.tsx';
import { useSheet } from './use-sheet.ts';

/** Address: `/outcomes/import`. */
export function SheetPage() {
  const { t } = useText();
  const office = useSession()?.offices.find(({ role }) => role !== 'viewer');
  return (
    <>
      <Title title={t('outcomes.sheet_title')} note={t('outcomes.sheet_note')} crumb={<Link to="/outcomes">{t('outcomes.of_tie')}</Link>} />
      {office !== undefined && <Bringing office={office.id} />}
    </>
  );
}

function Bringing({ office }: { readonly office: string }) {
  const sheet = useSheet(office);
  const { t } = useText();
  const { reading } = sheet;
  return (
    <BringIn table={sheet} fileHint={t('outcomes.sheet_file_hint')} reads={t('outcomes.sheet_reading')}>
      {reading === null ? null : <AsRead office={office} sheet={sheet} reading={reading} />}
    </BringIn>
  );
}

interface AsReadProps {
  readonly office: string;
  readonly sheet: ReturnType<typeof useSheet>;
  readonly reading: SheetReadingShown;
}

function AsRead({ office, sheet, reading }: AsReadProps) {
  const { t } = useText();
  const { how, setHow, answer } = sheet;
  const { above, dayOrder, rows } = reading;
  const count = (state: SheetReadingShown['rows'][number]['state']): number => rows.filter((row) => row.state === state).length;
  return (
    <>
      <p aria-live="polite">
        <b>{t('outcomes.sheet_understood_of', { understood: count('understood'), total: rows.length })}</b>{' '}
        {count('question') > 0 && t('outcomes.sheet_open', { count: count('question') })}
      </p>
      {above.length > 0 && <Note>{t('outcomes.sheet_above', { text: above.join(' · ').slice(0, 200) })}</Note>}
      {dayOrder.ambiguous > 0 && dayOrder.shown === null && (
        <ChoiceField
          name="order"
          label={t('outcomes.sheet_order')}
          hint={t('outcomes.sheet_order_hint', { example: dayOrder.example ?? '' })}
          value={how.order ?? 'unknown'}
          options={(['unknown', 'day_first', 'month_first'] as const).map((value) => ({ value, text: t(`outcomes.sheet_order_${value}`) }))}
          onChange={(order) => setHow({ ...how, order: order === 'unknown' ? null : order })}
        />
      )}
      <Mapping reading={reading} onChange={(columns) => setHow({ ...how, columns })} />
      <SheetQuestions reading={reading} answers={how.answers} onAnswer={answer} />
      <Section title={t('outcomes.sheet_rows')} count={rows.length}>
        <SheetRows reading={reading} />
      </Section>
      <Record office={office} sheet={sheet} understood={count('understood')} />
    </>
  );
}

/** A meaning that is given to another column is taken from the first one, unless it may stand over several. */
function Mapping({
  reading,
  onChange,
}: {
  readonly reading: SheetReadingShown;
  readonly onChange: (columns: readonly SheetMeaning[]) => void;
}) {
  const { t } = useText();
  const { columns, heads, rows } = reading;
  const samplesAt = (at: number) => rows.flatMap(({ cells }) => (cells[at]?.trim() ? [cells[at].slice(0, 60)] : [])).slice(0, 3);
  return (
    <details open={heads === null || !columns.includes('title')}>
      <summary>{t('outcomes.sheet_columns')}</summary>
      <ColumnMapping
        caption={t('outcomes.sheet_columns')}
        columns={columns.map((meaning, at) => {
          const name = heads?.[at]?.trim() ? heads[at] : t('outcomes.sheet_column_number', { number: at + 1 });
          return { name, called: name, samples: samplesAt(at), meaning };
        })}
        groups={[{ options: sheetMeanings.map((value) => ({ value, text: t(`outcomes.meaning_${value}`) })) }]}
        onChoose={(at, meaning) =>
          onChange(columns.map((known, place) => (place === at ? meaning : known === meaning && !standsOften(meaning) ? 'extra' : known)))
        }
      />
    </details>
  );
}

function Record({
  office,
  sheet: { text, file, how, action },
  understood,
}: Pick<AsReadProps, 'office' | 'sheet'> & { readonly understood: number }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [source, setSource] = useState(ownSource);
  const { keep, busy, trouble } = useKeeping();
  const record = () => {
    const { columns, order, answers } = how;
    const from = sourceAlone(source);
    const input = { officeId: office, text, columns: [...columns], order, answers: [...answers], name: file?.file.name ?? null };
    void keep((context) => outcomesApi.recordOutcomeSheet({ ...input, ...(from === undefined ? {} : { source: from }) }, { context }), {
      said: ({ recorded }) => t('outcomes.sheet_recorded', { count: recorded }),
      undo: ({ id: sheetId }) => outcomesApi.undoOutcomeSheet({ sheetId }),
      after: () => void navigate({ to: '/outcomes', ignoreBlocker: true }),
    });
  };
  const label = t('outcomes.sheet_record', { count: understood });
  return (
    <Section title={t('outcomes.sheet_source')}>
      <SourceFields alone name="source" office={office} value={source} onChange={setSource} />
      <TroubleNotice trouble={trouble} />
      {trouble !== null && (
        <ul>
          {[...new Set(trouble.problems.map(({ message }) => message))].map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {busy && <Progress sentence={t('outcomes.sheet_recording')} />}
      <Buttons after>
        {understood === 0 || sourceIsDoubtful(source) ? (
          <Refused reasons={[{ text: t(understood === 0 ? 'outcomes.sheet_nothing' : 'outcomes.sheet_source_incomplete') }]}>
            {label}
          </Refused>
        ) : (
          <Button kind="go" busy={busy || action.busy} onPress={record}>
            {label}
          </Button>
        )}
        <ButtonLink to="/outcomes">{t('design.cancel')}</ButtonLink>
      </Buttons>
    </Section>
  );
}
