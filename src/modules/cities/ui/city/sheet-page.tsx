// A city on paper, in the reader's language: names and facts, what it tells of itself, its ties and what came of them, what partner it looks for.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { entryZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Section, Title } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { City } from '../../contract.ts';
import { citiesQueries } from '../client.ts';
import { Told, type ToldEntry } from '../profile/sections.tsx';
import '../profile/profile.css';

/** Places for parts of modules below. */
export interface SheetSlots {
  /** Whom the city is tied to. */
  readonly ties: (city: City) => ReactNode;
  /** What came of it. */
  readonly outcomes: (city: City) => ReactNode;
}

/** Address: `/cities/<slug>/sheet`. */
export function SheetPage({ slots }: { readonly slots: SheetSlots }) {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const city = useQuery(citiesQueries.getCity.queryOptions({ input: { city: slug } }));
  const cityId = city.data?.id ?? '';
  const told = useQuery({ ...citiesQueries.getProfile.queryOptions({ input: { cityId } }), enabled: city.data !== undefined });
  const error = city.error ?? told.error;
  if (error !== null) throw error;
  if (city.data === undefined || told.data === undefined) return <Skeleton label={t('cities.sheet')} lines={8} />;
  return <Sheet city={city.data} entries={told.data.entries} slots={slots} />;
}

/** First what a city is and is good at, then whom it is tied to; at the end what it seeks and offers. */
const firstParts = ['strength', 'story', 'practice'] as const;
const lastParts = ['partner_call', 'need', 'challenge'] as const;

interface SheetProps {
  readonly city: City;
  readonly entries: readonly ToldEntry[];
  readonly slots: SheetSlots;
}

function Sheet({ city, entries, slots }: SheetProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { origin = '' } = useRouter();
  const name = naming(city.name);
  const kindsOn = (kinds: typeof firstParts | typeof lastParts) =>
    kinds.map((kind) => ({ kind, told: entries.filter((entry) => entry.kind === kind) })).filter(({ told }) => told.length > 0);
  const [first, second] = [kindsOn(firstParts), kindsOn(lastParts)];
  return (
    <article className="sheet">
      <Title
        title={t('cities.sheet_of', { city: name })}
        crumb={
          <Link className="noprint" to="/cities/$slug" params={{ slug: city.slug }}>
            {t('cities.sheet_back')}
          </Link>
        }
        note={t('cities.kind_in_country', { kind: t(`cities.kind_${city.kind}`), country: naming(city.countryName) })}
      >
        <Named text={city.name} />
      </Title>
      <SheetFacts city={city} />
      <Buttons after>
        <Button kind="go" onPress={() => window.print()}>
          {t('cities.print')}
        </Button>
      </Buttons>
      {entries.length === 0 && <p className="note">{t('cities.nothing_told')}</p>}
      {first.map((part) => (
        <Part key={part.kind} {...part} />
      ))}
      {slots.ties(city)}
      {slots.outcomes(city)}
      {second.map((part) => (
        <Part key={part.kind} {...part} />
      ))}
      <p className="note after">
        {t('cities.sheet_foot', {
          address: `${new URL(origin).host}/cities/${city.slug}`,
          day: formats.date(new Date().toISOString(), entryZone()),
        })}
      </p>
    </article>
  );
}

interface PartProps {
  readonly kind: ToldEntry['kind'];
  readonly told: readonly ToldEntry[];
}

function Part({ kind, told }: PartProps) {
  const { t } = useText();
  return (
    <Section title={t(`cities.profile_${kind}`)} aside={t(`cities.profile_${kind}_note`)}>
      <ul className="told">
        {told.map((entry) => (
          <li key={entry.id}>
            <Told entry={entry} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Names by language, and what sources state, the first shown first with where it is said. */
function SheetFacts({ city }: { readonly city: City }) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(citiesQueries.getCitySaid.queryOptions({ input: { cityId: city.id } }));
  const names = city.names.map(({ language, text, kind }) => ({
    term: t('cities.name_in', { language: formats.languageName(language) }),
    value: (
      <>
        <span lang={language}>{text}</span>
        {kind !== 'official' && <span className="note"> {t('design.in_brackets', { words: t(`cities.name_${kind}`) })}</span>}
      </>
    ),
  }));
  const said = (data?.entries ?? []).flatMap(({ attribute, shown, sources, values }) =>
    shown.first === null
      ? []
      : [
          {
            term: t(`cities.said_${attribute}`),
            value: (
              <>
                <Value value={shown.first.value} />{' '}
                <span className="note">
                  <SourceName source={shown.first.source} office={shown.first.office.name} />
                  {values > 1 && ` · ${t('cities.said_sources', { sources, values })}`}
                </span>
              </>
            ),
          },
        ],
  );
  return <Facts entries={[...names, ...said, { term: t('cities.steward'), value: <Named text={city.steward.name} /> }]} />;
}
