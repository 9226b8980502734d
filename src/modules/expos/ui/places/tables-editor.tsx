// The tables of the halls: many at once, or one by one.
import { useEffect, useRef, useState } from 'react';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { sameValue } from '#client/merge-changes.ts';
import { rowFields, rowsOf, rowWords, type RowFields } from '#design/fields/row-fields.ts';
import { TwoValues } from '#design/fields/two-values.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import { formTrouble } from '#client/use-action.ts';
import type { Edition, Setup } from '../../contract/edition.ts';
import { CellField } from '../cell-field.tsx';
import { exposApi, exposQueries } from '../client.ts';
import { EntryTable, type EntryColumn } from '../entry-table.tsx';
import { useSentences } from '../local-problems.ts';
import { ManyTables } from './many-tables.tsx';
import { draftOfTable, sentOfTables, tableProblems, tablesOf, type SentTable, type TableDraft } from './table-draft.ts';

const fieldsOf = (tables: readonly SentTable[]) => rowFields(tables, ({ number }) => String(number));

const draftsOf = (tables: readonly SentTable[]) => tables.map((table) => draftOfTable(table, `read-${table.number}`));

interface Saving {
  readonly edition: Edition;
  readonly setup: Setup;
  readonly typed: readonly SentTable[];
  readonly onSaved: (tables: readonly SentTable[]) => void;
}

function useTablesSave({ edition, setup, typed, onSaved }: Saving) {
  const { t } = useText();
  const editionId = edition.id;
  return useVersioned<Setup, RowFields<SentTable>>({
    queryKey: exposQueries.key(),
    thing: setup,
    // Through a draft and back, so that what is compared has one form.
    draftOf: (read) => (read === null ? {} : fieldsOf(sentOfTables(draftsOf(tablesOf(read))))),
    words: rowWords([fieldsOf(tablesOf(setup)), fieldsOf(typed)], {
      label: ({ number }) => t('expos.table_named', { code: number }),
      show: ({ hall, seats }) => t('expos.table_row', { hall: hall === '' ? '–' : hall, seats }),
      gone: t('design.row_gone'),
    }),
    read: () => exposApi.getSetup({ editionId }),
    write: async (_, context, mine) => {
      const { places } = await exposApi.getSetup({ editionId });
      const closed = new Map(places.map(({ number, closedSlots }) => [number, closedSlots]));
      const kept = rowsOf(mine).map((table) => ({ ...table, closedSlots: closed.get(table.number) ?? [] }));
      const saved = await exposApi.replaceTables({ editionId, tables: kept }, { context });
      onSaved(tablesOf(saved));
      return saved;
    },
    said: (saved) => t('expos.tables_saved', { count: tablesOf(saved).length }),
  });
}

export function TablesEditor({ edition, setup }: { readonly edition: Edition; readonly setup: Setup }) {
  const { t } = useText();
  const sentences = useSentences();
  const [drafts, setDrafts] = useState<readonly TableDraft[]>(() => draftsOf(tablesOf(setup)));
  const nextKey = useRef(0);
  const newKey = () => `new-${nextKey.current++}`;
  const isComplete = useRef(false);
  const typed = sentOfTables(drafts);
  const form = useTablesSave({ edition, setup, typed, onSaved: (tables) => setDrafts(draftsOf(tables)) });
  const changed = !sameValue(fieldsOf(typed), form.base);
  const save = () => {
    if (!form.refuse(sentences(tableProblems(drafts)))) form.save(fieldsOf(typed));
  };
  const addMany = (tables: readonly SentTable[]) => {
    const known = new Set(drafts.map(({ number }) => Number(number)));
    const added = tables.filter(({ number }) => !known.has(number)).map((table) => draftOfTable(table, newKey()));
    const next = [...drafts, ...added].sort((a, b) => Number(a.number) - Number(b.number));
    // What is complete as it was entered is kept at once; beside rows that are still being typed it waits for them.
    isComplete.current = !changed;
    setDrafts(next);
  };
  // The form compares the rows that it was drawn with, so those that were added are saved once they are drawn.
  useEffect(() => {
    if (!isComplete.current) return;
    isComplete.current = false;
    save();
  });
  return (
    // What is only typed is not counted: it is not there for anybody else.
    <Section title={t('expos.tables')} count={rowsOf(form.base).length}>
      {drafts.length === 0 && <Empty heading={t('expos.no_tables')}>{t('expos.no_tables_text')}</Empty>}
      <KeepTyped isChanged={changed}>
        <Form {...formTrouble(form)} onSubmit={save}>
          {drafts.length > 0 && <TableRows drafts={drafts} onChange={setDrafts} />}
          {changed && <Notice heading={t('expos.not_saved_yet')}>{t('expos.not_saved_tables')}</Notice>}
          {(changed || form.busy) && (
            <Buttons after>
              <Button kind="go" type="submit" busy={form.busy}>
                {t('expos.save_tables')}
              </Button>
              <Button
                kind="text"
                onPress={() => {
                  setDrafts(draftsOf(rowsOf(form.base)));
                  form.clear();
                }}
              >
                {t('expos.discard')}
              </Button>
            </Buttons>
          )}
        </Form>
      </KeepTyped>
      <ManyTables next={Math.max(0, ...drafts.map(({ number }) => Number(number) || 0)) + 1} open={drafts.length === 0} onMade={addMany} />
      <TwoValues clash={form.clash} />
    </Section>
  );
}

interface TableRowsProps {
  readonly drafts: readonly TableDraft[];
  readonly onChange: (drafts: readonly TableDraft[]) => void;
}

function TableRows({ drafts, onChange }: TableRowsProps) {
  const { t } = useText();
  const typed =
    (key: 'number' | 'hall' | 'seats', head: string, inputMode?: 'numeric'): EntryColumn<TableDraft>['cell'] =>
    (draft, at, set) => (
      <CellField
        {...bind(draft, set, `tables.${at}.`)(key)}
        label={t('expos.of_row', { label: head, number: at + 1 })}
        inputMode={inputMode}
      />
    );
  const [number, hall, seats] = [t('expos.table_number'), t('expos.hall'), t('expos.seats')];
  return (
    <EntryTable
      caption={t('expos.tables')}
      name="tables"
      {...{ drafts, onChange }}
      removeWords={(draft) => t('expos.remove_table', { number: draft.number })}
      columns={[
        { head: number, cell: typed('number', number, 'numeric') },
        { head: hall, cell: typed('hall', hall) },
        { head: seats, cell: typed('seats', seats, 'numeric') },
      ]}
    />
  );
}
