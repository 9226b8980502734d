// The rectangles of one hall: on the plan, where keys move them, and in the table below, some rows at a time.
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import { fold } from '#kernel/fold.ts';
import { areaDifferences } from '../../../domain/floor/problems.ts';
import type { Box } from '../../../domain/floor/plan.ts';
import { useHallWords } from '../../places/hall-words.ts';
import type { Piece } from '../drawing.ts';
import { FloorMap } from '../floor-map.tsx';
import {
  centimetresOf,
  laidOut,
  metresOf,
  missingIn,
  newKey,
  noName,
  sentOfFloor,
  type FloorDraft,
  type HallDraft,
  type RectangleDraft,
} from './floor-draft.ts';
import type { EditingProps } from './halls-editor.tsx';
import { useRowWords } from './problems.tsx';
import { RectangleRows } from './rectangle-rows.tsx';

const AT_ONCE = 40;

interface RectanglesEditorProps extends EditingProps {
  readonly hall: HallDraft;
  readonly onHall: (key: string) => void;
  /** Key of the rectangle that is chosen. */
  readonly row: string | null;
  readonly setRow: (key: string | null) => void;
}

export function RectanglesEditor(props: RectanglesEditorProps) {
  const { draft, change, placeable, hall, onHall, row, setRow } = props;
  const { t } = useText();
  const hallWords = useHallWords();
  const [unplaced, setUnplaced] = useState(0);
  const missing = missingIn(draft, hall, placeable);
  const count = missing.stands.length + missing.tables.length;
  const isMeasured = centimetresOf(hall.width) !== null && centimetresOf(hall.depth) !== null;
  const here = draft.rectangles.filter((one) => one.hall === hall.key);
  const layOut = () => {
    const { added, left } = laidOut(draft, hall, placeable);
    setUnplaced(left);
    if (added.length > 0) change({ ...draft, rectangles: [...draft.rectangles, ...added] });
  };
  const add = () => {
    const added = newRectangle(
      hall,
      draft.rectangles.find(({ key }) => key === row),
    );
    change({ ...draft, rectangles: [...draft.rectangles, added] });
    setRow(added.key);
  };
  const actions = (
    <>
      <Button onPress={add}>{t('expos.add_rectangle')}</Button>
      {count > 0 && isMeasured && <Button onPress={layOut}>{t('expos.lay_out', { count })}</Button>}
    </>
  );
  return (
    <Section title={t('expos.floor_of_hall', { hall: hallWords(hall.code) })} count={here.length}>
      {draft.halls.length > 1 && (
        <nav className="floorhalls" aria-label={t('expos.halls')}>
          {draft.halls.map(({ key, code }) => (
            <button
              key={key}
              type="button"
              className="linkish"
              aria-current={key === hall.key ? 'true' : undefined}
              onClick={() => onHall(key)}
            >
              {hallWords(code)}
            </button>
          ))}
        </nav>
      )}
      {unplaced > 0 && <Notice live>{t('expos.lay_out_full', { count: unplaced })}</Notice>}
      {here.length === 0 ? (
        <Empty heading={t('expos.rectangles_none')} actions={actions}>
          {t('expos.rectangles_none_text')}
        </Empty>
      ) : (
        <>
          <EditedMap {...props} />
          <Differences {...props} />
          <Rows {...props} here={here} />
          <Buttons after>{actions}</Buttons>
        </>
      )}
    </Section>
  );
}

/** Beside the chosen one and like it, so that a row of stands is a row of presses. */
function newRectangle(hall: HallDraft, beside: RectangleDraft | undefined): RectangleDraft {
  const width = centimetresOf(beside?.width ?? '') ?? 300;
  const x = beside === undefined ? 0 : (centimetresOf(beside.x) ?? 0) + width;
  return {
    ...{ key: newKey(), kind: beside?.kind ?? 'stand', hall: hall.key, code: '', name: noName },
    ...{ x: metresOf(x), y: beside?.y ?? '0', width: metresOf(width), depth: beside?.depth ?? '3' },
  };
}

const boxOf = ({ x, y, width, depth }: RectangleDraft): Box | null => {
  const [left, top, wide, deep] = [x, y, width, depth].map(centimetresOf);
  return left == null || top == null || wide == null || deep == null || wide <= 0 || deep <= 0
    ? null
    : { x: left, y: top, width: wide, depth: deep };
};

/** Rows with a problem, by their key. */
const wrongRows = (draft: FloorDraft, problems: readonly Problem[]): ReadonlySet<string> =>
  new Set(problems.flatMap(({ path: [part, at] }) => (part === 'rectangles' ? [draft.rectangles[Number(at)]?.key ?? ''] : [])));

