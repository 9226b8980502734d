// The halls with their size, and the minutes on foot between them.
import { useRef } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import type { Problem } from '#kernel/result.ts';
import { limits } from '../../../domain/limits.ts';
import { CellField } from '../../cell-field.tsx';
import { EntryTable } from '../../entry-table.tsx';
import { useHallWords } from '../../places/hall-words.ts';
import { newKey, walkKey, type FloorDraft, type HallDraft, type Placeable } from './floor-draft.ts';

export interface EditingProps {
  readonly draft: FloorDraft;
  readonly change: (next: FloorDraft, step?: string) => void;
  readonly placeable: Placeable;
  readonly problems: readonly Problem[];
}

export function HallsEditor({ draft, change, placeable }: EditingProps) {
  const { t } = useText();
  const { halls } = draft;
  const known = new Set(halls.map(({ code }) => code.trim()));
  const named = [...new Set([...placeable.stands, ...placeable.tables].map(({ hall }) => hall))].filter(
    (code) => code !== '' && !known.has(code),
  );
  const blank = (code: string): HallDraft => ({ key: newKey(), code, width: '', depth: '' });
  const add = (codes: readonly string[]) => change({ ...draft, halls: [...halls, ...codes.map(blank)] });
  const typed = useRef('');
  const take =
    named.length === 0 ? null : <Button onPress={() => add(named.toSorted())}>{t('expos.halls_take', { count: named.length })}</Button>;
  const more = halls.length < limits.halls && <Button onPress={() => add([''])}>{t('expos.add_hall')}</Button>;
  const field =
    (key: 'code' | 'width' | 'depth', head: string) => (hall: HallDraft, at: number, set: (changed: Partial<HallDraft>) => void) => (
      <CellField
        name={`halls.${at}.${key}`}
        label={t('expos.of_row', { label: head, number: at + 1 })}
        inputMode={key === 'code' ? undefined : 'decimal'}
        value={hall[key]}
        onFocus={() => {
          typed.current = `halls.${hall.key}.${key}`;
        }}
        onChange={(text) => set({ [key]: text })}
      />
    );
  const columns = [
    { head: t('expos.hall_code'), cell: field('code', t('expos.hall_code')) },
    { head: t('expos.hall_width'), cell: field('width', t('expos.hall_width')) },
    { head: t('expos.hall_depth'), cell: field('depth', t('expos.hall_depth')) },
  ];
  return (
    <Section title={t('expos.halls')} count={halls.length}>
      {halls.length === 0 ? (
        <Empty
          heading={t('expos.halls_none')}
          actions={
            <>
              {take}
              {more}
            </>
          }
        >
          {t('expos.halls_none_text')}
        </Empty>
      ) : (
        <>
          <EntryTable
            caption={t('expos.halls')}
            columns={columns}
            drafts={halls}
            onChange={(next) => change(withHalls(draft, next), next.length === halls.length ? typed.current : undefined)}
            removeWords={({ code }) => t('expos.remove_hall', { hall: code })}
          />
          <Buttons after>
            {more}
            {take}
          </Buttons>
        </>
      )}
    </Section>
  );
}

/** A hall that goes takes with it what is drawn in it; undoing brings both back. */
function withHalls(draft: FloorDraft, halls: readonly HallDraft[]): FloorDraft {
  const keys = new Set(halls.map(({ key }) => key));
  return {
    halls,
    walks: Object.fromEntries(Object.entries(draft.walks).filter(([key]) => key.split('-').every((end) => keys.has(end)))),
    rectangles: draft.rectangles.filter(({ hall }) => keys.has(hall)),
  };
}

export function WalksEditor({ draft, change, hall }: EditingProps & { readonly hall: HallDraft }) {
  const { t } = useText();
  const hallWords = useHallWords();
  const others = draft.halls.filter(({ key }) => key !== hall.key);
  return (
    <Section title={t('expos.walks')}>
      <Note>{t('expos.walks_text')}</Note>
      <div className="walks">
        {others.map((other) => {
          const key = walkKey(hall.key, other.key);
          const words = t('expos.walk_between', { from: hallWords(hall.code), to: hallWords(other.code) });
          return (
            <label key={key}>
              <span>{words}</span>
              <CellField
                name={`walks.${key}`}
                label={`${words}, ${t('expos.walk_minutes')}`}
                inputMode="numeric"
                value={draft.walks[key] ?? ''}
                onChange={(minutes) => change({ ...draft, walks: { ...draft.walks, [key]: minutes } }, `walks.${key}`)}
              />
            </label>
          );
        })}
      </div>
    </Section>
  );
}
