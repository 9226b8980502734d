// One line of a report: what it is about, what is said, and by whom. Figures open the entries behind them.
import { drawnOf } from '#modules/outcomes/domain/draw-down.ts';
import { later } from '#design/notices/later.tsx';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { needWorkingTexts, useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Figure as Written } from '#design/said.tsx';
import { StageMark } from '#design/stage-marks.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { HeldBy } from '#modules/evidence/ui/held-by.tsx';
import { Differ, Paper, Said, SourceName } from '#modules/evidence/ui/said.tsx';
import type { Figure, Outcome } from '#modules/outcomes/contract/shapes.ts';
import { FigureSaid } from '#modules/outcomes/ui/figure-said.tsx';
import { figuresShown } from '#modules/outcomes/domain/headline.ts';
import { isDirected } from '#modules/outcomes/domain/outcome.ts';
import {
  Assured,
  Reached,
  StageAmount,
  StageCount,
  useCounted,
  useDirection,
  useStageWord,
  type Reader,
} from '#modules/outcomes/ui/words.tsx';
import { isEnd } from '#modules/outcomes/domain/stages.ts';
import { useClassName, useExchangeKind } from '#modules/ties/ui/words.tsx';
import type { ReportEntry, TieReport } from '../contract.ts';
import { partiesInOrder } from '#modules/ties/domain/naming.ts';
import { partsOfWhole, partsWithin, projectsListed } from '../domain/sorting.ts';

/** Behind a press. */
const StageTable = later(() => import('#modules/outcomes/ui/ledger/stage-table.tsx'), 'StageTable');
/** Only where sources say something of it besides, or otherwise. */
const SideBySide = later(() => import('./side-by-side.tsx'), 'SideBySide');
const Stated = later(() => import('#modules/outcomes/ui/stated.tsx'), 'Stated');
/** Only where a whole has parts. */
const DrawDown = later(() => import('#modules/outcomes/ui/parts/draw-down.tsx'), 'DrawDown');
/** Only where a side has said something of the figures. */
/** Only who can put it right is told, in words of their work. */
const MayBeSame = later(async () => {
  await needWorkingTexts();
  return import('./may-be-same.tsx');
}, 'MayBeSame');
const Replies = later(() => import('./replies.tsx'), 'Replies');

export interface RowProps {
  readonly entry: ReportEntry;
  readonly report: TieReport;
}

export function ReportRow({ entry, report }: RowProps) {
  const { t } = useText();
  const kindOf = useExchangeKind();
  switch (entry.kind) {
    case 'said':
      return <SaidRow entry={entry} report={report} />;
    case 'agreement':
      return (
        <Line label={t(`ties.agreement_${entry.agreement.kind}`)} visibility={entry.agreement.visibility}>
          <Happened title={entry.agreement.title} on={entry.agreement.signedOn} source={entry.source} office={entry.agreement.officeName} />
          <Agreed agreement={entry.agreement} report={report} />
        </Line>
      );
    case 'exchange':
      return (
        <Line label={kindOf(entry.exchange, [report.cities.first, report.cities.second])} visibility={entry.exchange.visibility}>
          <Happened title={entry.exchange.title} on={entry.exchange.starts} source={entry.source} office={entry.exchange.officeName} />
        </Line>
      );
    case 'outcome':
      return <OutcomeRow entry={entry} report={report} />;
  }
}

export interface LineProps {
  readonly label: ReactNode;
  /** Said where not everybody reads the line yet. */
  readonly visibility?: 'private' | 'shared' | 'public';
  readonly children: ReactNode;
}

/** The label in its own column, so that a reader finds what a line is about. */
export function Line({ label, visibility = 'public', children }: LineProps) {
  return (
    <li>
      <span className="label">
        {label} {visibility !== 'public' && <VisibilityMark visibility={visibility} />}
      </span>
      <div>{children}</div>
    </li>
  );
}

const attributes = ['established', 'ended', 'class', 'status', 'status_reason', 'projects', 'note'] as const;

