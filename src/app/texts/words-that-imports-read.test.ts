import { expect, test } from 'vitest';
import { keysOf } from '#kernel/codes.ts';
import { languages } from '#kernel/language.ts';
import type { Texts } from '#kernel/sentence.ts';
import { kindOfWord, stageOfWord } from '#modules/outcomes/domain/sheet/words.ts';
import { meaningOfHead } from '#modules/outcomes/domain/sheet/columns.ts';
import { headMeaning } from '#modules/desk/domain/paste/heads.ts';
import { columnOfHead } from '#modules/meetings/domain/file/heads.ts';
import { layouts } from '#modules/meetings/domain/file/layout.ts';
import { roleWords, wishWords } from '#modules/meetings/formats/tables/words.ts';
import { classOfWord, statusOfWord } from '#modules/ties/domain/tie-words.ts';
import { texts } from './texts.ts';

type Key = keyof typeof texts.en;
/** What a reader of a sheet makes of words that stand on a screen: by what it should be, the keys of these words. */
type Said = Readonly<Record<string, readonly Key[]>>;

/** Of what is said in some language and not read as it is meant there. */
const unread = (said: Said, read: (word: string) => string | null): readonly string[] =>
  languages.flatMap((language) => {
    const words: Texts = texts[language];
    return keysOf(said).flatMap((meaning) =>
      (said[meaning] ?? []).flatMap((key) => {
        const word = words[key] ?? '';
        return read(word) === meaning ? [] : [`${word} (${key}) is read as ${read(word) ?? 'nothing'}, not as ${meaning}`];
      }),
    );
  });

const headOf = (table: string) => (head: string) => {
  const layout = layouts.find((one) => one.table === table);
  return layout === undefined ? null : (columnOfHead(layout, head)?.column.field ?? null);
};

test('an organiser’s sheet may be headed with the words of the product’s own pages', () => {
  const participants: Said = {
    code: ['expos.code'],
    name: ['expos.name'],
    role: ['expos.role', 'meetings.role'],
    country: ['expos.country', 'meetings.country'],
    city: ['expos.city'],
    languages: ['expos.languages'],
    seats: ['expos.seats'],
    group: ['expos.group'],
    stand: ['expos.stand', 'meetings.stand'],
    email: ['expos.email'],
    phone: ['expos.phone'],
    offer: ['expos.offer', 'meetings.offers'],
    need: ['expos.need', 'meetings.looks_for'],
    offerTitle: ['expos.offer_title'],
    needTitle: ['expos.need_title'],
    offerTopics: ['expos.offer_topics'],
    needTopics: ['expos.need_topics'],
    markets: ['expos.markets'],
    size: ['expos.size'],
  };
  expect(unread(participants, headOf('participants'))).toEqual([]);
  expect(unread({ wish: ['meetings.wish'], session: ['meetings.session'], note: ['meetings.note'] }, headOf('requests'))).toEqual([]);
});

test('the words for roles and wishes of the product’s own pages are read in cells', () => {
  const roles: Said = {
    exhibitor: ['meetings.role_exhibitor', 'outcomes.role_seller', 'outcomes.role_supplier'],
    buyer: ['meetings.role_buyer', 'outcomes.role_buyer'],
  };
  expect(unread(roles, roleWords.read)).toEqual([]);
  expect(unread({ must: ['meetings.wish_must'], want: ['meetings.wish_want'], no: ['meetings.wish_no'] }, wishWords.read)).toEqual([]);
});

test('a list of outcomes and a pasted list of ties may be written in the words of the product’s own pages', () => {
  const outcomes: Said = {
    kind: ['outcomes.kind'],
    stage: ['outcomes.stage'],
    date: ['outcomes.occurred'],
    amount: ['outcomes.amount'],
    currency: ['outcomes.currency'],
    count: ['outcomes.count', 'outcomes.count_deal'],
    source: ['outcomes.source'],
    note: ['outcomes.note'],
    organisation: ['outcomes.party'],
  };
  expect(unread(outcomes, meaningOfHead)).toEqual([]);
  const kinds: Said = {
    deal: ['outcomes.kind_deal'],
    project: ['outcomes.kind_project'],
    investment: ['outcomes.kind_investment'],
    service: ['outcomes.kind_service'],
    exchange: ['outcomes.kind_exchange'],
    offer_made: ['outcomes.kind_offer_made'],
  };
  expect(unread(kinds, kindOfWord)).toEqual([]);
  const stages: Said = {
    potential: ['design.stage_potential'],
    intended: ['design.stage_intended'],
    signed: ['design.stage_signed'],
    realised: ['design.stage_realised'],
    lapsed: ['design.stage_lapsed'],
    cancelled: ['design.stage_cancelled'],
  };
  expect(unread(stages, stageOfWord)).toEqual([]);
  const ties: Said = {
    city: ['desk.column_city'],
    country: ['desk.column_country'],
    class: ['desk.column_class', 'ties.class'],
    since: ['desk.column_since'],
    status: ['desk.column_status'],
    source: ['desk.column_source'],
    note: ['desk.column_note'],
  };
  expect(unread(ties, headMeaning)).toEqual([]);
  const classes: Said = {
    sister_city: ['ties.class_sister_city'],
    friendly_exchange: ['ties.class_friendly_exchange'],
    friendly_district: ['ties.class_friendly_district'],
    project_partnership: ['ties.class_project_partnership'],
  };
  expect(unread(classes, (word) => classOfWord(word, []))).toEqual([]);
  const states: Said = {
    proposed: ['ties.status_proposed'],
    active: ['ties.status_active'],
    quiet: ['ties.status_quiet'],
    suspended: ['ties.status_suspended'],
    ended: ['ties.status_ended'],
    revived: ['ties.status_revived'],
  };
  expect(unread(states, statusOfWord)).toEqual([]);
});
