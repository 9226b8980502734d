// A public table of rates: pasted or chosen as a file, its columns named, its questions answered, kept with its source.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons, Refused, TextAction } from '#design/button.tsx';
import { ColumnMapping } from '#design/column-mapping.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { CurrencyField } from '#design/fields/currency-field.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import { ownSource, sourceAlone, SourceFields, sourceIsDoubtful, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { RateReadingShown } from '../../contract/rates.ts';
import { rateMeanings, standsOften } from '../../domain/rates/columns.ts';
import { rateDirections, rateMeasures, ratePeriods } from '../../domain/rates/table.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { RateQuestions } from './rate-questions.tsx';
import { BringIn } from '../sheet/bring-in.tsx';
import { useRateTable, type BeingRead } from './use-rate-table.ts';

/** Address: `/rates/import`. */
export function ImportRatesPage() {
  const { t } = useText();
  const office = useSession()?.offices.find(({ role }) => role !== 'viewer');
  return (
    <>
      <Title
        title={t('outcomes.rates_import_title')}
        note={t('outcomes.rates_import_note')}
        crumb={<Link to="/rates">{t('outcomes.rates_title')}</Link>}
      />
      {office !== undefined && <Bringing office={office.id} />}
    </>
  );
}

function Bringing({ office }: { readonly office: string }) {
  const table = useRateTable(office);
  const { t } = useText();
  const { reading } = table;
  return (
    <BringIn table={table} fileHint={t('outcomes.rates_file_hint')} reads={t('outcomes.rates_reading')}>
      {reading === null ? null : <AsRead office={office} table={table} reading={reading} />}
    </BringIn>
  );
}

interface AsReadProps {
  readonly office: string;
  readonly table: BeingRead;
  readonly reading: RateReadingShown;
}

const leftKinds = ['blank', 'left', 'ofBase', 'twice'] as const;

function AsRead({ office, table, reading }: AsReadProps) {
  const { t } = useText();
  const { how, answer } = table;
  const { questions, rates, left } = reading;
  return (
    <>
      <p aria-live="polite">
        <b>{t('outcomes.rates_understood', { count: rates })}</b>{' '}
        {questions.length > 0 && `${t('outcomes.rates_open', { count: questions.length })} `}
        {leftKinds.flatMap((kind) => (left[kind] > 0 ? [t(`outcomes.rates_left_${kind}`, { count: left[kind] })] : [])).join(' ')}
      </p>
      <Mapping table={table} reading={reading} />
      <About table={table} reading={reading} />
      <RateQuestions questions={questions} answers={how.answers} onAnswer={answer} />
      <Series reading={reading} />
      <Record office={office} table={table} rates={rates} />
    </>
  );
}

/** A meaning that is given to another column is taken from the first one, unless it may stand over several. */
function Mapping({ table: { how, setHow }, reading: { columns, heads, samples } }: Omit<AsReadProps, 'office'>) {
  const { t } = useText();
  // Opened once where it has to be looked at; afterwards it stays as the person has it.
  const [isOpen] = useState(heads === null || !(columns.includes('rate') || columns.includes('rates_of')));
  // What was chosen a moment ago stands before the server has read it.
  const chosen = how.columns.length > 0 ? how.columns : columns;
  return (
    <details open={isOpen}>
      <summary>{t('outcomes.rates_columns')}</summary>
      <ColumnMapping
        caption={t('outcomes.rates_columns')}
        columns={chosen.map((meaning, at) => {
          const name = heads?.[at]?.trim() ? heads[at] : t('outcomes.sheet_column_number', { number: at + 1 });
          return { name, called: name, samples: samples[at] ?? [], meaning };
        })}
        groups={[{ options: rateMeanings.map((value) => ({ value, text: t(`outcomes.rates_meaning_${value}`) })) }]}
        onChoose={(at, meaning) =>
          setHow({
            ...how,
            columns: chosen.map((known, place) =>
              place === at ? meaning : known === meaning && !standsOften(meaning) ? 'ignored' : known,
            ),
          })
        }
      />
    </details>
  );
}

/** What no file of rates says of itself, and what nobody may guess. */
function About({ table: { how, setHow, facts, setFacts }, reading }: Omit<AsReadProps, 'office'>) {
  const { t, language } = useText();
  const formats = useFormats();
  const { proposed } = reading;
  const base = how.base === '' ? t('outcomes.rates_base_unknown') : formats.currency(how.base);
  return (
    <Section title={t('outcomes.rates_about')}>
      <CurrencyField name="base" label={t('outcomes.rates_base')} value={how.base} onChange={(code) => setHow({ ...how, base: code })} />
      <Note>{t('outcomes.rates_base_hint')}</Note>
      {proposed !== null && (proposed.base !== how.base || (proposed.direction ?? facts.direction) !== facts.direction) && (
        <p className="note">
          {[
            t('outcomes.rates_proposed', { head: proposed.head, base: formats.currencyNamed(proposed.base) }),
            ...(proposed.direction === null
              ? []
              : [t(`outcomes.rates_direction_${proposed.direction}`, { base: formats.currency(proposed.base) })]),
          ].join(writing[language].comma) + writing[language].fullStop}{' '}
          <TextAction
            onPress={() => {
              setHow({ ...how, base: proposed.base });
              if (proposed.direction !== null) setFacts({ ...facts, direction: proposed.direction });
            }}
          >
            {t('outcomes.rates_take')}
          </TextAction>
        </p>
      )}
      <ChoiceField
        name="direction"
        label={t('outcomes.rates_direction')}
        value={facts.direction}
        options={rateDirections.map((value) => ({ value, text: t(`outcomes.rates_direction_${value}`, { base }) }))}
        onChange={(direction) => setFacts({ ...facts, direction })}
      />
      <ChoiceField
        name="measure"
        label={t('outcomes.rates_measure')}
        value={facts.measure}
        options={rateMeasures.map((value) => ({ value, text: t(`outcomes.rates_measure_${value}`) }))}
        onChange={(measure) => setFacts({ ...facts, measure })}
      />
      <ChoiceField
        name="period"
        label={t('outcomes.rates_period')}
        value={how.period ?? reading.period}
        options={ratePeriods.map((value) => ({ value, text: t(`outcomes.rates_period_${value}`) }))}
        onChange={(period) => setHow({ ...how, period })}
      />
    </Section>
  );
}

