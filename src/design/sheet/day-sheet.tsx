// The day of a delegation: companies and times, with holes.
import { useState } from 'react';
import { DayGrid } from '../day/grid.tsx';
import type { BlockLook, DayBlock } from '../day/model.ts';
import { Key } from '../marks.tsx';
import { Section } from '../page.tsx';
import { useWords, type Words } from './words.ts';

/** Milliseconds of a clock time in Shanghai on 6 November 2019. */
const at = (clock: string): number => Date.parse(`2019-11-06T${clock}:00+08:00`);

type Sample = readonly [look: BlockLook, from: string, until: string, buyer?: string];

const samples: readonly (readonly Sample[])[] = [
  [
    ['hole', '11:50', '12:30'],
    ['meet', '12:30', '12:50', 'B35'],
    ['talk', '15:00', '15:30'],
    ['meet', '15:40', '16:00', 'B13'],
  ],
  [
    ['meet', '15:00', '15:20', 'B03'],
    ['meet', '15:20', '15:40', 'B37'],
    ['meet', '17:20', '17:40', 'B23'],
  ],
  [
    ['meet', '09:50', '10:10', 'B07'],
    ['meet', '10:30', '10:50', 'B31'],
    ['meet', '10:50', '11:10', 'B18'],
    ['meet', '11:30', '11:50', 'B12'],
    ['hole', '14:20', '15:00'],
    ['meet', '15:40', '16:00', 'B02'],
  ],
  [
    ['meet', '09:50', '10:10', 'B42'],
    ['meet', '10:50', '11:10', 'B14'],
    ['meet', '11:10', '11:30', 'B16'],
    ['meet', '11:50', '12:10', 'B10'],
    ['meet', '17:20', '17:40', 'B05'],
  ],
  [
    ['meet', '14:00', '14:20', 'B07'],
    ['meet', '14:20', '14:40', 'B35'],
    ['talk', '15:00', '15:30'],
    ['meet', '16:00', '16:20', 'B18'],
  ],
  [
    ['meet', '11:10', '11:30', 'B24'],
    ['meet', '14:00', '14:20', 'B08'],
    ['way', '16:20', '17:40'],
  ],
];

const blocksOf = (w: Words, line: readonly Sample[], number: number): readonly DayBlock[] =>
  line.map(([look, from, until, buyer]) => ({
    key: `${number} ${from}`,
    look,
    start: at(from),
    end: at(until),
    text: look === 'meet' ? (buyer ?? '') : look === 'hole' ? w.hole : look === 'talk' ? w.talk : w.way,
  }));

export function DaySheet() {
  const w = useWords();
  const [chosen, setChosen] = useState<readonly [line: string, block: string]>(['3', '3 14:20']);
  return (
    <Section
      title={w.day}
      aside={
        <Key
          entries={[
            { look: 'meet', sample: 'B12', text: w.withBuyer },
            { look: 'talk', sample: w.talk, text: w.talkText },
            { look: 'way', sample: w.way, text: w.wayText },
            { look: 'hole', sample: w.hole, text: w.holeText },
          ]}
        />
      }
    >
      <DayGrid
        caption={w.day}
        nameHead={w.company}
        span={{ start: at('09:30'), end: at('17:40') }}
        zone="Asia/Shanghai"
        breaks={[{ start: at('12:50'), end: at('14:00') }]}
        chosenBlock={chosen[1]}
        onChoose={(line, block) => setChosen([line, block])}
        lines={w.companies.map((name, i) => ({
          key: String(i + 1),
          name,
          number: i + 1,
          count: samples[i]?.filter(([look]) => look === 'meet').length ?? 0,
          blocks: blocksOf(w, samples[i] ?? [], i + 1),
          chosen: chosen[0] === String(i + 1),
        }))}
      />
    </Section>
  );
}