function EditedMap({ draft, change, problems, hall, row, setRow }: RectanglesEditorProps) {
  const { t, language } = useText();
  const hallWords = useHallWords();
  const [width, depth] = [centimetresOf(hall.width), centimetresOf(hall.depth)];
  const pieces = useMemo(() => {
    const wrong = wrongRows(draft, problems);
    return draft.rectangles.flatMap((one): readonly Piece[] => {
      const box = one.hall === hall.key ? boxOf(one) : null;
      if (box === null) return [];
      const label = one.code === '' ? one.name[language] : one.code;
      return [{ ...box, key: one.key, kind: one.kind, label, name: null, look: wrong.has(one.key) ? 'wrong' : 'plain' }];
    });
  }, [draft, problems, hall.key, language]);
  if (width === null || depth === null || width <= 0 || depth <= 0) {
    const isEmpty = `${hall.width}${hall.depth}`.trim() === '';
    return <Notice kind="plain">{t(isEmpty ? 'expos.floor_not_measured' : 'expos.floor_size_wrong')}</Notice>;
  }
  const chosen = draft.rectangles.find(({ key }) => key === row);
  const shift = ({ key, x, y }: Pick<Piece, 'key' | 'x' | 'y'>, dx: number, dy: number, step?: string) => {
    const at = { x: metresOf(x + dx), y: metresOf(y + dy) };
    change({ ...draft, rectangles: draft.rectangles.map((one) => (one.key === key ? { ...one, ...at } : one)) }, step);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (chosen === undefined) return false;
    if (event.key === 'Delete') {
      change({ ...draft, rectangles: draft.rectangles.filter(({ key }) => key !== chosen.key) });
      setRow(null);
      event.preventDefault();
      return true;
    }
    const by = event.shiftKey ? 50 : event.altKey ? 10 : 0;
    const [dx, dy] = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[event.key] ?? [0, 0];
    const box = boxOf(chosen);
    if (by === 0 || box === null || (dx === 0 && dy === 0)) return false;
    event.preventDefault();
    shift({ ...box, key: chosen.key }, dx ?? 0, dy ?? 0, `move ${chosen.key}`);
    return true;
  };
  return (
    <>
      <FloorMap
        label={t('expos.floor_of_hall', { hall: hallWords(hall.code) })}
        hall={{ width, depth }}
        pieces={pieces}
        chosen={row === null ? [] : [row]}
        onChoose={({ key }) => setRow(key)}
        onKey={onKey}
        // What is dragged is not chosen: its row below would scroll into view, and the plan out of it.
        onDrop={shift}
      />
      <Note>{t('expos.floor_edit_keys')}</Note>
    </>
  );
}

/** What is drawn beside what was let. */
function Differences({ draft, placeable, hall }: RectanglesEditorProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const found = useMemo(() => {
    const { rectangles } = sentOfFloor(draft);
    return areaDifferences(
      rectangles.filter((one) => one.hall === hall.code.trim()),
      placeable.stands,
    );
  }, [draft, placeable, hall.code]);
  if (found.length === 0) return null;
  return (
    <details className="under">
      <summary>{t('expos.areas_differ', { count: found.length })}</summary>
      <ul>
        {found.slice(0, 100).map(({ code, drawn, area }) => (
          <li key={code}>
            {writing[language].inBrackets(
              t('expos.stand_named', { code }),
              formats.list([
                t('expos.floor_area_drawn', { area: formats.number(drawn) }),
                t('expos.floor_area_let', { area: formats.number(area) }),
              ]),
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const fits = (one: RectangleDraft, q: string): boolean => fold(`${one.code} ${Object.values(one.name).join(' ')}`).includes(fold(q));

/** Some rows at a time, those round the chosen one. */
function Rows({ draft, change, problems, here, row, setRow }: RectanglesEditorProps & { readonly here: readonly RectangleDraft[] }) {
  const { t } = useText();
  const rowWords = useRowWords();
  const [q, setQ] = useState('');
  const [from, setFrom] = useState(0);
  const found = q === '' ? here : here.filter((one) => fits(one, q));
  const at = found.findIndex(({ key }) => key === row);
  useEffect(() => {
    if (at >= 0) setFrom(Math.floor(at / AT_ONCE) * AT_ONCE);
  }, [at]);
  const start = Math.min(from, Math.max(0, Math.floor((found.length - 1) / AT_ONCE) * AT_ONCE));
  const shown = found.slice(start, start + AT_ONCE);
  const set = (key: string, changed: Partial<RectangleDraft>, step?: string) =>
    change({ ...draft, rectangles: draft.rectangles.map((one) => (one.key === key ? { ...one, ...changed } : one)) }, step);
  const remove = (key: string) => change({ ...draft, rectangles: draft.rectangles.filter((one) => one.key !== key) });
  return (
    <>
      {here.length > AT_ONCE && (
        <div className="filters">
          <SearchField name="rectangle-search" label={t('expos.rectangle_find')} value={q} onSearch={(text) => setQ(text ?? '')} />
        </div>
      )}
      <RectangleRows {...{ draft, problems, row, setRow, set, remove, rowWords }} rows={shown} />
      {found.length > AT_ONCE && (
        <Buttons>
          <TextAction aria-disabled={start === 0} onPress={() => setFrom(Math.max(0, start - AT_ONCE))}>
            {t('expos.earlier_rows')}
          </TextAction>
          <span className="note">{t('expos.rectangle_rows', { from: start + 1, to: start + shown.length, count: found.length })}</span>
          <TextAction aria-disabled={start + AT_ONCE >= found.length} onPress={() => setFrom(Math.min(start + AT_ONCE, found.length - 1))}>
            {t('expos.later_rows')}
          </TextAction>
        </Buttons>
      )}
    </>
  );
}
