// Who may import whom: the table of CONTRIBUTING.md ("Where things go") as rules, one name each; the reasons are in docs/decisions/0001.
// Every rule is broken once in tests/structure/imports.test.ts to prove that it bites.

const { moduleOrder } = require('./scripts/structure/house.ts');

const any = '[^/]+';
/** A part of a module, as one file, as a folder, or as a text file of either language. */
const shapes = {
  domain: 'domain/',
  contract: 'contract(\\.ts$|/)',
  policy: 'policy(\\.ts$|/)',
  store: 'store/',
  api: 'api(\\.ts$|/)',
  http: 'http(\\.ts$|/)',
  jobs: 'jobs(\\.ts$|/)',
  print: 'print/',
  formats: 'formats/',
  ui: 'ui/',
  text: 'text\\.(en|zh)\\.ts$',
};
const tests = '\\.test\\.tsx?$';
const part = (module, ...names) => names.map((name) => `^src/modules/${module}/${shapes[name]}`);
const packages = (...names) => names.map((name) => `node_modules/${name}/`);

/** What each part may import: of its own module, of modules above (the order itself is a rule of its own), of the rest of the house, of npm. */
const table = {
  domain: { own: ['domain'], above: ['domain'], shared: ['kernel', 'reading'], npm: ['temporal-polyfill'] },
  contract: { own: ['domain', 'contract'], above: ['domain', 'contract'], shared: ['kernel'], npm: ['zod', '@orpc/contract'] },
  policy: { own: ['domain', 'policy'], above: ['domain'], shared: ['kernel'], npm: [], more: part('accounts', 'policy') },
  store: { own: ['domain', 'store', 'policy'], above: ['domain'], shared: ['kernel', 'platform'], npm: 'any' },
  api: {
    own: ['domain', 'contract', 'policy', 'store', 'api', 'text', 'formats'],
    above: ['api', 'domain'],
    shared: ['kernel', 'reading', 'platform'],
    npm: 'any',
  },
  jobs: { own: ['domain', 'api', 'jobs', 'text', 'formats'], above: ['api', 'domain'], shared: ['kernel', 'platform'], npm: 'any' },
  // What is printed is at times what the API answers: a form without scripts asks it as the page with scripts does.
  print: {
    own: ['domain', 'contract', 'api', 'print', 'text', 'formats'],
    above: ['api', 'domain'],
    shared: ['kernel', 'platform'],
    npm: 'any',
  },
  formats: { own: ['domain', 'formats', 'text'], above: ['domain', 'text'], shared: ['kernel', 'reading', 'platform'], npm: 'any' },
  http: { own: ['contract', 'api', 'http'], above: [], shared: ['kernel', 'platform'], npm: ['@orpc/server', 'hono'] },
  ui: {
    own: ['domain', 'contract', 'text', 'ui'],
    above: ['domain', 'contract', 'ui'],
    shared: ['kernel', 'reading', 'design', 'client'],
    npm: 'any',
  },
  text: { own: ['text'], above: [], shared: ['kernel'], npm: [] },
};

/** Exceptions that the table itself names: the planner and the matcher are libraries, each used by one module alone. */
const libraries = {
  domain: ['^src/(scheduler|matcher)/core/'],
  api: ['^src/(scheduler|matcher)/(core|run)/'],
  formats: ['^src/scheduler/core/dzn/'],
};

function allowed(name, row) {
  const shared = row.shared.map((room) => `^src/${room}/`);
  const npm = row.npm === 'any' ? ['node_modules/', '^(node:)?[a-z_/]+$'] : packages(...row.npm);
  const library = libraries[name] ?? [];
  return [...part('$1', ...row.own), ...part(any, ...row.above), ...shared, ...npm, ...(row.more ?? []), ...library];
}

const partRules = Object.entries(table).map(([name, row]) => ({
  name: `${name}-imports`,
  comment: `${name} may import: own ${row.own.join(', ')}; above ${row.above.join(', ') || 'nothing'}; ${row.shared.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/modules/(${any})/${shapes[name]}`, pathNot: tests },
  to: { pathNot: allowed(name, row) },
}));

/** One rule a module: nothing of it may use a module that comes later in the list. */
const orderRules = moduleOrder.slice(0, -1).map((module, place) => ({
  name: `order-${module}`,
  comment: `${module} may use only the modules before it in the list; its tests may look at it from a later one.`,
  severity: 'error',
  from: { path: `^src/modules/${module}/`, pathNot: tests },
  to: { path: `^src/modules/(${moduleOrder.slice(place + 1).join('|')})/` },
}));