function SaidRow({ entry, report }: { readonly entry: Extract<ReportEntry, { kind: 'said' }>; readonly report: TieReport }) {
  const { t } = useText();
  const naming = useNaming();
  const className = useClassName(
    report.classCode === null || report.className === null ? [] : [{ code: report.classCode, name: report.className }],
  );
  const { attribute, cityId, shown } = entry;
  const known = attributes.find((name) => name === attribute);
  const city = [report.cities.first, report.cities.second].find(({ id }) => id === cityId);
  const statuses = ['proposed', 'active', 'quiet', 'suspended', 'ended', 'revived'] as const;
  const levels = ['city', 'region', 'district', 'port'] as const;
  const codeName = (code: string): string => {
    const status = statuses.find((name) => name === code);
    const level = attribute.endsWith('_level') ? levels.find((name) => name === code) : undefined;
    if (level !== undefined) return t(`ties.level_${level}`);
    return status === undefined ? className(code) : t(`ties.status_${status}`);
  };
  const ends = [report.cities.first, report.cities.second].toSorted((x, y) => (x.id < y.id ? -1 : 1));
  const end = attribute === 'a_level' ? ends[0] : attribute === 'b_level' ? ends[1] : undefined;
  const label =
    end !== undefined ? t('ties.level_of', { city: naming(end.name) }) : known === undefined ? attribute : t(`reports.attribute_${known}`);
  const whose = city === undefined ? label : t('reports.says', { city: naming(city.name) });
  if (shown.first === null)
    return (
      <Line label={whose}>
        {shown.apart.map((statement) => (
          <HeldBy key={statement.id} statement={statement} codeName={codeName} />
        ))}
      </Line>
    );
  return (
    <Line label={whose} visibility={shown.first.visibility}>
      <Said statement={shown.first} codeName={codeName} /> <Differ count={shown.differing.length} />
      {shown.differing.length > 0 && <SideBySide shown={shown} codeName={codeName} />}
      {attribute === 'projects' && (
        <p className="note">
          <Link to="/ties/$slug/projects" params={{ slug: report.slug }}>
            {t('outcomes.listed_here', { count: projectsListed(report.entries, report.alike) })}
          </Link>
        </p>
      )}
    </Line>
  );
}

interface HappenedProps {
  readonly title: Parameters<typeof Named>[0]['text'];
  readonly on: Parameters<ReturnType<typeof useFormats>['flexDate']>[0] | null;
  readonly source: Extract<ReportEntry, { kind: 'exchange' }>['source'];
  readonly office: Extract<ReportEntry, { kind: 'exchange' }>['exchange']['officeName'];
}

function Happened({ title, on, source, office }: HappenedProps) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <>
      {on !== null && (
        <b>
          <Written value={formats.flexDate(on)} />
        </b>
      )}{' '}
      <Named text={title} />
      <span className="note under">{source === null ? t('reports.no_source') : <SourceName source={source} office={office} />}</span>
    </>
  );
}

interface AgreedProps extends Pick<Extract<ReportEntry, { kind: 'agreement' }>, 'agreement'> {
  readonly report: TieReport;
}

/** Between whom it was agreed, and the paper itself. */
function Agreed({ agreement: { parties, document, validTo }, report: { cities } }: AgreedProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const ordered = partiesInOrder([cities.first.id, cities.second.id], parties);
  const names = ordered.map(({ name }) => (name === null ? t('ties.party_not_shared') : naming(name)));
  return (
    <>
      {names.length > 0 && <span className="note under">{t('ties.parties_are', { parties: formats.list(names) })}</span>}
      {validTo !== null && <span className="note under">{t('reports.valid_to', { date: formats.spelt(formats.flexDate(validTo)) })}</span>}
      {document !== null && (
        <span className="note under">
          <Paper document={document} />
        </span>
      )}
    </>
  );
}

interface OutcomeRowProps {
  readonly entry: Extract<ReportEntry, { kind: 'outcome' }>;
  readonly report: TieReport;
}

