// A section of the setup whose entries are added, changed and removed one by one, each step with its way back.
import type { QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import type { Pages } from '#client/use-pages.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import type { Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Section } from '#design/page.tsx';
import '#modules/organisations/ui/parts.css';

interface Kept {
  readonly id: string;
  readonly version: number;
}

interface KeptListProps<E extends Kept> {
  readonly title: string;
  readonly count?: number;
  readonly queryKey: QueryKey;
  readonly pages: Pages<E>;
  readonly columns: readonly Column<E>[];
  readonly nameOf: (entry: E) => string;
  readonly words: { readonly add: string; readonly empty: string; readonly emptyText: string };
  readonly mayRemove?: (entry: E) => boolean;
  readonly remove: (entry: E, context: { readonly ifMatch: number }) => Promise<unknown>;
  /** Adds again what was removed. */
  readonly putBack: (entry: E) => Promise<unknown>;
  readonly removedWords: (entry: E) => string;
  /** The form of an entry, or of a new one (null). */
  readonly form: (entry: E | null, close: () => void) => ReactNode;
}

export function KeptList<E extends Kept>(props: KeptListProps<E>) {
  const { title, count, queryKey, pages, columns, nameOf, words, mayRemove = () => true, remove, putBack, removedWords, form } = props;
  const { t } = useText();
  const { trouble, keep } = useKeeping(queryKey);
  const [open, setOpen] = useState<{ readonly entry: E | null } | null>(null);
  const add = <Button onPress={() => setOpen({ entry: null })}>{words.add}</Button>;
  const drop = (entry: E) =>
    keep(() => remove(entry, { ifMatch: entry.version }), { said: removedWords(entry), undo: () => putBack(entry) });
  const actions: Column<E> = {
    key: 'act',
    head: t('expos.actions'),
    silent: true,
    end: true,
    cell: (entry) => (
      <Buttons>
        <TextAction aria-label={t('expos.edit_named', { name: nameOf(entry) })} onPress={() => setOpen({ entry })}>
          {t('expos.edit')}
        </TextAction>
        {mayRemove(entry) && (
          <TextAction aria-label={t('expos.remove_named', { name: nameOf(entry) })} onPress={() => void drop(entry)}>
            {t('expos.remove')}
          </TextAction>
        )}
      </Buttons>
    ),
  };
  return (
    <Section title={title} count={count} aside={pages.entries.length > 0 ? add : undefined}>
      <TroubleNotice trouble={trouble} />
      <Paged pages={pages} empty={<Empty heading={words.empty} actions={add} children={words.emptyText} />}>
        {(entries) => <LongDataTable caption={title} rows={entries} rowKey={({ id }) => id} columns={[...columns, actions]} />}
      </Paged>
      {open !== null && form(open.entry, () => setOpen(null))}
    </Section>
  );
}
