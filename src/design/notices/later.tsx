// A part of a page that is fetched when it is first drawn: what only an office's own people open need not weigh on every reader.
import { use, useEffect, useState, type ComponentType } from 'react';

type Load = () => Promise<unknown>;

/** Parts of pages that are open, not fetched yet; in the order in which their pages named them. */
const waiting: Load[] = [];
let isAtWork = false;
let isAhead = false;

let underWay = 0;
/** How many parts are being fetched. */
export const partsUnderWay = (): number => underWay;

/** In the browser's idle time, and soon where it has none. */
const whenIdle = (act: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 3000 });
  else setTimeout(act, 200);
};

/** One after the other, each in idle time of its own, so that no press waits for them. */
function fetchNext(): void {
  const load = waiting.shift();
  if (load === undefined) {
    isAtWork = false;
    return;
  }
  const goOn = () => whenIdle(fetchNext);
  // What cannot be fetched now is asked for again when it is drawn.
  void load().then(goOn, goOn);
}

function begin(): void {
  if (!isAhead || isAtWork) return;
  isAtWork = true;
  whenIdle(fetchNext);
}

/** From now on the parts of each page are fetched ahead, so that the first press of a dialog answers at once: for those who work here. */
export function fetchAhead(): void {
  isAhead = true;
  begin();
}

/**
 * `const EditDialog = later(() => import('../edit-dialog.tsx'), 'EditDialog')`; nothing is drawn until it is there. Without `lazy` on purpose:
 * a boundary of React that has just shown its fallback shows what came for it 300 ms later, even where it came at once.
 */
export function later<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): ComponentType<Props> {
  let part: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;
  const fetchPart = async (): Promise<void> => {
    underWay += 1;
    try {
      part = (await load())[name];
    } catch (fault) {
      coming = undefined;
      throw fault;
    } finally {
      underWay -= 1;
    }
  };
  const fetched = (): Promise<void> => (coming ??= fetchPart());
  waiting.push(fetched);
  begin();
  return function Later(props: Props) {
    const [fault, setFault] = useState<{ readonly thrown: unknown } | null>(null);
    const [, setThere] = useState(part !== undefined);
    useEffect(() => {
      // It may have come between the drawing and now.
      if (part !== undefined) return setThere(true);
      let isDrawn = true;
      fetched().then(
        () => isDrawn && setThere(true),
        (thrown: unknown) => isDrawn && setFault({ thrown }),
      );
      return () => {
        isDrawn = false;
      };
    }, []);
    if (fault !== null) throw fault.thrown;
    // On the server a page waits until it is whole.
    if (part === undefined && typeof document === 'undefined') use(fetched());
    const Part = part;
    return Part === undefined ? null : <Part {...props} />;
  };
}
