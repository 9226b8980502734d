// Of a long list only the rows in sight stand in the page (windowed, virtual: TanStack Virtual); short ones stand whole. On paper all of them do.
import { defaultRangeExtractor, useVirtualizer, useWindowVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** So many rows stand whole: the browser finds, marks and prints them as they are. */
const FEW = 100;
/** Rows beyond the edge that are drawn already, so that scrolling and the Tab key meet no gap. */
const BEYOND = 20;

export interface InSight {
  /** Rows to draw, each with the height of those left out before it, in pixels. */
  readonly rows: readonly { readonly at: number; readonly before: number }[];
  readonly after: number;
  /** Ref of the element of each row, which carries `data-index`. */
  readonly measure: (element: Element | null) => void;
  /** Keeps the row drawn wherever the list is scrolled to, since the focus is there. */
  readonly keep: (at: number) => void;
}

/** The height of rows that are left out. */
export function LeftOut({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true" className="left-out" style={{ blockSize: `${height}px` }}>
      <td />
    </tr>
  );
}

function useOnPaper(): boolean {
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const begins = () => flushSync(() => setOnPaper(true));
    const ends = () => setOnPaper(false);
    window.addEventListener('beforeprint', begins);
    window.addEventListener('afterprint', ends);
    return () => {
      window.removeEventListener('beforeprint', begins);
      window.removeEventListener('afterprint', ends);
    };
  }, []);
  return onPaper;
}

const none: readonly number[] = [];

/** The row with the focus is drawn beside those in sight, or the focus would be lost with it, and so is every one of `also`. */
function useKept(also: readonly number[] = none) {
  const [kept, setKept] = useState(-1);
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      const inSight = defaultRangeExtractor(range);
      const more = [kept, ...also].filter((at) => at >= 0 && at < range.count && !inSight.includes(at));
      return more.length === 0 ? inSight : [...new Set([...inSight, ...more])].sort((a, b) => a - b);
    },
    [kept, also],
  );
  return { setKept, rangeExtractor };
}

const ignore = (): void => undefined;

function rowsOf<Scrolled extends Element | Window>(
  virtual: Virtualizer<Scrolled, Element>,
  count: number,
  isWhole: boolean,
): Omit<InSight, 'keep'> {
  if (isWhole) return { rows: Array.from({ length: count }, (_, at) => ({ at, before: 0 })), after: 0, measure: ignore };
  const { scrollMargin } = virtual.options;
  let end = scrollMargin;
  const rows = virtual.getVirtualItems().map((item) => {
    const before = item.start - end;
    end = item.end;
    return { at: item.index, before };
  });
  return { rows, after: virtual.getTotalSize() + scrollMargin - end, measure: virtual.measureElement };
}

/** Rows of a list that scrolls with the page; `height` of one in pixels, about; `also` are drawn wherever it is scrolled to. `list` is the element that holds them. */
export function usePageRows(count: number, height: number, also?: readonly number[]) {
  const list = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setMargin] = useState(0);
  const { setKept, rangeExtractor } = useKept(also);
  const isWhole = useOnPaper() || count <= FEW;
  // What stands above the list may change with every answer and every press.
  useLayoutEffect(() => {
    const top = list.current === null ? 0 : Math.round(list.current.getBoundingClientRect().top + window.scrollY);
    if (Math.abs(top - scrollMargin) > 1) setMargin(top);
  });
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: BEYOND,
    enabled: !isWhole,
    scrollMargin,
    rangeExtractor,
  });
  return { ...rowsOf(virtual, count, isWhole), keep: setKept, list };
}

/** Rows of a table that scrolls in a `box` of its own below a head that stays; `height` of one in pixels, about. */
export function useBoxRows(box: RefObject<HTMLDivElement | null>, count: number, height: number) {
  const [head, setHead] = useState(0);
  const { setKept, rangeExtractor } = useKept();
  const isWhole = useOnPaper() || count <= FEW;
  useLayoutEffect(() => setHead(box.current?.querySelector('thead')?.offsetHeight ?? 0), [box, count]);
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: BEYOND,
    enabled: !isWhole,
    scrollMargin: head,
    scrollPaddingStart: head,
    rangeExtractor,
  });
  /** Draws the row at once and scrolls to it, for the focus to go there. */
  const show = useCallback(
    (at: number): void => {
      flushSync(() => setKept(at));
      virtual.scrollToIndex(at);
    },
    [virtual, setKept],
  );
  return { ...rowsOf(virtual, count, isWhole), keep: setKept, show };
}
