// A visiting organisation and those of the city as the matcher compares them: what a delegation brings and seeks is told by names, posts and, where it is on record, in its own words.
import type { MultilingualText } from '#kernel/language.ts';
import { unstated, type Passage, type Profile } from '#matcher/core/model.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';

/** Titles and words of what it offers and looks for, as far as they are on record. */
export interface Spoken {
  readonly offer: readonly MultilingualText[];
  readonly need: readonly MultilingualText[];
}

export interface Visitor extends Spoken {
  readonly id: string;
  readonly organisation: MultilingualText;
  /** Of all who come for it. */
  readonly posts: readonly MultilingualText[];
}

export interface Host extends Spoken {
  readonly id: string;
  readonly name: MultilingualText;
}

function passagesOf(title: MultilingualText, texts: readonly MultilingualText[]): readonly Passage[] {
  const languages = new Set([title, ...texts].flatMap((text) => Object.keys(text)));
  return [...languages].map((language) => ({
    language,
    title: title[language]?.text ?? '',
    text: texts.flatMap((text) => text[language]?.text ?? []).join('\n'),
  }));
}

/** Names and posts say what somebody works in: that is sought as well as brought. */
export const profileOfVisitor = ({ id, organisation, posts, offer, need }: Visitor, domains: readonly Domain[]): Profile => ({
  ...unstated(id),
  offers: passagesOf(organisation, [...posts, ...offer]),
  needs: passagesOf(organisation, [...posts, ...need]),
  offerTopics: domains,
  needTopics: domains,
});

export const profileOfHost = ({ id, name, offer, need }: Host): Profile => ({
  ...unstated(id),
  offers: passagesOf(name, offer),
  needs: passagesOf(name, need),
});
