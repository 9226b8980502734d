// The exchange rates of an office: by which table and in which currency its sums are shown besides their own, and the tables it brought in.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons, TextAction } from '#design/button.tsx';
import { CurrencyField } from '#design/fields/currency-field.tsx';
import { CheckField, SelectField } from '#design/fields/field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import type { RateChoiceShown, RateTableShown } from '../../contract/rates.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';

/** Address: `/rates`. */
export function RatesPage() {
  const { t } = useText();
  const office = useSession()?.offices[0];
  return (
    <>
      <Title title={t('outcomes.rates_title')} note={t('outcomes.rates_note')} />
      {office !== undefined && <OfRates office={office.id} mayEdit={office.role !== 'viewer'} />}
    </>
  );
}

interface Whose {
  readonly office: string;
  readonly mayEdit: boolean;
}

function OfRates({ office, mayEdit }: Whose) {
  const { t } = useText();
  const { data } = useQuery(outcomesQueries.listRateTables.queryOptions({ input: { officeId: office } }));
  if (data === undefined) return <Skeleton label={t('outcomes.rates_title')} lines={6} />;
  const inForce = data.entries.filter(({ withdrawnAt }) => withdrawnAt === null);
  const add = mayEdit && (
    <ButtonLink kind="go" to="/rates/import">
      {t('outcomes.rates_add')}
    </ButtonLink>
  );
  if (data.entries.length === 0)
    return (
      <Empty heading={t('outcomes.rates_none')} actions={add}>
        {t('outcomes.rates_none_text')}
      </Empty>
    );
  return (
    <>
      {inForce.length > 0 && mayEdit && <Choice key={JSON.stringify(data.choice)} office={office} tables={inForce} choice={data.choice} />}
      <Section title={t('outcomes.rates_tables')}>
        <Tables tables={data.entries} choice={data.choice} mayEdit={mayEdit} />
        <Buttons after>{add}</Buttons>
      </Section>
      {inForce.length > 0 && <LookUp tables={inForce} />}
    </>
  );
}

const useTableName = () => {
  const { t } = useText();
  return ({ name, number }: Pick<RateTableShown, 'name' | 'number'>): string =>
    number === 1 ? name : t('outcomes.rates_named', { name, number });
};

function Choice({
  office,
  tables,
  choice,
}: {
  readonly office: string;
  readonly tables: readonly RateTableShown[];
  readonly choice: RateChoiceShown | null;
}) {
  const { t } = useText();
  const nameOf = useTableName();
  const { keep, busy, trouble } = useKeeping();
  const [tableId, setTable] = useState<string>(choice?.tableId ?? '');
  const [currency, setCurrency] = useState(choice?.currency ?? '');
  const [isPublic, setPublic] = useState(choice?.isPublic ?? false);
  const table = tables.find(({ id }) => id === tableId);
  const save = () => {
    const chosen = table === undefined ? null : { tableId: table.id, currency, isPublic };
    void keep(() => outcomesApi.chooseRates({ officeId: office, choice: chosen }), { said: t('outcomes.rates_choice_saved') });
  };
  return (
    <Section title={t('outcomes.rates_choice')}>
      <SelectField<string>
        name="choice.tableId"
        label={t('outcomes.rates_choice_table')}
        options={[{ value: '', text: t('outcomes.rates_choice_none') }, ...tables.map((one) => ({ value: one.id, text: nameOf(one) }))]}
        value={tableId}
        onChange={setTable}
      />
      {table !== undefined && (
        <>
          <CurrencyField name="choice.currency" label={t('outcomes.rates_choice_currency')} value={currency} onChange={setCurrency} />
          <CheckField name="choice.isPublic" label={t('outcomes.rates_choice_public')} checked={isPublic} onChange={setPublic} />
          <Note>{t('outcomes.rates_cross', { base: table.base })}</Note>
        </>
      )}
      <TroubleNotice trouble={trouble} />
      {trouble?.problems.map(({ message }) => (
        <p className="err" key={message}>
          {message}
        </p>
      ))}
      <Buttons after>
        <Button kind="go" busy={busy} onPress={save}>
          {t('outcomes.rates_choice_save')}
        </Button>
      </Buttons>
    </Section>
  );
}

