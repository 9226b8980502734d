// What a reader would ask and nobody has stated, in words: the same on the page and on paper.
import type { FlexDate } from '#kernel/flex-date.ts';
import { writing, type MultilingualText } from '#kernel/language.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import { whenOf, type Wording } from './opening-words.ts';

type Gap =
  | { readonly about: 'established' | 'class' }
  | { readonly about: 'status'; readonly cityId: string }
  | { readonly about: 'visits'; readonly cityId: string; readonly elsewhere: number }
  | { readonly about: 'begun_by_paper'; readonly title: MultilingualText; readonly signedOn: FlexDate }
  | { readonly about: 'parties' | 'validity'; readonly title: MultilingualText }
  | { readonly about: 'follow_up'; readonly title: MultilingualText; readonly kind: string; readonly stage: string }
  | { readonly about: 'domains'; readonly domains: readonly Domain[]; readonly elsewhere: number }
  | { readonly about: 'silence'; readonly since: FlexDate };

/** `domainName`: what a field is called, which pages and papers each have a word for. */
export function gapWords(gap: Gap, { t, formats, naming, cityName, language }: Wording, domainName: (domain: Domain) => string): string {
  switch (gap.about) {
    case 'established':
    case 'class':
      return t(`reports.nobody_${gap.about}`);
    case 'status':
      return t('reports.nobody_status', { city: cityName(gap.cityId) });
    case 'visits':
      return t(gap.elsewhere === 0 ? 'reports.nobody_visits' : 'reports.no_visit_entered', { city: cityName(gap.cityId) });
    case 'begun_by_paper':
      return t('reports.begun_by_paper', { title: naming(gap.title), when: whenOf(gap.signedOn, { t, formats }) });
    case 'parties':
    case 'validity':
      return t(`reports.nobody_${gap.about}`, { title: naming(gap.title) });
    case 'follow_up':
      return t('reports.nobody_follow_up', { title: naming(gap.title), stage: t(`design.stage_${gap.stage}`) });
    case 'domains':
      return [
        t('reports.nobody_domains', { domains: formats.list(gap.domains.map(domainName)) }),
        ...(gap.elsewhere === 0 ? [] : [t('reports.without_domain', { count: gap.elsewhere })]),
      ].join(writing[language].blank);
    case 'silence':
      return t('reports.nobody_silence', { day: formats.spelt(formats.flexDate(gap.since)) });
  }
}
