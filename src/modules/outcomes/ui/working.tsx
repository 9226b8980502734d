// What an office does with an outcome, apart from the page because readers never need its code: dialogs and the audience.
import type { Outcome } from '../contract/shapes.ts';
import { AnswerDialog } from './ledger/answer-dialog.tsx';
import { Audience } from './audience.tsx';
import { EvidenceSection } from './evidence/evidence-section.tsx';
import { Fingerprints } from './evidence/fingerprints.tsx';
import { AnswersSection } from './follow-up/answers-section.tsx';
import { EditDialog } from './form/edit-outcome.tsx';
import { EntryDialog, RateDialog, ReversalDialog } from './outcome-dialogs.tsx';
import type { Opened } from './opened.ts';
import { TakeUp } from './take-up.tsx';
import { ConvertedTotals } from './rates/converted-totals.tsx';
import { StatementDialog } from './statement-dialog.tsx';

export interface WorkingProps {
  readonly outcome: Outcome;
  readonly open: Opened;
  /** The office that answers for a side, and the one that enters statements. */
  readonly voice: string | undefined;
  readonly office: string | undefined;
  readonly onClose: () => void;
  /** Goes on to another dialog. */
  readonly onOpen: (opened: Opened) => void;
}

export function Working({ outcome, open, voice, office, onClose, onOpen }: WorkingProps) {
  const common = { outcome, onClose };
  return (
    <>
      {outcome.mayEdit && (
        <ConvertedTotals
          office={outcome.office.id}
          outcomeIds={[outcome.id]}
          cities={[outcome.fromCity, outcome.toCity].flatMap((city) => city ?? [])}
        />
      )}
      {outcome.mayEdit && <EvidenceSection outcome={outcome} />}
      <Fingerprints outcome={outcome} />
      {outcome.mayEdit && <AnswersSection outcome={outcome} />}
      {outcome.mayEdit && <Audience outcome={outcome} />}
      {outcome.takings.map((taking) => (
        <TakeUp key={taking.office} outcome={outcome} taking={taking} />
      ))}
      {open === 'edit' && <EditDialog {...common} />}
      {open === 'entry' && <EntryDialog {...common} />}
      {open === 'rate' && <RateDialog {...common} />}
      {open === 'answer' && voice !== undefined && <AnswerDialog {...common} office={voice} />}
      {open === 'statement' && office !== undefined && (
        <StatementDialog {...common} office={office} onAnswer={voice === undefined ? undefined : () => onOpen('answer')} />
      )}
      {typeof open === 'object' && open !== null && <ReversalDialog {...common} entry={open.reverse} />}
    </>
  );
}
