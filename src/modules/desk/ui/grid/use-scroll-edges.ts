// Says of a box that scrolls sideways where there is more of it, and how wide the columns are that stay in sight.
import { useEffect, useRef, type RefObject } from 'react';

/** To be set on the frame around the box; `data-before` and `data-after` tell where something is hidden, `--gut` and `--fixed` widths in px. */
export function useScrollEdges(): { readonly frame: RefObject<HTMLDivElement | null>; readonly box: RefObject<HTMLDivElement | null> } {
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [around, scrolled] = [frame.current, box.current];
    if (around === null || scrolled === null) return;
    const tell = () => {
      const [gut, first] = [...scrolled.querySelectorAll<HTMLElement>('thead th')].slice(0, 2).map((head) => head.offsetWidth);
      around.style.setProperty('--gut', `${gut ?? 0}px`);
      around.style.setProperty('--fixed', `${(gut ?? 0) + (first ?? 0)}px`);
      around.toggleAttribute('data-before', scrolled.scrollLeft > 1);
      around.toggleAttribute('data-after', scrolled.scrollLeft + scrolled.clientWidth < scrolled.scrollWidth - 1);
    };
    // What takes the focus comes out from beneath the columns that stay; the browser itself is content once a part of it is seen.
    const uncover = ({ target }: FocusEvent) => {
      const cell = target instanceof Element ? target.closest('td[data-spot]') : null;
      if (cell === null) return;
      const [first] = scrolled.querySelectorAll('thead th:nth-child(2)');
      const covered = (first?.getBoundingClientRect().right ?? 0) - cell.getBoundingClientRect().left;
      if (covered > 0) scrolled.scrollLeft -= covered;
    };
    const watch = new ResizeObserver(tell);
    watch.observe(scrolled);
    if (scrolled.firstElementChild !== null) watch.observe(scrolled.firstElementChild);
    scrolled.addEventListener('scroll', tell, { passive: true });
    scrolled.addEventListener('focusin', uncover);
    tell();
    return () => {
      watch.disconnect();
      scrolled.removeEventListener('scroll', tell);
      scrolled.removeEventListener('focusin', uncover);
    };
  }, []);
  return { frame, box };
}