/** An outcome with its parts inside; one whose whole stands elsewhere in the report says so. */
function OutcomeRow({ entry, report }: OutcomeRowProps) {
  const { t } = useText();
  const { outcome, stated } = entry;
  const parts = partsWithin<ReportEntry>(entry, report.entries);
  const outcomes = report.entries.flatMap((one) => (one.kind === 'outcome' ? [one.outcome] : []));
  const drawing = partsOfWhole(outcome, { outcomes, alike: report.alike });
  const { kind, counted } = outcome;
  const label = counted === null ? (`reports.came_${kind}` as const) : (`reports.came_of_${counted}` as const);
  const isWithin = report.entries.some((whole) => partsWithin<ReportEntry>(whole, report.entries).includes(entry));
  const reader: Reader = { isLeft: (office) => office === report.cities.first.officeId };
  const naming = useNaming();
  const direction = useDirection();
  const isOfficer = useSession()?.account != null;
  return (
    <Line label={t(label)} visibility={outcome.visibility}>
      <p>
        <Link to="/outcomes/$id" params={{ id: outcome.id }}>
          <Named text={outcome.title} />
        </Link>{' '}
        {outcome.figures.length === 0 && <Reached outcome={outcome} />}
        {isDirected(kind) && <span className="note under">{direction(outcome, naming) ?? t('outcomes.no_direction')}</span>}
        {!isWithin && outcome.whole !== null && (
          <span className="note under">
            {t('outcomes.part_of')} <Named text={outcome.whole.title} />
          </span>
        )}
      </p>
      {figuresShown(outcome).map((shown) => (
        <FigureLine key={shown.at.stage} {...shown} {...{ outcome, reader }} />
      ))}
      {outcome.figures.length > 1 && (
        <details className="noprint">
          <summary className="note">{t('outcomes.by_stage')}</summary>
          <StageTable outcome={outcome} reader={reader} />
        </details>
      )}
      {outcome.confirmations.length > 0 && <Replies outcome={outcome} />}
      {isOfficer && <MayBeSame outcome={outcome} report={report} />}
      {stated.length > 0 && <Stated stated={stated} />}
      {drawing.length > 0 && <DrawDown whole={drawnOf(outcome)} of={outcome} parts={drawing.map(drawnOf)} />}
      {parts.length > 0 && (
        <>
          <p className="note">{t('outcomes.has_part')}</p>
          <ul>
            {parts.map((part) => (
              <ReportRow key={part.kind === 'outcome' ? part.outcome.id : ''} entry={part} report={report} />
            ))}
          </ul>
        </>
      )}
    </Line>
  );
}

interface FigureLineProps {
  readonly outcome: Outcome;
  readonly figure: Figure;
  /** The one whose stage and assurance stand beside it. */
  readonly at: Figure;
  readonly reader: Reader;
}

/** The figure that opens; beside it how many, how far and how sure, in words. */
function FigureLine({ outcome, figure, at, reader }: FigureLineProps) {
  const { t } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const counted = useCounted();
  const { extent } = outcome;
  const count = figure.count === null ? null : formats.spelt(counted(outcome, figure.count, figure.countQualifier));
  const hasAmount = figure.amount !== null;
  return (
    <div className="figure-line">
      <FigureSaid figure={figure} outcome={outcome}>
        {hasAmount || extent === 'single' ? <StageAmount figure={figure} style="text" /> : <StageCount of={outcome} figure={figure} />}
      </FigureSaid>
      <span className="note">
        {hasAmount && count !== null && <>{t('outcomes.in_count', { figure: count })} </>}
        <StageMark
          stage={isEnd(at.stage) ? (outcome.reached.stage ?? 'potential') : at.stage}
          ended={isEnd(at.stage) ? at.stage : undefined}
        >
          {word(at.stage, outcome)}
        </StageMark>{' '}
        <Assured figure={at} office={outcome.office.id} reader={reader} />
      </span>
    </div>
  );
}
