// The plan on a phone: one time after another, and what is placed then as a list.
import { useEffect, useState } from 'react';
import { useText } from '#client/language.ts';
import { More } from '../data-table.tsx';
import type { PlanCell, PlanGridProps } from './model.ts';
import { SelectField } from '../fields/field.tsx';
import { Skeleton } from '../notices/waiting.tsx';
import { Rows } from '../rows.tsx';

/** So many entries of one time stand in the page until more are asked for. */
const atOnce = 200;

export function PlanList({ caption, times, tables, cellAt, onOpen, onTime, waiting = false }: PlanGridProps) {
  const { t } = useText();
  const open = times.filter(({ closed }) => closed === undefined);
  const [chosen, setChosen] = useState(open[0]?.key ?? '');
  const [more, setMore] = useState({ time: '', count: atOnce });
  const time = open.find(({ key }) => key === chosen) ?? open[0];
  const shown = time?.key;
  useEffect(() => {
    if (shown !== undefined) onTime?.(shown);
  }, [shown, onTime]);
  if (time === undefined) return null;
  const filled = tables.flatMap((table) => {
    const cell = cellAt(time.key, table.key);
    return cell === undefined || cell.text.length === 0 ? [] : [{ table, cell }];
  });
  const count = more.time === time.key ? more.count : atOnce;
  return (
    <div role="group" aria-label={caption}>
      <div className="slotpick">
        <SelectField name="plan-time" label={t('design.slot')} value={time.key} onChange={setChosen} options={optionsOf(open)} />
      </div>
      {waiting && <Skeleton lines={8} />}
      {!waiting && filled.length === 0 && <p className="muted">{t('design.nothing_then')}</p>}
      <Rows
        entries={(waiting ? [] : filled.slice(0, count)).map(({ table, cell }) => ({
          key: table.key,
          when: table.label,
          late: cell.conflict === 'hard',
          what: onOpen === undefined ? cell.text.join(', ') : <OpenCell cell={cell} onOpen={() => onOpen(time.key, table.key)} />,
          ...detailOf(cell, t('design.pinned'), t(cell.conflict === 'hard' ? 'design.hard_conflict' : 'design.soft_conflict')),
        }))}
      />
      {!waiting && filled.length > count && (
        <More rest={filled.length - count} onMore={() => setMore({ time: time.key, count: count + atOnce })} />
      )}
    </div>
  );
}

const optionsOf = (times: PlanGridProps['times']): readonly { readonly value: string; readonly text: string }[] => {
  let day = '';
  return times.map((time) => {
    day = time.day ?? day;
    return { value: time.key, text: day === '' ? time.label : `${day} ${time.label}` };
  });
};

function OpenCell({ cell, onOpen }: { readonly cell: PlanCell; readonly onOpen: () => void }) {
  return (
    <button type="button" className="linkish" onClick={onOpen}>
      {cell.text.join(', ')}
    </button>
  );
}

const detailOf = (cell: PlanCell, pinned: string, conflict: string): { readonly detail?: string } => {
  const words = [cell.label, cell.pinned === true ? pinned : undefined, cell.conflict === undefined ? undefined : conflict].filter(
    (word) => word !== undefined,
  );
  return words.length === 0 ? {} : { detail: words.join(' · ') };
};