/** A part of the house outside the modules: everything it may import, and what of npm. */
const room = (name, from, to, npm) => ({
  name,
  comment: `${from} may import ${to.join(', ')} and ${npm === 'any' ? 'packages' : npm.join(', ') || 'no package'}.`,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: [...to, ...(npm === 'any' ? ['node_modules/', '^(node:)?[a-z_/]+$'] : packages(...npm))] },
});

const roomRules = [
  room('kernel-is-alone', '^src/kernel/', ['^src/kernel/'], ['zod', '@orpc/contract', 'temporal-polyfill', 'opencc-js']),
  room('reading-is-pure', '^src/reading/', ['^src/reading/', '^src/kernel/'], []),
  room('scheduler-core-is-pure', '^src/scheduler/core/', ['^src/scheduler/core/', '^src/kernel/'], []),
  room('scheduler-is-a-library', '^src/scheduler/run/', ['^src/scheduler/', '^src/kernel/'], 'any'),
  room('matcher-core-is-pure', '^src/matcher/core/', ['^src/matcher/core/', '^src/kernel/'], []),
  room('matcher-is-a-library', '^src/matcher/run/', ['^src/matcher/', '^src/kernel/'], 'any'),
  room('platform-knows-no-module', '^src/platform/', ['^src/platform/', '^src/kernel/', '^src/reading/'], 'any'),
  room('design-knows-no-business', '^src/design/', ['^src/design/', '^src/kernel/', '^src/reading/', '^src/client/'], 'any'),
  room('client-knows-no-contract', '^src/client/', ['^src/client/', '^src/kernel/'], 'any'),
];

const browser = '^src/(design/|client/|modules/[^/]+/ui/|app/(pages/)?[^/]+\\.tsx$)';

const placeRules = [
  {
    name: 'scheduler-for-meetings-only',
    comment: 'The planner is used by meetings alone, and wired in app.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/scheduler/', '^src/modules/meetings/', '^src/app/'] },
    to: { path: '^src/scheduler/' },
  },
  {
    name: 'matcher-for-matching-only',
    comment: 'The matcher is used by matching alone, and wired in app.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/matcher/', '^src/modules/matching/', '^src/app/'] },
    to: { path: '^src/matcher/' },
  },
  {
    name: 'app-is-the-top',
    comment: 'Only main.ts and app itself know app.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/app/', '^src/main\\.ts$', tests] },
    to: { path: '^src/app/' },
  },
  {
    name: 'ui-takes-the-type-of-the-contract',
    comment: 'A module makes its typed client for its contract: as a type, since the schemas stay out of the browser.',
    severity: 'error',
    from: { path: '^src/modules/[^/]+/ui/', pathNot: tests },
    to: { path: part(any, 'contract'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'store-takes-the-type-of-the-proof',
    comment: 'A store function may demand a proof that only policy mints; it never calls policy.',
    severity: 'error',
    from: { path: '^src/modules/[^/]+/store/', pathNot: tests },
    to: { path: part(any, 'policy'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-policy-grants',
    comment: 'A scope is the proof that a policy allowed it: only policy.ts makes one (kernel/grant.ts); everybody else names its type.',
    severity: 'error',
    from: { path: '^src/', pathNot: [...part(any, 'policy'), tests] },
    to: { path: '^src/kernel/grant\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-store-speaks-sql',
    comment: 'The database is asked in store/ and opened in platform/, nowhere else.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/modules/[^/]+/store/', '^src/platform/', tests] },
    to: { path: packages('kysely', 'pg', 'pg-boss') },
  },
  {
    name: 'browser-without-server',
    comment: 'What the browser loads contains neither Node nor a server package.',
    severity: 'error',
    from: { path: browser, pathNot: tests },
    to: { path: ['^node:', ...packages('hono', '@hono/node-server', '@orpc/server', 'better-auth', 'pino', 'nodemailer')] },
  },
  {
    name: 'browser-without-builtins',
    comment: 'What the browser loads uses no Node built-in.',
    severity: 'error',
    from: { path: browser, pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-without-builtins',
    comment: 'kernel, domain, contract, scheduler/core and matcher/core touch nothing outside themselves.',
    severity: 'error',
    from: { path: ['^src/kernel/', '^src/reading/', '^src/(scheduler|matcher)/core/', ...part(any, 'domain', 'contract')], pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'tests-are-not-imported',
    comment: 'Code that ships never imports a test or a fixture.',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { path: [tests, '^tests/', '^bench/', '^scripts/'] },
  },
  {
    name: 'no-circles',
    comment: 'No file imports itself by a detour, not even its types.',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'every-import-is-found',
    comment: 'An import that leads nowhere is a mistake.',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...orderRules, ...partRules, ...roomRules, ...placeRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
