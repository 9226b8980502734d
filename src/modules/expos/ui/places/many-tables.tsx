// Adds tables with consecutive numbers.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Fields, TextField } from '#design/fields/field.tsx';
import { Form, type FieldProblem } from '#design/fields/form.tsx';
import { limits } from '../../domain/limits.ts';
import { useSentences } from '../local-problems.ts';
import type { SentTable } from './table-draft.ts';

export interface ManyTablesProps {
  /** The first free number. */
  readonly next: number;
  readonly open: boolean;
  readonly onMade: (tables: readonly SentTable[]) => void;
}

export function ManyTables({ next, open, onMade }: ManyTablesProps) {
  const { t } = useText();
  const sentences = useSentences();
  const [from, setFrom] = useState<string | null>(null);
  const [count, setCount] = useState('10');
  const [hall, setHall] = useState('');
  const [seats, setSeats] = useState('1');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const first = from ?? String(next);
  const make = () => {
    const wrong = (name: string, text: string, max: number) => {
      if (!/^\d{1,5}$/.test(text) || Number(text) < 1) return [{ path: [name], code: 'kernel.too_small', params: { min: 1 } }];
      return Number(text) > max ? [{ path: [name], code: 'kernel.too_big', params: { max } }] : [];
    };
    const found = [
      ...wrong('first', first, 99_999),
      ...wrong('count', count, limits.tables),
      ...wrong('eachSeats', seats, limits.placeSeats),
    ];
    setProblems(sentences(found));
    if (found.length > 0) return;
    onMade(Array.from({ length: Number(count) }, (_, at) => ({ number: Number(first) + at, hall: hall.trim(), seats: Number(seats) })));
    setFrom(null);
  };
  return (
    <details className="under" open={open}>
      <summary>
        <b>{t('expos.many_tables')}</b>
      </summary>
      <Form problems={problems} label={t('expos.many_tables')} onSubmit={make}>
        <Fields>
          <TextField name="first" type="number" label={t('expos.first_number')} value={first} onChange={setFrom} />
          <TextField name="count" type="number" label={t('expos.how_many')} value={count} onChange={setCount} />
          <TextField name="hall" label={t('expos.hall')} optional short value={hall} onChange={setHall} />
          <TextField name="eachSeats" type="number" label={t('expos.seats')} value={seats} onChange={setSeats} />
        </Fields>
        <Button type="submit">{t('expos.add_tables')}</Button>
      </Form>
    </details>
  );
}
