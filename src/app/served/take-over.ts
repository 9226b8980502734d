// The application takes the place of a page that was sent whole: unseen until it shows the same, then at once, with what the reader has open, typed and in view.
import { carryOver } from './carry-over.ts';

const PATIENCE_MS = 10_000;
const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));

/** A place beside what is read, not seen yet. */
export function placeBeside(): HTMLElement {
  const place = document.createElement('div');
  place.hidden = true;
  document.body.append(place);
  return place;
}

/** Changes places when everything has come (`isStill`), or after ten seconds; not while a character is being composed or a list is open to choose from. */
export async function takeOver(place: HTMLElement, isStill: () => boolean): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  const waits = (): boolean =>
    'busy' in document.documentElement.dataset ||
    (performance.now() < until && !(isStill() && place.querySelector('h1') !== null && place.querySelector('.bones') === null));
  // Some frames in turn, since what has just come may ask for more.
  for (let still = 0; still < 4; still = waits() ? 0 : still + 1) await frame();
  const read = document.getElementById('app');
  if (read === null) return;
  const top = scrollY;
  place.id = 'app';
  place.hidden = false;
  carryOver(read, place);
  read.remove();
  scrollTo({ top, behavior: 'instant' });
  document.dispatchEvent(new Event('hansa:taken'));
}