function Tables({
  tables,
  choice,
  mayEdit,
}: {
  readonly tables: readonly RateTableShown[];
  readonly choice: RateChoiceShown | null;
  readonly mayEdit: boolean;
}) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useTableName();
  const newer = ({ id }: RateTableShown) => tables.find(({ replaces, withdrawnAt }) => replaces === id && withdrawnAt === null);
  const marks = (table: RateTableShown): readonly string[] => {
    const next = newer(table);
    return [
      ...(choice?.tableId === table.id ? [t('outcomes.rates_chosen')] : []),
      ...(table.isPublic ? [t('outcomes.rates_public')] : []),
      ...(table.withdrawnAt === null ? [] : [t('outcomes.rates_is_withdrawn')]),
      ...(next === undefined ? [] : [t('outcomes.rates_replaced', { number: next.number })]),
    ];
  };
  const columns: readonly Column<RateTableShown>[] = [
    {
      ...{ key: 'name', head: t('outcomes.rates_name'), naming: true },
      cell: (table) => (
        <>
          {nameOf(table)} <small>{marks(table).join(' · ')}</small>
        </>
      ),
    },
    {
      ...{ key: 'kind', head: t('outcomes.rates_kind') },
      cell: ({ base, direction, measure, period, rates, currencies, left }) => (
        <>
          {t(`outcomes.rates_kind_${direction}`, {
            base: formats.currency(base),
            measure: t(`outcomes.rates_measured_${measure}_${period}`),
          })}
          <small>
            {' '}
            {t('outcomes.rates_count', { count: rates, currencies: currencies.join(' ') })}
            {left.questions > 0 && ` · ${t('outcomes.rates_left_out', { count: left.questions })}`}
          </small>
        </>
      ),
    },
    { key: 'span', head: t('outcomes.rates_span'), nowrap: true, cell: ({ from, to }) => (from === to ? from : `${from} – ${to}`) },
    { key: 'source', head: t('outcomes.rates_source'), cell: ({ source }) => source !== null && <SourceName source={source} /> },
    { key: 'added', head: t('outcomes.rates_added'), cell: ({ enteredAt }) => formats.date(enteredAt, ownZone(), 'table') },
    {
      ...{ key: 'steps', head: t('evidence.actions'), silent: true, end: true },
      cell: (table) => mayEdit && table.withdrawnAt === null && <Undo table={table} />,
    },
  ];
  return (
    <DataTable
      caption={t('outcomes.rates_tables')}
      rows={tables}
      rowKey={({ id }) => id}
      rowState={(table) => (table.withdrawnAt !== null || newer(table) !== undefined ? 'quiet' : undefined)}
      columns={columns}
    />
  );
}

function Undo({ table: { id: tableId } }: { readonly table: RateTableShown }) {
  const { t } = useText();
  const { keep, trouble } = useKeeping();
  return (
    <>
      <TextAction onPress={() => void keep(() => outcomesApi.undoRateTable({ tableId }), { said: t('outcomes.rates_undone') })}>
        {t('outcomes.rates_undo')}
      </TextAction>
      <TroubleNotice trouble={trouble} />
    </>
  );
}

/** Every rate as it stands in its table, a currency at a time. */
function LookUp({ tables }: { readonly tables: readonly RateTableShown[] }) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useTableName();
  const [tableId, setTable] = useState<string>(tables[0]?.id ?? '');
  const table = tables.find(({ id }) => id === tableId) ?? tables[0];
  const [chosen, setCurrency] = useState('');
  const currency = table?.currencies.includes(chosen) === true ? chosen : '';
  const { data } = useQuery({
    ...outcomesQueries.listRates.queryOptions({ input: { tableId: table?.id ?? tableId, currency } }),
    enabled: currency !== '',
  });
  if (table === undefined) return null;
  return (
    <details>
      <summary>{t('outcomes.rates_look')}</summary>
      {tables.length > 1 && (
        <SelectField
          name="look"
          label={t('outcomes.rates_name')}
          options={tables.map((one) => ({ value: one.id, text: nameOf(one) }))}
          value={table.id}
          onChange={setTable}
        />
      )}
      <SelectField
        name="of"
        label={t('outcomes.rates_of')}
        options={[
          { value: '', text: t('outcomes.rates_choose') },
          ...table.currencies.map((code) => ({ value: code, text: t('design.currency_named', { code, name: formats.currency(code) }) })),
        ]}
        value={currency}
        onChange={setCurrency}
      />
      {data !== undefined && currency !== '' && (
        <DataTable
          caption={t('outcomes.rates_of')}
          keepColumns
          rows={data.entries.toReversed()}
          rowKey={({ period }) => period}
          columns={[
            { key: 'period', head: t('outcomes.rates_span'), naming: true, cell: ({ period }) => period },
            { key: 'rate', head: t('outcomes.rates_rate'), end: true, cell: ({ rate }) => rate },
          ]}
        />
      )}
    </details>
  );
}
