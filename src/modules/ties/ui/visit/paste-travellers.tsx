// A list of who travels, copied from a sheet: what each column is, how each row is read and what is wrong with it, before anything is saved.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { FormButtons } from '#design/fields/form-dialog.tsx';
import { Fields, SelectField, TextareaField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Attention, Note } from '#design/page.tsx';
import { personName } from '#modules/organisations/ui/person-name.ts';
import { splitPaste } from '#reading/clipboard.ts';
import type { VisitShown } from '../../contract/visits.ts';
import { delegationProblems } from '../../domain/visit/delegation.ts';
import {
  columnsOfTravellers,
  readTravellers,
  travellerColumns,
  type ReadTraveller,
  type TravellerColumn,
} from '../../domain/visit/read-travellers.ts';
import { nameScripts, type NameScript } from '#modules/organisations/domain/person-name.ts';
import { useSavingTravellers } from './saving-travellers.ts';

interface PasteTravellersProps {
  readonly visit: VisitShown;
  readonly today: string;
  readonly onClose: () => void;
}

interface Judged extends ReadTraveller {
  readonly problem: string | null;
}

export function PasteTravellers({ visit, today, onClose }: PasteTravellersProps) {
  const { t, say } = useText();
  const { keep, ...action } = useKeeping();
  const save = useSavingTravellers(visit, today);
  const [pasted, setPasted] = useState('');
  const [named, setNamed] = useState<ReadonlyMap<number, TravellerColumn>>(new Map());
  const [script, setScript] = useState<NameScript>('han');
  const table = columnsOfTravellers(splitPaste(pasted));
  const columns = table.columns.map((column, at) => named.get(at) ?? column);
  const before = visit.delegation?.travellers ?? [];
  const read = readTravellers({ columns, rows: table.rows }, script);
  const problems = delegationProblems([...before, ...read.map(({ traveller }) => traveller)], before);
  const judged = read.map((one, at): Judged => {
    const found = problems.find(({ path }) => path[1] === before.length + at);
    return { ...one, problem: found === undefined ? null : say(found.code, found.params) };
  });
  const good = judged.filter(({ problem }) => problem === null);
  const send = () =>
    void keep(() => save([...before, ...good.map(({ traveller }) => traveller)]), {
      said: t('ties.travellers_added', { count: good.length }),
      undo: (saved) => save(before, saved.delegation?.version),
      after: onClose,
    });
  return (
    <Dialog open wide onClose={onClose} title={t('ties.paste_travellers')}>
      <KeepTyped isChanged={pasted !== ''}>
        <Form {...formTrouble(action)} onSubmit={send}>
          <TextareaField
            name="table"
            label={t('ties.travellers_table')}
            hint={t('ties.travellers_table_hint')}
            rows={4}
            value={pasted}
            onChange={(text) => {
              setPasted(text);
              setNamed(new Map());
            }}
          />
          {table.rows.length > 0 && (
            <>
              <ColumnChoice table={table} columns={columns} onChange={(at, column) => setNamed(new Map([...named, [at, column]]))} />
              {judged.some(({ otherForm }) => otherForm !== null) && (
                <SelectField
                  name="script"
                  label={t('ties.names_in_two_scripts')}
                  value={script}
                  options={nameScripts.map((value) => ({ value, text: t(`ties.name_script_${value}`) }))}
                  onChange={setScript}
                />
              )}
              <ReadRows rows={judged} />
              {good.length < judged.length && <Attention>{t('ties.travellers_left', { count: judged.length - good.length })}</Attention>}
            </>
          )}
          <Note>{t('ties.traveller_note')}</Note>
          <FormButtons
            submit={t('ties.add_travellers', { count: good.length })}
            busy={action.busy || good.length === 0}
            onClose={onClose}
          />
        </Form>
      </KeepTyped>
    </Dialog>
  );
}

interface ColumnChoiceProps {
  readonly table: ReturnType<typeof columnsOfTravellers>;
  readonly columns: readonly TravellerColumn[];
  readonly onChange: (at: number, column: TravellerColumn) => void;
}

function ColumnChoice({ table: { heads, rows }, columns, onChange }: ColumnChoiceProps) {
  const { t } = useText();
  const [first] = rows;
  return (
    <fieldset>
      <legend className="lbl">{t('ties.columns')}</legend>
      {heads === null && <p className="note">{t('ties.no_heads')}</p>}
      <Fields>
        {columns.map((column, at) => (
          <SelectField
            key={at}
            name={`column-${at}`}
            label={heads?.[at] || t('ties.column_number', { number: at + 1 })}
            hint={first?.cells[at] ?? ''}
            value={column}
            options={travellerColumns.map((value) => ({ value, text: t(`ties.traveller_column_${value}`) }))}
            onChange={(chosen) => onChange(at, chosen)}
          />
        ))}
      </Fields>
    </fieldset>
  );
}

function ReadRows({ rows }: { readonly rows: readonly Judged[] }) {
  const { t } = useText();
  return (
    <DataTable
      caption={t('ties.travellers_read')}
      showCaption
      rows={rows}
      rowKey={({ row }) => String(row)}
      rowState={({ problem }) => (problem === null ? undefined : 'flag')}
      columns={[
        { key: 'row', head: t('ties.row_number'), cell: ({ row }) => row },
        {
          key: 'name',
          head: t('ties.traveller'),
          naming: true,
          cell: ({ traveller: { name, leads }, isSplit, isUnsure, otherForm }) => (
            <>
              {name === null ? <Unknown /> : personName(name)}
              {isSplit && name !== null && <small>{t('ties.read_surname', { surname: name.surname })}</small>}
              {isUnsure && name !== null && <Attention>{t('ties.surname_unsure')}</Attention>}
              {otherForm !== null && <small>{t('ties.other_form_left', { name: otherForm })}</small>}
              {leads && <small>{t('ties.leads')}</small>}
            </>
          ),
        },
        {
          key: 'post',
          head: t('ties.traveller_post'),
          cell: ({ traveller: { post } }) => (post === null ? <Unknown /> : <Named text={post} quiet />),
        },
        {
          key: 'organisation',
          head: t('ties.traveller_organisation'),
          cell: ({ traveller: { organisation } }) => (organisation === null ? <Unknown /> : <Named text={organisation} quiet />),
        },
        {
          key: 'state',
          head: t('ties.row_state'),
          cell: ({ problem, left }) => (
            <>
              {problem ?? t('ties.row_good')}
              {left.length > 0 && <small>{t('ties.row_left', { words: left.join(' · ') })}</small>}
            </>
          ),
        },
      ]}
    />
  );
}
