// Who may see an outcome with its ledger: the other side may see it before everybody does, and what becomes public is shown first.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { AudienceSection } from '#modules/evidence/ui/audience-section.tsx';
import type { Outcome } from '../contract/shapes.ts';
import { outcomesApi, outcomesQueries } from './client.ts';
import { StageTable } from './ledger/stage-table.tsx';

export function Audience({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const { id: outcomeId, office, sides } = outcome;
  return (
    <AudienceSection
      shown={outcome}
      owner={office.id}
      suggested={sides}
      shareNote={t('outcomes.share_note')}
      publicNote={t('outcomes.public_note')}
      preview={<Preview outcome={outcome} />}
      save={(wanted, ifMatch) => outcomesApi.setOutcomeAudience({ outcomeId, ...wanted }, { context: { ifMatch } })}
      refresh={() => queryClient.invalidateQueries({ queryKey: outcomesQueries.key() })}
    />
  );
}

/** The outcome exactly as everybody would read it, after a word on whether the other side has seen it. */
function Preview({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const { data, error } = useQuery(outcomesQueries.previewOutcomeAudience.queryOptions({ input: { outcomeId: outcome.id }, staleTime: 0 }));
  if (error !== null) throw error;
  if (data === undefined) return <Skeleton lines={4} />;
  const unnamed = data.outcome.parties.filter(({ name, city, organisation }) => name === null && city === null && organisation === null);
  const hidden = outcome.attributions.length - data.outcome.attributions.length;
  return (
    <>
      <OtherSides outcome={outcome} seen={data.outcome} />
      <p>
        <b>
          <Named text={data.outcome.title} />
        </b>
      </p>
      <StageTable outcome={data.outcome} reader={{ isLeft: () => true }} />
      {data.outcome.entries.length > 0 && (
        <p className="note after">{t('outcomes.opens_sources', { count: data.outcome.entries.length })}</p>
      )}
      {unnamed.length > 0 && <p className="note">{t('outcomes.stays_unnamed', { count: unnamed.length })}</p>}
      {hidden > 0 && <p className="note">{t('outcomes.stays_unrelated', { count: hidden })}</p>}
      {data.staysPrivate.statements > 0 && <p className="note">{t('outcomes.stays_private', { count: data.staysPrivate.statements })}</p>}
    </>
  );
}

type Office = Outcome['sides'][number];

/** Offices that hold otherwise of any stage, as whoever is shown the outcome can see. */
const differingIn = ({ figures }: Outcome): readonly Office[] => [
  ...new Map(figures.flatMap(({ differing }) => differing.map(({ office }) => [office.id, office] as const))).values(),
];

/** Of each other side that works here: whether it sees the outcome, and whether it has answered. */
function OtherSides({ outcome, seen }: { readonly outcome: Outcome; readonly seen: Outcome }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { sides, sharedWith, confirmations } = outcome;
  const differing = differingIn(outcome);
  const shown = differingIn(seen);
  const isHidden = ({ id }: Office): boolean => !shown.some((office) => office.id === id);
  const [hidden, told] = [differing.filter(isHidden), differing.filter((office) => !isHidden(office))];
  const spoke = sides.filter(({ id }) => confirmations.some(({ office }) => office.id === id));
  const answered = spoke.filter(({ id }) => !differing.some((office) => office.id === id));
  const silent = sides.filter(({ id }) => !spoke.some((side) => side.id === id));
  const unseen = silent.filter(({ id }) => !sharedWith.some((office) => office.id === id));
  const waiting = silent.filter(({ id }) => !unseen.some((side) => side.id === id));
  const list = (offices: readonly Office[]) => formats.list(offices.map(({ name }) => naming(name)));
  return (
    <>
      {unseen.length > 0 && <Notice kind="plain">{t('outcomes.side_unseen', { offices: list(unseen) })}</Notice>}
      {waiting.length > 0 && <p className="note">{t('outcomes.side_waiting', { offices: list(waiting) })}</p>}
      {hidden.length > 0 && <Notice kind="plain">{t('outcomes.side_differs_hidden', { offices: list(hidden) })}</Notice>}
      {told.length > 0 && <p className="note">{t('outcomes.side_differs_public', { offices: list(told) })}</p>}
      {answered.length > 0 && <p className="note">{t('outcomes.side_answered', { offices: list(answered) })}</p>}
    </>
  );
}
