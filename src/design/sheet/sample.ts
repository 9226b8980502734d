// Invented meetings for the component sheet: the plan's cells by "time table", and the search's course.
import type { ChartPoint } from '../chart.tsx';
import type { PlanCell } from '../plan/model.ts';

const rows: Readonly<Record<string, string>> = {
  '09:30': '|E02 B35|E10 B31||E13 B26||E08 B20|E22 B04|E06 B19|E28 B09|E23 B18||x|x|',
  '09:50': '||E04 B05|E06 B29||E28 B01||E23 B41||E18 B31|||x|x|E03 B38, E20 B37',
  '10:10': '|*E08 B23|E02 B06|E26 B08|E16 B21|||E01 B32||||||x|E11 B04',
  '10:30': '|E25 B37|E14 B38|E22 B19||*E17 B12|E12 B28||E13 B11|E09 B34|E16 B22|||x|',
  '10:50': 'E05 B03|*E09 B07||!E25 B35|E17 B24|E16 B11|!E01 B35|E18 B22|||E27 B02||E13 B09||E20 B34',
  '11:10': '*E09 B30||E12 B33|E01 B26|E27 B07|E04 B01|E21 B16|E08 B40|E25 B29|E26 B10||||E07 B27|',
  '11:30': '|E05 B16|E01 B01|E14 B25|E06 B17||E25 B03|E27 B41|E19 B42|E07 B14||||E24 B18|',
  '11:50': 'E12 B36|E24 B04|||E14 B30|E06 B05||E23 B14||E15 B15||E13 B28||E08 B32|',
  '12:10': 'E08 B34|E16 B23|E23 B25||E28 B11||E01 B09|E07 B03||E26 B21||E10 B05|||E03 B18, E20 B15',
  '12:30': 'E24 B06||E02 B36|||||*E23 B07|E15 B41||||||E11 B26',
  '14:00': 'E24 B22||E14 B33|E13 B24||x|E22 B06|E21 B13|||||||',
  '14:20': 'E19 B35||E01 B36||E07 B30|x||*E05 B24|E02 B38|E10 B25|||E12 B12||',
  '14:40': 'E21 B21|E04 B10|E25 B39|E10 B08||*!E19 B41|||||E24 B14||E14 B26||E03 B13, E11 B27',
  '15:00': 'E26 B34|E15 B17||||||E24 B33||E06 B24|E19 B01|E22 B11|?E25 B21|E13 B15|E03 B42, E11 B31',
};

const spots = Object.entries(rows).flatMap(([time, row]) =>
  row.split('|').map((entry, at) => [`${time} ${at === 14 ? 'own' : at + 1}`, entry] as const),
);

function cellOf(entry: string): PlanCell {
  const [, marks = '', words = ''] = /^([*!?]*)(.*)$/.exec(entry) ?? [];
  return {
    text: words.split(', '),
    ...(marks.includes('*') && { pinned: true }),
    ...(marks.includes('!') && { conflict: 'hard' as const }),
    ...(marks.includes('?') && { conflict: 'soft' as const }),
  };
}

export const shutCells: ReadonlySet<string> = new Set(spots.filter(([, entry]) => entry === 'x').map(([key]) => key));
export const meetings: Readonly<Record<string, PlanCell>> = Object.fromEntries(
  spots.filter(([, entry]) => entry !== '' && entry !== 'x').map(([key, entry]) => [key, cellOf(entry)]),
);

const course = [
  [0, 118, 171],
  [4, 128, 171],
  [6, 134, 169],
  [9, 139, 169],
  [14, 143, 166],
  [21, 147, 163],
  [26, 147, 161],
  [30, 154, 161],
  [41, 154, 161],
] as const;
export const points: readonly ChartPoint[] = course.map(([seconds, placed, bound]) => ({ seconds, placed, bound }));
