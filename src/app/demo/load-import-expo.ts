// Enters the import expo and its editions as the register office keeps them: nobody of the expo works in the demo, so nobody claims them.
import type { OfficeId } from '#kernel/ids.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { createParticipant } from '#modules/expos/api/change-participants.ts';
import { createExpo, listExpos } from '#modules/expos/api/expos.ts';
import { previewPublication, publishEdition } from '#modules/expos/api/edition/publish-edition.ts';
import { enterEditionStatements, enterParticipationStatements } from '#modules/expos/api/edition/said-of-edition.ts';
import { editionForms } from '#modules/expos/domain/said-attributes.ts';
import { getCity } from '#modules/cities/api/open-city.ts';
import { createProgrammeItem } from '#modules/expos/api/programme/change-programme.ts';
import { releaseProgramme } from '#modules/meetings/api/programme/release-programme.ts';
import type { Work } from '#platform/work.ts';
import { cited, must, sourcesOf, words, type SourceOf } from './as-people.ts';
import { forum2019 } from './facts/forum-2019.ts';
import {
  chamberAtExpo,
  importExpo,
  importExpoDays,
  importExpoEditions,
  importExpoVenues,
  type EditionFact,
  type SaidFigure,
} from './facts/import-expo.ts';

const open = { visibility: 'public' as const, sharedWith: [], supersedes: null, saidBy: null };

/** What was planned before an edition opened is a forecast. */
async function figureEntry([attribute, figure, source, qualifier = 'exact', basis]: SaidFigure, sourceOf: SourceOf) {
  const meant = { qualifier, ...(basis === undefined ? {} : { basis }) };
  const value =
    editionForms[attribute] === 'money'
      ? { type: 'money' as const, amount: figure, currency: 'USD', ...meant }
      : { type: 'count' as const, count: figure, ...meant };
  const kind = qualifier === 'planned' ? ('forecast' as const) : ('count' as const);
  return { ...open, attribute, value, kind, source: cited(await sourceOf(source)) };
}

async function enterSaid(
  work: Work,
  { office, editionId }: At,
  { figures, days, hall, remarks = [] }: EditionFact,
  sourceOf: SourceOf,
): Promise<void> {
  const entries = [];
  for (const figure of figures) entries.push(await figureEntry(figure, sourceOf));
  const told = [
    { attribute: 'days' as const, kind: days.kind, text: importExpoDays, source: days.source },
    ...(hall === null ? [] : [{ attribute: 'venue' as const, kind: 'fact' as const, text: importExpoVenues.hall, source: hall }]),
    ...remarks.map((remark) => ({ ...remark, attribute: 'remark' as const, kind: 'fact' as const })),
  ];
  for (const { attribute, kind, text, source } of told) {
    const value = { type: 'text' as const, text: words(text) };
    entries.push({ ...open, attribute, value, kind, source: cited(await sourceOf(source)) });
  }
  must(await enterEditionStatements(work, { editionId, office, entries }));
}

interface At {
  readonly office: OfficeId;
  readonly editionId: string;
}

/** The one participant of whom the sources say something. */
async function enterChamber(work: Work, { office, editionId }: At, year: keyof typeof chamberAtExpo.of, sourceOf: SourceOf): Promise<void> {
  const { name, saidBy, source, of } = chamberAtExpo;
  const who = { code: 'P1', role: 'exhibitor' as const, name: words(name), country: 'US', city: 'San Francisco | 旧金山', unavailable: [] };
  const { id: participantId } = must(await createParticipant(work, { editionId, ...who }));
  const from = cited(await sourceOf(source));
  const entries = of[year].map((said) => ({
    ...open,
    ...{ attribute: said.attribute, kind: said.kind, source: from, saidBy },
    value:
      'count' in said
        ? { type: 'count' as const, count: said.count, qualifier: said.qualifier }
        : { type: 'text' as const, text: words(said.text) },
  }));
  must(await enterParticipationStatements(work, { editionId, participantId, office, entries }));
}

const said = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([tag, text]) => [tag, { text, origin: 'human' as const }]));

/** The forum of the first day, as its programme: one event for all the cities in it. */
async function enterForum(work: Work, { editionId }: At): Promise<void> {
  const { title, day, hosts, speakers, source } = forum2019;
  const cities = [];
  for (const city of forum2019.cities) cities.push(must(await getCity(work, { city })).id);
  const unknown = {
    startsAt: null,
    endsAt: null,
    roomId: null,
    standId: null,
    languages: [],
    interpretedInto: [],
    interpreters: [],
    followUp: [],
  };
  const named = speakers.map(({ name, post, office }) => ({
    name: said(name),
    post: said(post),
    office: said(office),
    ...{ rank: 50, participantId: null, topic: {}, email: null },
  }));
  const item = { kind: 'forum' as const, title: words(title), day, hosts: hosts.map(words), themes: [], speakers: named, cities, source };
  must(await createProgrammeItem(work, { editionId, ...unknown, ...item }));
  must(await releaseProgramme(work, { editionId }));
}

/** All of it in one transaction; left alone where it is there. */
export async function enterImportExpo(work: Work, office: OfficeId): Promise<void> {
  if (must(await listExpos(work, { organiser: office, limit: 1 })).entries.length > 0) return;
  const sourceOf = sourcesOf(work, office);
  const expo = must(await createExpo(work, { office, name: words(importExpo.name) }));
  for (const fact of importExpoEditions) {
    // The days that each one's own source gives.
    const days = { firstDay: `${fact.year}-11-05`, lastDay: `${fact.year}-11-10`, timeZone: 'Asia/Shanghai' };
    const named = {
      name: words(fact.name),
      venue: words(fact.hall === null ? importExpoVenues.city : importExpoVenues.hall),
      expoId: expo.id,
    };
    const { id: editionId } = must(await createEdition(work, { office, ...named, ...days }));
    const at = { office, editionId };
    if (fact.year === 2018 || fact.year === 2019) await enterChamber(work, at, fact.year, sourceOf);
    await enterSaid(work, at, fact, sourceOf);
    if (fact.year === 2019) await enterForum(work, at);
    const { digest } = must(await previewPublication(work, { editionId }));
    must(await publishEdition(work, { editionId, digest }));
  }
}
