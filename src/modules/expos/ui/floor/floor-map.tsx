// A hall drawn from its rectangles. All outlines of a kind are one path, and only labels that can be read are written, so that thousands of stands are few nodes.
// It is one stop of the keyboard: arrow keys go from piece to piece, and the line below says which one it is. The list beside it says the same in words.
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useText } from '#client/language.ts';
import { isDrawnOnServer } from '#client/on-server.ts';
import { TextAction } from '#design/button.tsx';
import {
  labelsOf,
  linesOf,
  middleOf,
  nextTo,
  outlinesOf,
  pieceAt,
  turnedBox,
  widthOf,
  type Direction,
  type Label,
  type Piece,
  type Size,
} from './drawing.ts';
import { useDrag } from './use-drag.ts';
import './floor.css';

interface FloorMapProps {
  readonly label: string;
  readonly hall: Size;
  readonly pieces: readonly Piece[];
  /** Keys of the pieces that are meant; of one stand all its rectangles. */
  readonly chosen: readonly string[];
  readonly onChoose: (piece: Piece) => void;
  /** Where somebody is, with its words. */
  readonly here?: { readonly keys: readonly string[]; readonly words: string } | undefined;
  /** Corners of the way, in centimetres. */
  readonly way?: readonly (readonly [x: number, y: number])[] | undefined;
  /** A hall wider than it is deep stands upright on a narrow screen. */
  readonly mayTurn?: boolean;
  /** Pieces can be dragged: by how many centimetres one was. */
  readonly onDrop?: (piece: Piece, x: number, y: number) => void;
  /** What else the keys do; true where it was one of them. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const MARGIN = 8;
/** Of a drawing that is sent whole, to a window that nobody knows. */
const LIKELY_HEIGHT = 640;
/** Depth of the frame in px: `max-block-size` of `.floorframe`. */
const tallest = (): number => Math.min(isDrawnOnServer ? LIKELY_HEIGHT : 0.8 * window.innerHeight, 960) - 2;
const zooms = [1, 1.5, 2.25, 3.5, 5, 8] as const;

/** Width of the frame and what is seen of the drawing in it, in px. */
function useFrame() {
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ left: 0, top: 0, width: 960, height: 640 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const look = () => {
      const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = element;
      setSeen((was) =>
        was.left === left && was.top === top && was.width === width && was.height === height ? was : { left, top, width, height },
      );
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return { frame, seen };
}

export function FloorMap(props: FloorMapProps) {
  const { label, chosen, onChoose, here, way, mayTurn = false, onDrop, onKey } = props;
  const { t } = useText();
  const { frame, seen } = useFrame();
  const [zoom, setZoom] = useState(0);
  const turns = mayTurn && seen.width < 560 && props.hall.width > props.hall.depth;
  const hall = turns ? { width: props.hall.depth, depth: props.hall.width } : props.hall;
  const pieces = useMemo(
    () => (turns ? props.pieces.map((piece) => turnedBox(piece, props.hall)) : props.pieces),
    [turns, props.pieces, props.hall],
  );
  // Unzoomed the whole hall is seen: as wide as there is room, and no deeper than the frame.
  const fitting = Math.min(seen.width, (tallest() * hall.width) / hall.depth);
  const wide = Math.max(200, fitting) * (zooms[zoom] ?? 1);
  const scale = (wide - 2 * MARGIN) / hall.width;
  const unit = 1 / scale;
  const meant = pieces.filter(({ key }) => chosen.includes(key));
  const [first] = meant;
  const choose = (piece: Piece | undefined) => {
    if (piece !== undefined) onChoose(piece);
  };
  const placeOf = ({ currentTarget, clientX, clientY }: MouseEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return [(clientX - box.left - MARGIN) / scale, (clientY - box.top - MARGIN) / scale] as const;
  };
  const drag = useDrag({ pieces, placeOf, scale, onDrop });
  const press = (event: MouseEvent<SVGSVGElement>) => {
    if (!drag.wasDragged()) choose(pieceAt(pieces, ...placeOf(event)));
  };
  const move = (event: KeyboardEvent) => {
    if (onKey?.(event) === true) return;
    const direction = directions[event.key];
    if (direction === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    choose(
      first === undefined
        ? (pieces.find(({ kind }) => kind === 'stand' || kind === 'table') ?? pieces[0])
        : nextTo(pieces, first, direction),
    );
  };
  // What is chosen comes into sight when it changes or the drawing grows.
  const target = first === undefined ? null : middleOf(first).map((length) => length * scale + MARGIN);
  useEffect(() => {
    const [x = 0, y = 0] = target ?? [];
    const element = frame.current;
    if (target === null || element === null) return;
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = element;
    const inSight = x > scrollLeft + 30 && x < scrollLeft + clientWidth - 30 && y > scrollTop + 30 && y < scrollTop + clientHeight - 30;
    if (!inSight) element.scrollTo({ left: x - clientWidth / 2, top: y - clientHeight / 2 });
  }, [target?.join(' ')]);
  const part = { x: seen.left * unit, y: seen.top * unit, width: seen.width * unit, depth: Math.max(seen.height, 400) * unit };
  const written = labelsOf(pieces, { scale, seen: part });
  // Few, and what everybody looks for first: they keep their names where a hall that stands upright leaves no room for them.
  const told = new Set([...written.map(({ key }) => key), ...(here?.keys ?? []), ...chosen]);
  const waysIn = pieces.filter(({ kind, key, label: name }) => kind === 'entrance' && name !== '' && !told.has(key));
  return (
    <figure className="floor">
      <div className="floorzoom noprint">
        <TextAction aria-disabled={zoom === 0} onPress={() => setZoom(Math.max(0, zoom - 1))}>
          {t('expos.floor_smaller')}
        </TextAction>
        <TextAction aria-disabled={zoom === zooms.length - 1} onPress={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}>
          {t('expos.floor_larger')}
        </TextAction>
        {turns && <span className="note">{t('expos.floor_turned')}</span>}
      </div>
      <div ref={frame} className="floorframe" role="group" tabIndex={0} aria-label={`${label}. ${t('expos.floor_keys')}`} onKeyDown={move}>
        <svg
          viewBox={[-MARGIN * unit, -MARGIN * unit, hall.width + 2 * MARGIN * unit, hall.depth + 2 * MARGIN * unit].join(' ')}
          // Sent to a window that nobody knows, the whole of it is seen there, too.
          style={{ inlineSize: `${wide}px`, ...(zoom === 0 ? { maxInlineSize: '100%' } : {}) }}
          fontSize={12 * unit}
          aria-hidden="true"
          className={onDrop === undefined ? undefined : 'movable'}
          onClick={press}
          {...drag.handlers}
        >
          <Outlines {...{ hall, pieces }} />
          {meant.map((piece) => (
            <path key={piece.key} className="chosen" d={outlinesOf([piece])} />
          ))}
          {drag.dragged !== null && (
            <path className="chosen" d={outlinesOf([drag.dragged.piece])} transform={`translate(${drag.dragged.x} ${drag.dragged.y})`} />
          )}
          {here !== undefined && <path className="here" d={outlinesOf(pieces.filter(({ key }) => here.keys.includes(key)))} />}
          {way !== undefined && way.length > 1 && <Way {...{ way, turns, hall: props.hall }} />}
          {written.map((label) => (
            <Written key={label.key} label={label} unit={unit} isChosen={chosen.includes(label.key)} />
          ))}
          {waysIn.map((piece) => (
            <Called key={piece.key} pieces={[piece]} words={piece.label} {...{ unit, hall }} />
          ))}
          {here !== undefined && (
            <Called pieces={pieces.filter(({ key }) => here.keys.includes(key))} words={here.words} {...{ unit, hall }} />
          )}
          {first !== undefined && !written.some(({ key }) => key === first.key) && (
            <Called pieces={meant} words={first.label} {...{ unit, hall }} />
          )}
        </svg>
      </div>
      <ScaleBar scale={scale} />
    </figure>
  );
}

const of = (pieces: readonly Piece[], fits: (piece: Piece) => boolean): string => outlinesOf(pieces.filter(fits));

/** Walls, zones, and what stands on them, each kind one path. */
function Outlines({ hall, pieces }: { readonly hall: Size; readonly pieces: readonly Piece[] }) {
  const drawn = useMemo(
    () => ({
      zones: of(pieces, ({ kind }) => kind === 'zone'),
      stands: of(pieces, ({ kind, look }) => kind === 'stand' && look === 'plain'),
      vacant: of(pieces, ({ kind, look }) => kind === 'stand' && look === 'vacant'),
      tables: of(pieces, ({ kind, look }) => kind === 'table' && look !== 'wrong'),
      entrances: of(pieces, ({ kind }) => kind === 'entrance'),
      wrong: of(pieces, ({ look }) => look === 'wrong'),
    }),
    [pieces],
  );
  return (
    <>
      <path className="zone" d={drawn.zones} />
      <path className="walls" d={outlinesOf([{ x: 0, y: 0, ...hall }])} />
      <path className="entrance" d={drawn.entrances} />
      <path className="stand" d={drawn.stands} />
      <path className="stand vacant" d={drawn.vacant} />
      <path className="stand table" d={drawn.tables} />
      <path className="wrong" d={drawn.wrong} />
    </>
  );
}

function Written({ label, unit, isChosen }: { readonly label: Label; readonly unit: number; readonly isChosen: boolean }) {
  const { x, y, code, lines } = label;
  const top = y - (lines.length * 14 * unit) / 2 + 4 * unit;
  if (lines.length === 0)
    return (
      <text x={x} y={top} className={isChosen ? 'meant' : undefined}>
        {code}
      </text>
    );
  return (
    <text x={x} y={top} className={isChosen ? 'meant' : undefined}>
      <tspan className="code">{code}</tspan>
      {lines.map((line, at) => (
        <tspan key={at} x={x} dy={14 * unit}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

interface CalledProps {
  readonly pieces: readonly Piece[];
  readonly words: string;
  readonly unit: number;
  readonly hall: Size;
}

/** Words beside a piece that has no room for them: above it, or below where the wall is near; never through a side wall. */
function Called({ pieces, words, unit, hall }: CalledProps) {
  const [piece] = pieces;
  if (piece === undefined) return null;
  const [middle] = middleOf(piece);
  const half = ((widthOf(words) + 8) * unit) / 2;
  const x = Math.min(Math.max(middle, half), Math.max(half, hall.width - half));
  const y = piece.y > 20 * unit ? piece.y - 6 * unit : piece.y + piece.depth + 15 * unit;
  return (
    <text x={x} y={y} className="called">
      {linesOf(words, 400, 1)?.[0] ?? words}
    </text>
  );
}

function Way({ way, turns, hall }: { readonly way: NonNullable<FloorMapProps['way']>; readonly turns: boolean; readonly hall: Size }) {
  const points = way.map(([x, y]) => (turns ? `${hall.depth - y},${x}` : `${x},${y}`));
  return <polyline className="way" points={points.join(' ')} />;
}

/** A length that is round and about a tenth of the frame. */
function ScaleBar({ scale }: { readonly scale: number }) {
  const { t } = useText();
  const metres = [1, 2, 5, 10, 20, 50, 100].findLast((length) => length * 100 * scale <= 120) ?? 1;
  return (
    <figcaption className="floorscale">
      <span style={{ inlineSize: `${metres * 100 * scale}px` }} aria-hidden />
      {t('expos.metres', { metres: String(metres) })}
    </figcaption>
  );
}
