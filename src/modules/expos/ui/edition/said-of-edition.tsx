// What sources say of an edition and of who took part: what is known, contested, reported, and what is somebody's view.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import { later } from '#design/notices/later.tsx';
import { Gap, Section } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { ShownFirstShape, StatementShape } from '#modules/evidence/contract/shapes.ts';
import { standings, standingsOf, type Standing } from '#modules/evidence/domain/standing.ts';
import { OpenHistory } from '#modules/evidence/ui/open-history.tsx';
import { Said, SourceName } from '#modules/evidence/ui/said.tsx';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { ParticipantId } from '../../domain/edition.ts';
import { exposQueries, type exposApi } from '../client.ts';
import type { Target } from './enter-said.tsx';

const EnterSaid = later(() => import('./enter-said.tsx'), 'EnterSaid');

type Answer = Awaited<ReturnType<(typeof exposApi)['getEditionSaid']>>;
type Attribute = Answer['entries'][number]['attribute'] | Answer['participations'][number]['entries'][number]['attribute'];

/** One attribute of an edition or of a participant. */
interface Entry {
  readonly key: string;
  readonly attribute: Attribute;
  readonly subject: { readonly kind: 'edition'; readonly id: string } | { readonly kind: 'participation'; readonly id: ParticipantId };
  /** The participant's name; null of the edition itself. */
  readonly of: Edition['name'] | null;
  readonly shown: ShownFirstShape;
  readonly sources: number;
  readonly values: number;
}

/** The office of the reader that may enter something: the edition's own first. */
function useSayingOffice({ organiser }: Edition): string | null {
  const offices = useSession()?.offices.filter(({ role }) => role !== 'viewer') ?? [];
  const own = offices.find(({ id }) => id === organiser);
  return (own ?? offices.find(({ kind }) => kind === 'city' || kind === 'register'))?.id ?? null;
}

export function EditionSaid({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const office = useSayingOffice(edition);
  const [target, setTarget] = useState<Target | null>(null);
  const { data } = useQuery(exposQueries.getEditionSaid.queryOptions({ input: { editionId: edition.id } }));
  if (data === undefined) return null;
  const ofEdition = data.entries.map((entry): Entry => ({
    ...entry,
    key: entry.attribute,
    subject: { kind: 'edition', id: edition.id },
    of: null,
  }));
  const ofParticipants = data.participations.flatMap(({ participantId, name, entries }) =>
    entries.map((entry): Entry => ({
      ...entry,
      key: `${participantId} ${entry.attribute}`,
      subject: { kind: 'participation', id: participantId },
      of: name,
    })),
  );
  const all = [...ofEdition, ...ofParticipants];
  if (all.length === 0 && office === null) return null;
  return (
    <Section title={t('expos.said_of')} aside={t('expos.said_of_note')} id="said">
      {all.length === 0 && (
        <p className="note">
          {t('expos.nothing_said')}
          <Gap />
          {t('expos.nothing_said_text')}
        </p>
      )}
      {standings.map((standing) => (
        <OfStanding key={standing} standing={standing} entries={all} />
      ))}
      {all.length > 0 && <AllStatements entries={all} office={office} onCorrect={setTarget} />}
      {office !== null && (
        <Buttons after>
          <Button onPress={() => setTarget({ kind: 'edition', corrected: null })}>{t('expos.enter_said')}</Button>
          {edition.counts.exhibitors > 0 && (
            <Button kind="text" onPress={() => setTarget({ kind: 'participation', participantId: null, corrected: null })}>
              {t('expos.enter_said_of_participant')}
            </Button>
          )}
        </Buttons>
      )}
      {office !== null && target !== null && (
        <EnterSaid edition={edition} office={office} target={target} onClose={() => setTarget(null)} />
      )}
    </Section>
  );
}

const nameKey = (attribute: Attribute) => `expos.said_${attribute}` as const;

interface Line {
  readonly key: string;
  readonly entry: Entry;
  readonly statement: StatementShape;
}

/** The statements that a standing shows: the first of what is known, contested or reported; every view of its own. */
const linesOf = (standing: Standing, entries: readonly Entry[]): readonly Line[] =>
  entries.flatMap((entry): readonly Line[] => {
    const { shown, key } = entry;
    if (standing === 'held') return shown.apart.map((statement) => ({ key: `${key} ${statement.id}`, entry, statement }));
    return shown.first !== null && standingsOf(shown).includes(standing) ? [{ key, entry, statement: shown.first }] : [];
  });

function OfStanding({ standing, entries }: { readonly standing: Standing; readonly entries: readonly Entry[] }) {
  const { t } = useText();
  const lines = linesOf(standing, entries);
  if (lines.length === 0) return null;
  return (
    <div className="spaced">
      <h3>{t(`expos.standing_${standing}`)}</h3>
      <p className="note">{t(`expos.standing_${standing}_note`)}</p>
      <DataTable
        caption={t(`expos.standing_${standing}`)}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', head: t('expos.said_what'), naming: true, cell: ({ entry }) => <What entry={entry} /> },
          {
            key: 'value',
            head: t('expos.said_value'),
            cell: ({ entry, statement }) => (
              <>
                <Said statement={statement} />
                {standing !== 'held' && <Others entry={entry} />}
              </>
            ),
          },
          {
            key: 'who',
            head: t('expos.said_by'),
            cell: ({ statement: { saidBy, source, office } }) =>
              saidBy === null ? (
                <SourceName source={source} office={office.name} />
              ) : (
                <>
                  <AsWritten text={saidBy} named />
                  <small>
                    <SourceName source={source} office={office.name} />
                  </small>
                </>
              ),
          },
        ]}
      />
    </div>
  );
}

/** Of whom and what. */
function What({ entry: { attribute, of } }: { readonly entry: Entry }): ReactNode {
  const { t } = useText();
  if (of === null) return t(nameKey(attribute));
  return (
    <>
      <Named text={of} quiet />
      <small>{t(nameKey(attribute))}</small>
    </>
  );
}

/** How many sources there are, and whether they differ. */
function Others({ entry: { sources, values } }: { readonly entry: Entry }) {
  const { t } = useText();
  if (sources < 2) return null;
  return (
    <small className={values > 1 ? 'differs' : 'note'}>
      {values > 1 ? t('expos.said_differ', { sources, values }) : t('expos.said_agree', { sources })}
    </small>
  );
}

interface AllStatementsProps {
  readonly entries: readonly Entry[];
  readonly office: string | null;
  readonly onCorrect: (target: Target) => void;
}

/** Attribute by attribute: side by side, why one is first, the history, and what one's office can do with it. */
function AllStatements({ entries, office, onCorrect }: AllStatementsProps) {
  const { t } = useText();
  const queryClient = useQueryClient();
  return (
    <details className="after">
      <summary>{t('expos.said_all')}</summary>
      {entries.map(({ key, attribute, subject, of, shown }) => (
        <div key={key} className="spaced">
          {of !== null && (
            <p>
              <Named text={of} />
            </p>
          )}
          <OpenHistory
            subject={subject}
            attribute={attribute}
            caption={t(nameKey(attribute))}
            codeName={undefined}
            office={office}
            onChanged={() => queryClient.invalidateQueries({ queryKey: exposQueries.key() })}
            onCorrect={(corrected) =>
              onCorrect(
                subject.kind === 'edition'
                  ? { kind: 'edition', corrected }
                  : { kind: 'participation', participantId: subject.id, corrected },
              )
            }
          >
            <StatementTable caption={t(nameKey(attribute))} shown={shown} codeName={undefined} />
          </OpenHistory>
        </div>
      ))}
    </details>
  );
}
