// What a city tells of itself: strengths beyond the cliché, stories, challenges, practices.
import { useQuery } from '@tanstack/react-query';
import { queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/waiting.tsx';
import type { City } from '../contract.ts';
import type { PublishedEntry } from '../contract/profile.ts';
import { profileKinds } from '../domain/profile.ts';
import './profile.css';

export function ProfileSections({ city }: { readonly city: City }) {
  const { t } = useText();
  const { data, error } = useQuery(queries().cities.getProfile.queryOptions({ input: { cityId: city.id } }));
  if (error !== null && data === undefined) throw error;
  if (data === undefined) return <Skeleton lines={4} />;
  // Said in one line, so that the ties of a city that has told nothing stand at the top.
  if (data.entries.length === 0) return <p className="note">{t('cities.nothing_told')}</p>;
  return profileKinds.map((kind) => {
    const entries = data.entries.filter((entry) => entry.kind === kind);
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

/** One entry as everybody reads it. */
export function Told({ entry }: { readonly entry: Pick<PublishedEntry, 'title' | 'body' | 'domain'> }) {
  const { t } = useText();
  return (
    <article>
      <h3>
        <Named text={entry.title} />
      </h3>
      {entry.domain !== null && <p className="note">{t(`cities.domain_${entry.domain}`)}</p>}
      <p className="read prose">
        <Named text={entry.body} />
      </p>
    </article>
  );
}
