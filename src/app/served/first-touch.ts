// The one script of a page that was sent whole: appearance, the way to the search field, and the application itself, fetched when somebody touches what needs it,
// or at once, where what the page is there for needs it: a map.
import { remember, remembered } from '#client/remember.ts';
import { placeUnder } from '#design/place-under.ts';
import { foundAgain, touchedIn, type } from './carry-over.ts';

const { documentElement: root } = document;
const { app = '', sheets = '', offline = '' } = document.querySelector<HTMLElement>('script[data-app]')?.dataset ?? {};
const page = (): Element => document.getElementById('app') ?? document.body;
const sent = page();
let coming: Promise<void> | undefined;
let isTaken = false;

const sheet = (href: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve, onerror: reject });
    document.head.append(link);
  });

/** The line that says that something comes, and the words where it cannot. */
function show(state: 'coming' | 'there' | 'offline'): void {
  document.querySelector('.arriving')?.toggleAttribute('data-on', state === 'coming');
  const toasts = document.querySelector('.toasts');
  if (isTaken || toasts === null) return;
  const words = Object.assign(document.createElement('div'), { className: 'toast', textContent: offline });
  toasts.replaceChildren(...(state === 'offline' ? [words] : []));
}

/** Fetches the application, which takes the place of the page; resolves when it has. */
async function fetchApplication(): Promise<void> {
  show('coming');
  const taken = new Promise<void>((resolve) => {
    document.addEventListener('hansa:taken', () => resolve(), { once: true });
  });
  try {
    await Promise.all(sheets.split(' ').map(sheet));
    await import(/* @vite-ignore */ app);
    await taken;
    isTaken = true;
    show('there');
  } catch {
    coming = undefined;
    show('offline');
  }
}
const need = (): Promise<void> => (coming ??= fetchApplication());

/** Does again, in the application, what was done to the page. */
function doAgain(element: Element, act: (again: HTMLElement) => void): void {
  const touched = touchedIn(page(), element);
  void need().then(() => {
    const again = isTaken ? foundAgain(page(), touched) : null;
    if (again !== null) act(again);
  });
}

function chooseTheme(button: HTMLButtonElement): void {
  if (button.value === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = button.value;
  remember('theme', button.value);
  for (const other of document.querySelectorAll<HTMLButtonElement>('button[name=theme]')) {
    other.classList.toggle('current', other === button);
    other.toggleAttribute('aria-pressed', other === button);
    if (other === button) other.ariaPressed = 'true';
  }
  button.closest<HTMLElement>('[popover]')?.hidePopover();
}

/** The page in another language takes its place, as in the application: a step back to it would come in the new language as well, and lead nowhere. */
function turnTo({ href, hreflang }: HTMLAnchorElement, event: MouseEvent): void {
  remember('language', hreflang);
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.replace(href);
}

const isSearch = (form: HTMLFormElement | null): boolean => form?.getAttribute('role') === 'search';

document.addEventListener(
  'click',
  (event) => {
    if (isTaken || !(event.target instanceof Element)) return;
    const element = event.target.closest('a[href], button, select, input, textarea, [role=button], [role=tab]');
    if (element instanceof HTMLAnchorElement && element.hreflang !== '') turnTo(element, event);
    if (element === null || element instanceof HTMLAnchorElement || !page().contains(element)) return;
    if (element instanceof HTMLButtonElement) {
      if (element.name === 'theme') return chooseTheme(element);
      if (element.popoverTargetElement !== null || (element.type === 'submit' && isSearch(element.form))) return;
    } else if (!element.matches('[role], [type=checkbox], [type=radio]') || element.matches('[role=combobox]')) return;
    event.preventDefault();
    event.stopPropagation();
    doAgain(element, (again) => again.click());
  },
  true,
);

// Fields answer while one types: what they need comes with the focus. Only those of the page as it was sent: the application's own hear what they are told.
document.addEventListener('focusin', ({ target }) => {
  if (isTaken || !(target instanceof Element) || !sent.contains(target) || !target.matches('input, select, textarea')) return;
  if (target instanceof HTMLSelectElement) {
    root.dataset['busy'] = '';
    target.addEventListener('blur', () => delete root.dataset['busy'], { once: true });
  }
  void need();
});
// What is chosen or filled in, by a browser that remembers as well as by hand.
document.addEventListener('change', ({ target }) => {
  if (isTaken || !(target instanceof Element) || !sent.contains(target)) return;
  if (target instanceof HTMLSelectElement) {
    delete root.dataset['busy'];
    const { value } = target;
    doAgain(target, (again) => {
      if (!(again instanceof HTMLSelectElement)) return;
      again.value = value;
      again.dispatchEvent(new Event('change', { bubbles: true }));
    });
  } else if (target instanceof HTMLInputElement && target !== document.activeElement) {
    doAgain(target, (again) => {
      if (again instanceof HTMLInputElement) type(again, target);
    });
  }
});
document.addEventListener('compositionstart', () => void (root.dataset['busy'] = ''));
document.addEventListener('compositionend', () => delete root.dataset['busy']);

// What is empty without the application is opened in it.
document.addEventListener(
  'toggle',
  (event) => {
    const { target } = event;
    if (isTaken || !(target instanceof HTMLElement)) return;
    if (target instanceof HTMLDetailsElement && target.open && target.childElementCount === 1) void need();
    const button = document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(target.id)}"]`);
    if (target.popover !== null && target.matches(':popover-open') && button !== null) placeUnder(button, target);
  },
  true,
);

document.addEventListener('keydown', (event) => {
  if (isTaken || event.isComposing || event.altKey || event.shiftKey) return;
  const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea');
  const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  const field = document.querySelector<HTMLInputElement>('form[role=search] input');
  if (field === null || !(isK || (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey))) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// Choices of earlier visits, of which the server knows nothing yet.
const theme = remembered('theme');
if (theme !== null && !document.cookie.includes('hansa-theme=')) {
  remember('theme', theme);
  if (theme !== 'system') root.dataset['theme'] = theme;
}
const language = remembered('language');
if (language !== null && !document.cookie.includes('hansa-language=')) remember('language', language);

if (document.querySelector('[data-needs]') !== null) void need();

export {};
