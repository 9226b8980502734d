// Opens the pages of one's own agenda without a network (service worker): it keeps the product's own files and one empty page, never an answer of the API.
// The build puts `files` and `version` before this (scripts/pocket-files.ts); a plain script, since not every browser takes a module here.
const cacheName = `hansa ${version}`;
/** The empty page, asked for as nobody: what it shows, its scripts ask for. */
const shell = '/in';
const patienceMs = 4000;

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(cacheName);
    await cache.addAll([new Request(shell, { cache: 'reload', credentials: 'omit' }), ...files]);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

const keptPage = () => caches.match(shell, { cacheName });

/** The page as the server has it; the kept one where it does not answer, or not in time. */
async function page(request) {
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const asked = fetch(request).catch(() => undefined);
  const answer = await Promise.race([asked, late]);
  if (answer !== undefined && answer.status < 500) return answer;
  return (await keptPage()) ?? (await asked) ?? Response.error();
}

/** Addresses that are no pages: the API, files, feeds. */
const isPage = (path) => !/^\/(api|paper|calendar|feeds)\/|\.\w+$/.test(path);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isPage(pathname)) event.respondWith(page(request));
  } else if (files.includes(pathname)) {
    event.respondWith(caches.match(pathname, { cacheName }).then((known) => known ?? fetch(request)));
  }
});
