// One outcome: its figures stage by stage, the ledger behind them, what the sides answer and what sources state besides.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useRead } from '#client/use-read.ts';
import { needWorkingTexts, useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { later } from '#design/notices/later.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { mayHaveParts } from '../domain/outcome.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import { OpenHistory } from '#modules/evidence/ui/open-history.tsx';
import type { Outcome } from '../contract/shapes.ts';
import { outcomesQueries } from './client.ts';
import { Answers } from './ledger/answer-rows.tsx';
import { LedgerTable } from './ledger/ledger-table.tsx';
import type { Opened } from './opened.ts';
import { OutcomeFacts } from './outcome-facts.tsx';
import { OutcomeLead } from './outcome-lead.tsx';
import { StageTable } from './ledger/stage-table.tsx';
import { Stated } from './stated.tsx';
import type { Reader } from './words.tsx';

/** Only of a project, with the words of it. */
const PlanSection = later(async () => {
  await needWorkingTexts();
  return import('./project/plan-section.tsx');
}, 'PlanSection');
/** Only of a whole. */
const PartsSection = later(() => import('./parts/parts-section.tsx'), 'PartsSection');
/** Only where another side holds its figures to be otherwise. */
const AcceptHere = later(() => import('./ledger/accept-here.tsx'), 'AcceptHere');
// What only an office does is fetched when it does it: a reader's page stays light.
const Working = later(() => import('./working.tsx'), 'Working');
const Withdraw = later(async () => {
  await needWorkingTexts();
  return import('./withdraw-outcome.tsx');
}, 'Withdraw');
const HeldByLink = later(() => import('./held-by-link.tsx'), 'HeldByLink');

export function OutcomePage() {
  const { id } = useParams({ strict: false });
  const data = useRead(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId: id ?? '' } }));
  return data === undefined ? <Skeleton lines={8} /> : <Shown outcome={data} />;
}

function Shown({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const naming = useNaming();
  const session = useSession();
  const [open, setOpen] = useState<Opened>(null);
  const { mayEdit, voices } = outcome;
  const reader: Reader = { isLeft: (office) => session?.offices.some(({ id }) => id === office) ?? false };
  const isHeldByLink = session?.holder === 'link' && reader.isLeft(outcome.office.id);
  const voice = voices.find((office) => office !== outcome.office.id) ?? voices[0];
  // Only a side says something of it.
  const office = voices.find((one) => one === outcome.office.id) ?? voices[0];
  const hasAmount = outcome.figures.some(({ amount }) => amount !== null);
  return (
    <>
      <Title title={naming(outcome.title)} crumb={<Crumb outcome={outcome} />} note={<VisibilityMark visibility={outcome.visibility} />}>
        <Named text={outcome.title} />
      </Title>
      <OutcomeLead outcome={outcome} reader={reader} />
      <Section
        title={t('outcomes.by_stage')}
        aside={
          <Actions>
            {mayEdit && (
              <Button kind="go" onPress={() => setOpen('entry')}>
                {t('outcomes.add_entry')}
              </Button>
            )}
            {voice !== undefined && outcome.figures.length > 0 && <Button onPress={() => setOpen('answer')}>{t('outcomes.answer')}</Button>}
            {mayEdit && outcome.figures.some(({ differing }) => differing.length > 0) && <AcceptHere outcome={outcome} />}
            {mayEdit && hasAmount && <Button onPress={() => setOpen('rate')}>{t('outcomes.state_rate')}</Button>}
          </Actions>
        }
      >
        <StageTable outcome={outcome} reader={reader} />
        <p className="note after">
          {t('outcomes.never_added')} {outcome.parts.length > 0 && t('outcomes.of_whole_alone')}
        </p>
      </Section>
      {(outcome.parts.length > 0 || (mayEdit && isDrawnOn(outcome))) && <PartsSection outcome={outcome} reader={reader} />}
      {outcome.kind === 'project' && outcome.extent === 'single' && <PlanSection outcome={outcome} />}
      <Section
        title={t('outcomes.facts')}
        aside={mayEdit ? <Button onPress={() => setOpen('edit')}>{t('outcomes.correct')}</Button> : undefined}
      >
        <OutcomeFacts outcome={outcome} />
      </Section>
      <Section title={t('outcomes.ledger')} aside={t('outcomes.ledger_note')}>
        {outcome.entries.length === 0 ? (
          <p>
            <Unknown>{t('outcomes.no_entry')}</Unknown>
          </p>
        ) : (
          <LedgerTable outcome={outcome} onReverse={mayEdit ? (entry) => setOpen({ reverse: entry }) : undefined} />
        )}
      </Section>
      {outcome.confirmations.length > 0 && (
        <Section title={t('outcomes.answers')}>
          <Answers outcome={outcome} />
        </Section>
      )}
      <StatedSection outcome={outcome} office={office ?? null} onEnter={office === undefined ? undefined : () => setOpen('statement')} />
      {(mayEdit || voices.length > 0 || open !== null || outcome.takings.length > 0) && (
        <Working outcome={outcome} open={open} voice={voice} office={office} onClose={() => setOpen(null)} onOpen={setOpen} />
      )}
      {isHeldByLink && <HeldByLink />}
      {(mayEdit || isHeldByLink) && <Withdraw outcome={outcome} />}
    </>
  );
}

const Actions = ({ children }: { readonly children: ReactNode }) => <Buttons>{children}</Buttons>;

function Crumb({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const tie = outcome.attributions.find(({ subjectKind, slug }) => subjectKind === 'tie' && slug !== null);
  if (tie === undefined || tie.slug === null) return t(`outcomes.kind_${outcome.kind}`);
  return (
    <Link to="/ties/$slug" params={{ slug: tie.slug }}>
      <Named text={tie.title} quiet />
    </Link>
  );
}

interface StatedSectionProps {
  readonly outcome: Outcome;
  readonly office: string | null;
  readonly onEnter: (() => void) | undefined;
}

function StatedSection({ outcome, office, onEnter }: StatedSectionProps) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const { stated } = outcome;
  const history = (attribute: string, caption: string) => (
    <OpenHistory
      subject={{ kind: 'outcome', id: outcome.id }}
      {...{ attribute, caption, office }}
      onChanged={() => queryClient.invalidateQueries({ queryKey: outcomesQueries.key() })}
    />
  );
  if (stated.length === 0 && onEnter === undefined) return null;
  return (
    <Section
      title={t('outcomes.stated')}
      aside={onEnter === undefined ? t('outcomes.stated_note') : <Button onPress={onEnter}>{t('outcomes.enter_statement')}</Button>}
    >
      {stated.length === 0 ? <p className="note">{t('outcomes.stated_none')}</p> : <Stated stated={stated} beneath={history} />}
    </Section>
  );
}

/** Nothing is called off under a contract before it is signed. */
const isDrawnOn = (outcome: Outcome): boolean =>
  mayHaveParts(outcome) && (outcome.extent !== 'single' || outcome.reached.stage === 'signed' || outcome.reached.stage === 'realised');
