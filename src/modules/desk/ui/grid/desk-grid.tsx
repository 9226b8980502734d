// The section of the grid: counts, filters, what can be done, the grid, its key.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Menu, MenuAction, MenuHead } from '#design/menu.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { usePhone } from '#design/media.ts';
import { Note, Section } from '#design/page.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { domains } from '#modules/cities/domain/profile/domains.ts';
import type { Desk, GridRow } from '../../contract/register.ts';
import { isSameCell } from '../../domain/cell-reading.ts';
import { deskQueries } from '../client.ts';
import { CellRefusals } from './cell-refusals.tsx';
import { useCellText, useCopiedText } from './cell-text.ts';
import { shownRows } from './grid-model.ts';
import { gridColumns, noFilter, onlys, type GridColumn, type GridFilter } from './grid-view.ts';
import { ownCell, type GridStep } from './grid-steps.ts';
import { lookOf } from '#modules/ties/ui/domain-row.tsx';
import { KeepTieDialog } from './keep-tie-dialog.tsx';
import { PasteDialog } from '../paste/paste-dialog.tsx';
import { PasteBanner, PasteRows } from '../paste/paste-rows.tsx';
import { TieCounts } from './tie-counts.tsx';
import { TieGrid } from './tie-grid.tsx';
import { TogetherDialog } from './together-dialog.tsx';
import { useCells } from './use-cells.ts';
import { useGridView } from './use-grid-view.ts';
import { useCityNames, useClassName } from '#modules/ties/ui/words.tsx';

interface Undone {
  readonly count: number;
  readonly worked: readonly string[];
}

/** What an undone paste has left, by name. */
function UndoneNotice({ count, worked, onDismiss }: Undone & { readonly onDismiss: () => void }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <Notice live heading={t('desk.rows_taken_back', { count })} actions={<Button onPress={onDismiss}>{t('desk.paste_done')}</Button>}>
      {worked.length === 0 ? t('desk.none_stayed') : t('desk.worked_on_stayed', { count: worked.length, names: formats.list(worked) })}
    </Notice>
  );
}

/** So many ties stand on a phone at first: below them are the questions of a paste. */
const ON_PHONE = 12;

