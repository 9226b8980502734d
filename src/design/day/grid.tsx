// Companies down, time across: what each does when, and where a hole is. One tab stop; a list of companies on a phone.
import { memo, useRef, type KeyboardEvent } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DayList } from './list.tsx';
import { layOut, scaleOf, type DaySpan, type Laid, type Scale } from './layout.ts';
import type { DayBlock, DayGridProps, DayLine } from './model.ts';
import { usePhone } from '../media.ts';

export function DayGrid(props: DayGridProps) {
  return usePhone() ? <DayList {...props} /> : <DayTable {...props} />;
}

function DayTable({ caption, nameHead, span, zone, lines, breaks = [], onChoose, chosenBlock }: DayGridProps) {
  const { t } = useText();
  const formats = useFormats();
  const scale = scaleOf(span, [...breaks, ...lines.flatMap(({ blocks }) => blocks)], Number(formats.time(span.start, zone).slice(-2)));
  const table = useRef<HTMLTableElement>(null);
  const stop = chosenBlock ?? lines.find(({ blocks }) => blocks.length > 0)?.blocks[0]?.key;
  return (
    <div className="planbox" tabIndex={0} role="region" aria-label={t('design.scrolls', { name: caption })}>
      <table className="day" ref={table} onKeyDown={moveAmongBlocks}>
        <caption className="hidden">{caption}</caption>
        <colgroup>
          <col className="no" />
          <col className="who" />
          <col className="cnt" />
          <col span={scale.steps} />
        </colgroup>
        <thead>
          <tr>
            <th className="no" scope="col">
              <span className="hidden">{t('design.number')}</span>
            </th>
            <th className="who" scope="col">
              {nameHead}
            </th>
            <th className="cnt" scope="col">
              {t('design.booked')}
            </th>
            {scale.hours.map((hour) => (
              <th key={hour.start} className="tick" colSpan={hour.steps} scope="col">
                {formats.time(hour.start, zone)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <DayRow
              key={line.key}
              line={line}
              scale={scale}
              breaks={breaks}
              zone={zone}
              onChoose={onChoose}
              pressed={chosenBlock}
              stop={stop}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayRowProps {
  readonly line: DayLine;
  readonly scale: Scale;
  readonly breaks: readonly DaySpan[];
  readonly zone: string;
  readonly onChoose: DayGridProps['onChoose'];
  readonly pressed: string | undefined;
  readonly stop: string | undefined;
}

const DayRow = memo(function DayRow({ line, scale, breaks, zone, onChoose, pressed, stop }: DayRowProps) {
  return (
    <tr className={line.chosen === true ? 'chosen' : undefined}>
      <td className="no">{line.number}</td>
      <th className="who" scope="row" title={line.name}>
        {line.name}
      </th>
      <td className="cnt">{line.count}</td>
      {layOut(scale, line.blocks, breaks).map((laid) => (
        <td key={laid.at} colSpan={laid.steps} className={classOf(laid)}>
          {laid.block !== undefined && (
            <Block
              block={laid.block}
              zone={zone}
              press={onChoose && (() => onChoose(line.key, laid.block?.key ?? ''))}
              pressed={pressed === laid.block.key}
              stop={stop === laid.block.key}
            />
          )}
        </td>
      ))}
    </tr>
  );
});

const classOf = (laid: Laid<DayBlock>): string | undefined =>
  [laid.onHour ? 'hr' : '', laid.shut ? 'noon' : ''].filter(Boolean).join(' ') || undefined;

interface BlockProps {
  readonly block: DayBlock;
  readonly zone: string;
  readonly press: (() => void) | undefined;
  readonly pressed: boolean;
  readonly stop: boolean;
}

function Block({ block, zone, press, pressed, stop }: BlockProps) {
  const formats = useFormats();
  const said = `${formats.span(block.start, block.end, zone)} ${block.label ?? block.text}`;
  if (press === undefined)
    return (
      <span className={`block ${block.look}`} title={said}>
        {block.text}
      </span>
    );
  return (
    <button
      type="button"
      className={`block ${block.look}`}
      title={said}
      aria-label={`${block.text}, ${said}`}
      aria-pressed={pressed}
      tabIndex={stop ? 0 : -1}
      data-start={block.start}
      onClick={press}
    >
      {block.text}
    </button>
  );
}

/** Left and right along the line, up and down to the block nearest in time. */
function moveAmongBlocks(event: KeyboardEvent<HTMLTableElement>) {
  const from = event.target;
  if (!(from instanceof HTMLElement) || from.dataset['start'] === undefined) return;
  const row = from.closest('tr');
  const blocksIn = (line: Element | null | undefined): HTMLElement[] => [...(line?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
  const own = blocksIn(row);
  const at = own.indexOf(from);
  let to: HTMLElement | undefined;
  if (event.key === 'ArrowRight') to = own[at + 1];
  else if (event.key === 'ArrowLeft') to = own[at - 1];
  else if (event.key === 'Home') to = own[0];
  else if (event.key === 'End') to = own.at(-1);
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling';
    let line = row?.[next];
    while (line !== null && line !== undefined && blocksIn(line).length === 0) line = line[next];
    const start = Number(from.dataset['start']);
    to = blocksIn(line).sort((a, b) => Math.abs(Number(a.dataset['start']) - start) - Math.abs(Number(b.dataset['start']) - start))[0];
  } else return;
  event.preventDefault();
  to?.focus();
}
