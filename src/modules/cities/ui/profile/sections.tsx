// What a city tells of itself: strengths beyond the cliché, needs, stories, challenges, practices, and what partner it looks for.
import { useRead } from '#client/use-read.ts';
import { needWorkingTexts, useText } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import { Named } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Opening } from '#design/said.tsx';
import { writing } from '#kernel/language.ts';
import { SourceName, useVoice } from '#modules/evidence/ui/said.tsx';
import type { City } from '../../contract.ts';
import type { PublishedEntry } from '../../contract/profile.ts';
import { profileKinds } from '../../domain/profile/profile.ts';
import { citiesQueries } from '../client.ts';
import { inLanguage } from '#kernel/written-language.ts';
import './profile.css';

const SoughtFacts = later(async () => {
  const [facts] = await Promise.all([import('./sought-facts.tsx'), needWorkingTexts()]);
  return { SoughtFacts: facts.SoughtFacts };
}, 'SoughtFacts');

const ExtentLine = later(async () => {
  const [extent] = await Promise.all([import('./extent.tsx'), needWorkingTexts()]);
  return { ExtentLine: extent.ExtentLine };
}, 'ExtentLine');

export function ProfileSections({ city }: { readonly city: City }) {
  const { t } = useText();
  const data = useRead(citiesQueries.getProfile.queryOptions({ input: { cityId: city.id } }));
  if (data === undefined) return <Skeleton lines={4} />;
  // Said in one line, so that the ties of a city that has told nothing stand at the top.
  if (data.entries.length === 0) return <p className="note">{t('cities.nothing_told')}</p>;
  return <ToldSections entries={data.entries} />;
}

/** What is told, kind by kind. */
export function ToldSections({ entries: all }: { readonly entries: readonly ToldEntry[] }) {
  const { t } = useText();
  return profileKinds.map((kind) => {
    const entries = all.filter((entry) => entry.kind === kind);
    return (
      entries.length > 0 && (
        <Section key={kind} title={t(`cities.profile_${kind}`)} aside={t(`cities.profile_${kind}_note`)}>
          <ul className="told">
            {entries.map((entry) => (
              <li key={entry.id}>
                <Told entry={entry} />
              </li>
            ))}
          </ul>
        </Section>
      )
    );
  });
}

export type ToldEntry = Omit<PublishedEntry, 'publishedAt'>;

/** One entry as everybody reads it. */
export function Told({ entry }: { readonly entry: Omit<ToldEntry, 'id' | 'kind' | keyof ToldFrom> & Partial<ToldFrom> }) {
  const { t, language } = useText();
  const marks = [
    ...(entry.domain === null ? [] : [t(`cities.domain_${entry.domain}`)]),
    ...entry.goals.map((number) => t('cities.goal_numbered', { number, name: t(`cities.goal_${number}`) })),
  ];
  return (
    <article>
      <h3>
        <Named text={entry.title} />
      </h3>
      {marks.length > 0 && <p className="note">{marks.join(writing[language].apart)}</p>}
      <p className="read prose">
        <Named text={entry.body} />
      </p>
      {entry.extent !== null && <ExtentLine said={entry.extent} />}
      {entry.sought !== null && <SoughtFacts sought={entry.sought} />}
      <From source={entry.source ?? null} saidBy={entry.saidBy ?? null} />
    </article>
  );
}

type ToldFrom = Pick<ToldEntry, 'source' | 'saidBy'>;

/** Whose words it gives and where they stand: a line that opens to the passage; nothing where nothing is stated. */
function From({ source, saidBy }: ToldFrom) {
  const { t, language } = useText();
  const voice = useVoice();
  const who = saidBy === null ? null : t('cities.told_by', { who: inLanguage(saidBy, language) });
  if (source === null) return who === null ? null : <p className="note">{who}</p>;
  const figure = (
    <span className="note">
      {t('cities.told_source')}
      {/* The link to it stands within: what opens holds no other one. */}
      <SourceName source={{ ...source, address: null, place: null }} />
    </span>
  );
  return (
    <>
      {who !== null && <p className="note">{who}</p>}
      <Opening figure={figure} slip={voice({ source, saidBy }, {})} />
    </>
  );
}
