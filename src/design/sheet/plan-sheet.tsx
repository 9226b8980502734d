// The plan: its chart, its decisions, its key and the grid, in which a meeting can be taken in hand and moved.
import { useCallback, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '../button.tsx';
import { PlacedChart } from '../chart.tsx';
import { Key } from '../marks.tsx';
import { Notice } from '../notices/notice.tsx';
import { Columns, Rich, Section } from '../page.tsx';
import { PlanGrid } from '../plan/grid.tsx';
import type { PlanCell, PlanLine } from '../plan/model.ts';
import { Rows } from '../rows.tsx';
import { meetings, points, shutCells } from './sample.ts';
import { useWords, type Words } from './words.ts';

type Spot = readonly [time: string, table: string];
const keyOf = (spot: Spot): string => spot.join(' ');

export function PlanSheet() {
  const w = useWords();
  const formats = useFormats();
  const nothing = () => undefined;
  const act = (words: string) => <TextAction onPress={nothing}>{words}</TextAction>;
  return (
    <>
      <Columns>
        <Section title={w.draft} aside={w.draftNote} span={7} id="plan">
          <PlacedChart points={points} total={171} />
          <Buttons after>
            <Button>{w.stop}</Button>
          </Buttons>
        </Section>
        <Section title={w.decide} count={formats.number(2)} attention span={5}>
          <Rows
            entries={[
              { key: '1', when: '10:50', late: true, what: <b>{w.decideOne}</b>, detail: <Rich text={w.decideOneDetail} links={[act]} /> },
              { key: '2', when: '15:20', what: <b>{w.decideTwo}</b>, detail: <Rich text={w.decideTwoDetail} links={[act]} /> },
            ]}
          />
        </Section>
      </Columns>
      <PlanGridSheet w={w} />
    </>
  );
}

function linesOf(w: Words): { readonly times: readonly PlanLine[]; readonly tables: readonly PlanLine[] } {
  const clock = [
    '09:30',
    '09:50',
    '10:10',
    '10:30',
    '10:50',
    '11:10',
    '11:30',
    '11:50',
    '12:10',
    '12:30',
    '12:50',
    '14:00',
    '14:20',
    '14:40',
    '15:00',
  ];
  const times = clock.map((label) => ({
    key: label,
    label,
    rule: label.endsWith('00'),
    ...(label === '12:50' ? { closed: w.lunch } : {}),
  }));
  const tables = Array.from({ length: 14 }, (_, at) => ({ key: String(at + 1), label: String(at + 1) }));
  return { times, tables: [...tables, { key: 'own', label: w.ownStand, own: true }] };
}

function PlanGridSheet({ w }: { readonly w: Words }) {
  const { t } = useText();
  const [turned, setTurned] = useState(false);
  const [placed, setPlaced] = useState(meetings);
  const [chosen, setChosen] = useState('10:30 6');
  const [inHand, setInHand] = useState<string | null>(null);
  const cellAt = useCallback(
    (time: string, table: string): PlanCell | undefined => {
      const key = keyOf([time, table]);
      const cell = placed[key];
      if (shutCells.has(key)) return { text: [], shut: true };
      if (cell !== undefined)
        return { ...cell, chosen: key === chosen, ...(inHand !== null && inHand !== key ? { target: 'could-clash' } : {}) };
      return {
        text: [],
        chosen: key === chosen,
        ...(inHand === null || table === 'own' ? {} : { target: time === '15:00' ? 'could-warn' : 'could' }),
      };
    },
    [placed, chosen, inHand],
  );
  const move = (from: string, to: string) => {
    const { [from]: cell, ...rest } = placed;
    if (cell !== undefined && placed[to] === undefined) setPlaced({ ...rest, [to]: cell });
    setChosen(to);
    setInHand(null);
  };
  const keys = (key: string, ...spot: Spot): boolean => {
    const cell = placed[keyOf(spot)];
    if (key === 'Escape') setInHand(null);
    else if (key === 'm' && cell !== undefined) setInHand(keyOf(spot));
    else if (key === 'p' && cell !== undefined) setPlaced({ ...placed, [keyOf(spot)]: { ...cell, pinned: cell.pinned !== true } });
    else return false;
    return true;
  };
  return (
    <Section
      title={w.gridTitle}
      aside={
        <p className="note onlydesk keyhelp">
          <Rich text={w.keyNote} />
        </p>
      }
    >
      <Key
        entries={[
          { look: 'plain', sample: 'E07 B12', text: w.meeting },
          { look: 'pin', sample: 'E07 B12', text: w.pinned },
          { look: 'hard', sample: 'E07 B12', text: w.hard },
          { look: 'soft', sample: 'E07 B12', text: w.soft },
          { look: 'shut', sample: '–', text: w.shut },
        ]}
      >
        <TextAction onPress={() => setTurned(!turned)}>{w.turned}</TextAction>
      </Key>
      <Notice
        heading={w.inHand}
        actions={
          <>
            <TextAction onPress={() => setInHand(inHand === null ? chosen : null)}>
              {inHand === null ? w.move : t('design.cancel')}
            </TextAction>
            <TextAction onPress={() => keys('p', '10:30', '6')}>{w.unpin}</TextAction>
          </>
        }
      >
        {w.inHandMore}
      </Notice>
      <PlanGrid
        caption={w.gridTitle}
        {...linesOf(w)}
        turn={turned ? 'tables-down' : 'times-down'}
        cellAt={cellAt}
        onOpen={(...spot) => (inHand === null ? setChosen(keyOf(spot)) : move(inHand, keyOf(spot)))}
        onKey={keys}
        onMove={(from, to) => move(keyOf(from), keyOf(to))}
        onLift={(from) => setInHand(from === null ? null : keyOf(from))}
      />
    </Section>
  );
}
