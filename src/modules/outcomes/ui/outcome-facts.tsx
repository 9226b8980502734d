// What an outcome is, besides its ledger: kind, when, direction, who takes part, and what it belongs to.
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { Facts, type Fact } from '#design/rows.tsx';
import { Figure as Written } from '#design/said.tsx';
import type { Outcome } from '../contract/shapes.ts';
import { useDirection } from './words.tsx';

export function OutcomeFacts({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const direction = useDirection()(outcome, naming);
  const { occurred, domain, parties, attributions, whole, note, office } = outcome;
  const entries: readonly Fact[] = [
    { term: t('outcomes.kind'), value: t(`outcomes.kind_${outcome.kind}`) },
    { term: t('outcomes.occurred'), value: occurred === null ? <Unknown /> : <Written value={formats.flexDate(occurred)} /> },
    { term: t('outcomes.direction'), value: direction ?? <Unknown /> },
    ...(domain === null ? [] : [{ term: t('outcomes.domain'), value: t(`cities.domain_${domain}`) }]),
    ...parties.map((party) => ({ term: t(`outcomes.role_${party.role}`), value: <PartyName party={party} /> })),
    ...attributions.map(({ relation, title, subjectKind, subjectId, slug, heard }) => ({
      term: t(`outcomes.is_${relation}`),
      value: (
        <>
          <Subject key={subjectId} {...{ subjectKind, slug, title }} />
          {!heard && <span className="note"> {t('outcomes.not_taken_up', { office: naming(office.name) })}</span>}
        </>
      ),
    })),
    ...(whole === null ? [] : [{ term: t('outcomes.part_of'), value: <Other outcome={whole} /> }]),
    ...(note === null ? [] : [{ term: t('outcomes.note'), value: <Named text={note} /> }]),
    { term: t('outcomes.kept_by'), value: <Named text={office.name} quiet /> },
  ];
  return <Facts entries={entries} />;
}

/** An organisation on record leads to its page; one that the reader may not see is said to be there, and not named. */
function PartyName({ party: { name, city, organisation, share } }: { readonly party: Outcome['parties'][number] }) {
  const { t } = useText();
  return (
    <>
      {name !== null && <AsWritten text={name} />}
      {name === null && (city !== null ? <Named text={city.name} quiet /> : organisation === null && t('outcomes.party_hidden'))}
      {organisation !== null && (
        <Link to="/organisations/$id" params={{ id: organisation.id }}>
          <Named text={organisation.name} quiet />
        </Link>
      )}
      {share !== null && ` · ${share} %`}
    </>
  );
}

/** What it has to do with, leading to its page; an agreement or exchange stands on that of its tie. */
function Subject({ subjectKind, slug, title }: Pick<Outcome['attributions'][number], 'subjectKind' | 'slug' | 'title'>) {
  const name = <Named text={title} quiet />;
  if (slug === null) return name;
  return (
    <Link to={subjectKind === 'edition' ? '/editions/$slug' : '/ties/$slug'} params={{ slug }}>
      {name}
    </Link>
  );
}

const Other = ({ outcome: { id, title } }: { readonly outcome: NonNullable<Outcome['whole']> }) => (
  <Link to="/outcomes/$id" params={{ id }}>
    <Named text={title} quiet />
  </Link>
);