export function DeskGrid({ desk }: { readonly desk: Desk }) {
  const { t } = useText();
  const toast = useToast();
  const cells = useCells(desk);
  const text = useCellText(desk);
  const copied = useCopiedText(text);
  const { filter, order, setFilter, setOrder } = useGridView();
  const [pasted, setPasted] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [together, setTogether] = useState<readonly GridRow[] | null>(null);
  const [isWhole, setWhole] = useState(false);
  const [undone, setUndone] = useState<Undone | null>(null);
  const nameOf = useCityNames(desk.rows);
  const paste = useQuery({
    ...deskQueries.getPaste.queryOptions({ input: { pasteId: desk.openPaste ?? '' } }),
    enabled: desk.openPaste !== null,
  }).data;
  const open = desk.openPaste === null ? undefined : paste;
  const common = new Map(desk.classes.map((one) => [one.code, one.common]));
  const rows = shownRows(cells.shown(desk.rows), { filter, order, text, common });
  const fresh = new Set((open?.rows ?? []).flatMap(({ state, tieId }) => (state === 'kept' && tieId !== null ? [tieId] : [])));
  const isCut = usePhone() && !isWhole && rows.length > ON_PHONE + 1;
  usePasteAnywhere(desk.mayEdit && desk.city !== null, setPasted);
  const travelled = (moved: Promise<number | null>, words: string) =>
    void moved.then((count) => count !== null && count > 0 && toast({ key: 'cells', text: words }));
  const undo = () => travelled(cells.undo(), t('design.undone'));
  const redo = () => travelled(cells.redo(), t('desk.redone'));
  const change = (...asked: Parameters<typeof cells.change>) =>
    void cells.change(...asked).then((count) => {
      const step = cells.lastStep();
      // Where another cell was changed since, the last step is that one, and not what this notice tells of.
      const back = () => (cells.lastStep() === step ? cells.undo() : t('desk.undo_not_last'));
      if (count > 1) toast({ key: 'cells', text: t('desk.cells_changed', { count }), undo: back });
    });
  const take = ({ changes, refused }: GridStep) => {
    const wanted = changes.filter(({ row, cell }) => !isSameCell(ownCell(row, cell.attribute).cell, cell));
    if (wanted.length + refused.length > 0) change(wanted, refused);
  };
  const sort = (key: GridColumn) => setOrder({ key, descending: order.key === key && !order.descending });
  const may = desk.mayEdit && desk.city !== null;
  return (
    <Section title={t('ties.ties')} count={desk.rows.length} aside={<TieCounts desk={desk} />}>
      <GridTools
        desk={desk}
        filter={filter}
        onFilter={setFilter}
        onUndo={cells.undoable > 0 ? undo : null}
        onRedo={cells.redoable > 0 ? redo : null}
        onPaste={may ? () => setPasted('') : null}
        onAdd={may ? () => setAdding(true) : null}
      />
      {cells.refused.length > 0 && (
        <CellRefusals
          refused={cells.refused}
          classes={desk.classes}
          onDismiss={cells.dismiss}
          onChoose={({ row }, cell) => (row === null ? null : cells.change([{ row, cell }]))}
        />
      )}
      {open !== undefined && (
        <PasteBanner paste={open} worked={open.worked.map(nameOf)} onUndone={(count, worked) => setUndone({ count, worked })} />
      )}
      {undone !== null && <UndoneNotice {...undone} onDismiss={() => setUndone(null)} />}
      {desk.rows.length === 0 && open === undefined ? (
        <Empty
          heading={t('desk.no_ties')}
          actions={
            may ? (
              <Button kind="go" onPress={() => setPasted('')}>
                {t('desk.paste_ties')}
              </Button>
            ) : undefined
          }
        >
          {t('desk.no_ties_text')}
        </Empty>
      ) : (
        <TieGrid
          {...{ desk, fresh, order, cells }}
          rows={isCut ? rows.slice(0, ON_PHONE) : rows}
          text={copied}
          onSort={sort}
          onStep={take}
          onUndo={undo}
          onRedo={redo}
          onTogether={setTogether}
        >
          {open !== undefined && (
            <PasteRows paste={open} classes={desk.classes} width={gridColumns.length} own={desk.city?.id ?? null} words={filter.q} />
          )}
        </TieGrid>
      )}
      {isCut && (
        <p className="noprint">
          <Button onPress={() => setWhole(true)}>{t('design.more_count', { count: rows.length - ON_PHONE })}</Button>
        </p>
      )}
      {rows.length === 0 && desk.rows.length > 0 && <Note>{t('ties.nothing_found')}</Note>}
      <GridKey />
      {together !== null && (
        <TogetherDialog
          desk={desk}
          rows={together}
          onChange={(changes, sourceId) => change(changes, [], sourceId)}
          onClose={() => setTogether(null)}
        />
      )}
      {pasted !== null && <PasteDialog desk={desk} text={pasted} onClose={() => setPasted(null)} />}
      {adding && desk.city !== null && (
        <KeepTieDialog office={desk.office} city={desk.city} classes={desk.classes} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}

/** A range pasted anywhere but into a field opens the dialog with it. */
function usePasteAnywhere(enabled: boolean, onPaste: (text: string) => void) {
  useEffect(() => {
    if (!enabled) return;
    const heard = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      onPaste(text);
    };
    document.addEventListener('paste', heard);
    return () => document.removeEventListener('paste', heard);
  }, [enabled, onPaste]);
}

interface GridToolsProps {
  readonly desk: Desk;
  readonly filter: GridFilter;
  readonly onFilter: (filter: GridFilter) => void;
  readonly onUndo: (() => void) | null;
  readonly onRedo: (() => void) | null;
  readonly onPaste: (() => void) | null;
  readonly onAdd: (() => void) | null;
}

/** Always in its place, so that nothing moves under the pointer once there is something to undo. */
const Travel = ({ words, sign, onPress }: { readonly words: string; readonly sign: string; readonly onPress: (() => void) | null }) => (
  <Button aria-label={words} title={words} {...(onPress === null ? { 'aria-disabled': true } : { onPress })}>
    {sign}
  </Button>
);

function GridTools({ desk, filter, onFilter, onUndo, onRedo, onPaste, onAdd }: GridToolsProps) {
  const { t, language } = useText();
  const nameOf = useClassName(desk.classes);
  const set = (change: Partial<GridFilter>) => onFilter({ ...filter, ...change });
  const count = (only: GridFilter['only']): number =>
    shownRows(desk.rows, { filter: { ...noFilter, only }, order: { key: 'city', descending: false }, text: emptyText }).length;
  return (
    <div className="filters unlabelled noprint">
      <div className="grow">
        <SearchField name="find" label={t('desk.find')} placeholder={t('desk.find')} value={filter.q} onSearch={(q) => set({ q })} />
      </div>
      <SelectField
        name="class"
        label={t('ties.class')}
        value={filter.classCode}
        onChange={(classCode) => set({ classCode })}
        options={[{ value: '', text: t('desk.any_class') }, ...desk.classes.map(({ code }) => ({ value: code, text: nameOf(code) }))]}
      />
      <SelectField
        name="domain"
        label={t('ties.domain')}
        value={filter.domain}
        onChange={(domain) => set({ domain })}
        options={[
          { value: '', text: t('desk.any_domain') },
          ...domains.map((domain) => ({ value: domain, text: t(`cities.domain_${domain}`) })),
        ]}
      />
      <SelectField
        name="only"
        label={t('ties.only')}
        value={filter.only}
        onChange={(only) => set({ only })}
        options={onlys.map((only) => ({
          value: only,
          text: only === '' ? t('ties.only_all') : t(`ties.only_${only}`, { count: count(only) }),
        }))}
      />
      <div className="btns end">
        {desk.mayEdit && (
          <span className="travel">
            <Travel words={t('desk.undo_cell')} sign="↶" onPress={onUndo} />
            <Travel words={t('desk.redo_cell')} sign="↷" onPress={onRedo} />
          </span>
        )}
        <Menu label={t('desk.files')}>
          {onPaste !== null && <MenuAction onChoose={onPaste}>{t('desk.file_upload')}</MenuAction>}
          <MenuHead first={onPaste === null}>{t('desk.file_download')}</MenuHead>
          {(['xlsx', 'csv'] as const).map((format) => (
            <li key={format}>
              <a href={`/api/v1/offices/${desk.office}/ties/file?format=${format}&language=${language}`} download>
                {t(`desk.file_as_${format}`)}
              </a>
            </li>
          ))}
        </Menu>
        {onPaste !== null && <Button onPress={onPaste}>{t('desk.paste_ties')}</Button>}
        {onAdd !== null && (
          <Button kind="go" onPress={onAdd}>
            {t('desk.add_tie')}
          </Button>
        )}
      </div>
    </div>
  );
}

const emptyText = (_row: GridRow, _column: GridColumn): string => '';

function GridKey() {
  const { t } = useText();
  return (
    <ul className="keyline gridkey">
      {(['alive', 'quiet', 'empty'] as const).map((state) => (
        <li key={state}>
          <span className="doms" aria-hidden="true">
            <i className={lookOf(state)} />
          </span>
          {t(`desk.key_${state}`)}
        </li>
      ))}
      <li>{t('desk.key_order')}</li>
      <li>{t('desk.key_blank')}</li>
      <li className="noprint">{t('desk.paste_anywhere')}</li>
    </ul>
  );
}