function Series({ reading: { series } }: Pick<AsReadProps, 'reading'>) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <Section title={t('outcomes.rates_series')} count={series.length}>
      <DataTable
        caption={t('outcomes.rates_series')}
        rows={series}
        rowKey={({ word, currency }) => `${word} ${currency}`}
        columns={[
          { key: 'word', head: t('outcomes.rates_word'), naming: true, cell: ({ word }) => <span translate="no">{word}</span> },
          {
            ...{ key: 'currency', head: t('outcomes.rates_currency') },
            cell: ({ currency }) => t('design.currency_named', { code: currency, name: formats.currency(currency) }),
          },
          { key: 'span', head: t('outcomes.rates_span'), nowrap: true, cell: ({ from, to }) => (from === to ? from : `${from} – ${to}`) },
          { key: 'rates', head: t('outcomes.rates_number'), end: true, cell: ({ rates }) => rates },
          { key: 'last', head: t('outcomes.rates_last'), end: true, cell: ({ last }) => last },
        ]}
      />
    </Section>
  );
}

interface RecordProps extends Pick<AsReadProps, 'office' | 'table'> {
  readonly rates: number;
}

function Record({ office, table, rates }: RecordProps) {
  const { t } = useText();
  const [source, setSource] = useState<SourceDraft>({ ...ownSource, origin: 'new' });
  const { facts, setFacts } = table;
  const { data } = useQuery(outcomesQueries.listRateTables.queryOptions({ input: { officeId: office } }));
  const known = (data?.entries ?? []).filter(
    ({ withdrawnAt, id }) => withdrawnAt === null && !data?.entries.some(({ replaces }) => replaces === id),
  );
  return (
    <Section title={t('outcomes.rates_source')}>
      <SourceFields alone name="source" office={office} value={source} onChange={setSource} />
      <TextField name="name" label={t('outcomes.rates_table_name')} value={facts.name} onChange={(name) => setFacts({ ...facts, name })} />
      {known.length > 0 && (
        <SelectField<string>
          name="replaces"
          label={t('outcomes.rates_replaces')}
          options={[
            { value: '', text: t('outcomes.rates_replaces_none') },
            ...known.map(({ id, name, number }) => ({
              value: id,
              text: number === 1 ? name : t('outcomes.rates_named', { name, number }),
            })),
          ]}
          value={facts.replaces}
          onChange={(replaces) => setFacts({ ...facts, replaces })}
        />
      )}
      <Keep source={source} table={table} rates={rates} />
    </Section>
  );
}

function Keep({ source, table, rates }: Omit<RecordProps, 'office'> & { readonly source: SourceDraft }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { keep, busy, trouble } = useKeeping();
  const { asked, facts, file, action, how } = table;
  const { direction, measure, name, replaces } = facts;
  const from = sourceAlone(source);
  const label = t('outcomes.rates_record', { count: rates });
  const isComplete = how.base !== '' && direction !== '' && measure !== '' && name.trim() !== '';
  const record = () => {
    if (direction === '' || measure === '' || from === undefined) return;
    const input = { ...asked, base: how.base, direction, measure, name, fileName: file?.file.name ?? null, source: from };
    void keep((context) => outcomesApi.recordRateTable({ ...input, replaces: replaces === '' ? null : replaces }, { context }), {
      said: ({ rates: count }) => t('outcomes.rates_recorded', { count }),
      undo: ({ id: tableId }) => outcomesApi.undoRateTable({ tableId }),
      after: () => void navigate({ to: '/rates', ignoreBlocker: true }),
    });
  };
  const reasons = [
    ...(rates === 0 ? [{ text: t('outcomes.rates_nothing') }] : []),
    ...(isComplete ? [] : [{ text: t('outcomes.rates_lacks_facts') }]),
    ...(from === undefined ? [{ text: t('outcomes.rates_need_source') }] : []),
    ...(sourceIsDoubtful(source) ? [{ text: t('outcomes.sheet_source_incomplete') }] : []),
  ];
  return (
    <>
      <TroubleNotice trouble={trouble} />
      {trouble !== null && (
        <ul>
          {[...new Set(trouble.problems.map(({ message }) => message))].map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {busy && <Progress sentence={t('outcomes.rates_recording')} />}
      <Buttons after>
        {reasons.length > 0 ? (
          <Refused reasons={reasons}>{label}</Refused>
        ) : (
          <Button kind="go" busy={busy || action.busy} onPress={record}>
            {label}
          </Button>
        )}
        <ButtonLink to="/rates">{t('design.cancel')}</ButtonLink>
      </Buttons>
    </>
  );
}
