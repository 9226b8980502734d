// Letters to companies: where everybody stands, what would be sent, sending with a count and a stop, and the list by name.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAddress } from '#client/use-address.ts';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { Empty, Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Gap, Note, Section } from '#design/page.tsx';
import type { Edition } from '../../contract/edition.ts';
import { addressees, type Addressees } from '../../domain/addressee.ts';
import { letterStates, toldOf, type LetterKind, type LetterState } from '../../domain/letters/letters.ts';
import { lettersSearch } from '../address.ts';
import { exposApi, exposQueries } from '../client.ts';
import { useSetupEdition } from '../setup-page.tsx';
import './letters.css';
import { PaperLinks } from './paper-links.tsx';
import { LetterList } from './letter-list.tsx';
import { LetterSample } from './letter-sample.tsx';

type Figures = Awaited<ReturnType<(typeof exposApi)['getLetterFigures']>>;

/** While letters leave, the figures are read anew. */
const refreshEvery = 5000;

/** /editions/$slug/setup/letters */
export function LettersPage() {
  const { t } = useText();
  const edition = useSetupEdition();
  const [state, setState] = useState<LetterState | null>(null);
  const { whom = 'participants' } = useAddress(lettersSearch);
  const navigate = useNavigate({ from: '/editions/$slug/setup/letters' });
  const figures = useRead({
    ...exposQueries.getLetterFigures.queryOptions({ input: { editionId: edition.id, whom } }),
    refetchInterval: (query) => ((query.state.data?.states.waiting ?? 0) > 0 ? refreshEvery : false),
  });
  if (figures === undefined) return <Skeleton lines={8} />;
  const chooser = (
    <div className="filters">
      <SelectField
        name="whom"
        label={t('expos.letters_whom')}
        value={whom}
        onChange={(value) => {
          void navigate({ search: lettersSearch({ whom: value }), replace: true, resetScroll: false });
          setState(null);
        }}
        options={addressees.map((one) => ({ value: one, text: t(`expos.letters_whom_${one}`) }))}
      />
    </div>
  );
  if (figures.total === 0)
    return (
      <>
        {chooser}
        <Empty heading={t('expos.letters_nobody')}>{t(`expos.letters_nobody_${whom}`)}</Empty>
      </>
    );
  const { states } = figures;
  const told = toldOf(states);
  return (
    <>
      {chooser}
      <p className="lead lettersaid">
        {t('expos.letters_sentence', {
          ...{ total: figures.total, answered: told.answered },
          ...{ unanswered: told.unanswered, uninvited: told.uninvited },
        })}
        <Gap />
        {told.partly > 0 && t('expos.letters_partly', { count: told.partly })}
        <Gap />
        {told.unsent > 0 && t('expos.letters_unsent', { count: told.unsent })}
        <Gap />
        {told.declined > 0 && t('expos.letters_declined', { count: told.declined })}
        <Gap />
        {states.taken > 0 && t('expos.letters_unknown', { count: states.taken })}
        <Gap />
        {states.no_address + states.refused > 0 && t('expos.letters_unreachable', { count: states.no_address + states.refused })}
      </p>
      {!figures.leaves && states.waiting === 0 && <Notice kind="plain">{t('expos.letters_leave_not')}</Notice>}
      <Stands whom={whom} figures={figures} chosen={state} onChoose={(next) => setState(next === state ? null : next)} />
      <Leaving edition={edition} whom={whom} figures={figures} />
      <Sending key={`i${whom}${figures.due.invitation}`} whom={whom} edition={edition} kind="invitation" figures={figures} />
      <Sending key={`r${whom}${figures.due.reminder}`} whom={whom} edition={edition} kind="reminder" figures={figures} />
      <PaperLinks key={`p${whom}`} whom={whom} edition={edition} count={figures.states.no_address} />
      <LetterList key={whom} whom={whom} edition={edition} state={state} onAll={() => setState(null)} />
      <Note>{t('expos.letters_no_tracking')}</Note>
    </>
  );
}

interface StandsProps {
  readonly whom: Addressees;
  readonly figures: Figures;
  readonly chosen: LetterState | null;
  readonly onChoose: (state: LetterState) => void;
}

/** What a state means for these: speakers and interpreters answer something else than companies. */
const meaningOf = (whom: Addressees, state: LetterState) => {
  if (whom === 'interpreters' && state === 'answered') return 'expos.letter_answered_interpreter' as const;
  if (whom === 'speakers' && state === 'answered') return 'expos.letter_answered_speaker' as const;
  if (whom === 'speakers' && state === 'partly') return 'expos.letter_partly_speaker' as const;
  return `expos.letter_${state}_means` as const;
};

/** One strip and the same figures under their names; each leads to those who stand there. */
function Stands({ whom, figures, chosen, onChoose }: StandsProps) {
  const { t } = useText();
  const shown = letterStates.filter((state) => figures.states[state] > 0);
  return (
    <Section title={t(`expos.letters_stands_${whom}`, { count: figures.total })}>
      <div className="strip" aria-hidden="true">
        {shown.map((state) => (
          <i key={state} className={`st-${state}`} style={{ flexGrow: figures.states[state] }} />
        ))}
      </div>
      <ul className="stands">
        {shown.map((state) => (
          <li key={state}>
            <span className={`swatchbox st-${state}`} aria-hidden="true" />
            <b className={state === 'refused' ? 'attention' : undefined}>{figures.states[state]}</b>
            <br />
            <Button kind="text" aria-pressed={chosen === state} onPress={() => onChoose(state)}>
              {t(`expos.letter_${state}`)}
            </Button>
            <small>{t(meaningOf(whom, state))}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What is on its way, with a stop that says what has gone. */
function Leaving({ edition, whom, figures }: { readonly edition: Edition; readonly whom: Addressees; readonly figures: Figures }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(exposQueries.key());
  const { waiting } = figures.states;
  if (waiting === 0) return null;
  const stop = () =>
    void keep(() => exposApi.stopLetters({ editionId: edition.id, whom }), {
      said: ({ stopped }) => t('expos.letters_stopped', { stopped, gone: Math.max(0, waiting - stopped) }),
    });
  return (
    <Notice
      live
      heading={t(figures.leaves ? 'expos.letters_leaving' : 'expos.letters_kept', { count: waiting })}
      actions={
        <Button busy={action.busy} onPress={stop}>
          {t('expos.letters_stop')}
        </Button>
      }
    >
      {action.trouble === null ? t(figures.leaves ? 'expos.letters_leaving_text' : 'expos.letters_leave_not') : action.trouble.message}
    </Notice>
  );
}

interface SendingProps {
  readonly whom: Addressees;
  readonly edition: Edition;
  readonly kind: LetterKind;
  readonly figures: Figures;
}

/** Every letter is seen before it goes, in both languages; the button says how many. */
function Sending({ whom, edition, kind, figures }: SendingProps) {
  const { t } = useText();
  const [at, setAt] = useState<string | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const { keep, ...action } = useKeeping(exposQueries.key());
  const count = figures.due[kind];
  const input = { editionId: edition.id, whom, kind, ...(at === undefined ? {} : { toId: at }) };
  const { data } = useQuery({ ...exposQueries.previewLetter.queryOptions({ input }), enabled: count > 0 });
  if (count === 0 && kind === 'reminder' && figures.quiet === 0) return null;
  const send = () =>
    void keep((context) => exposApi.sendLetters({ editionId: edition.id, whom, kind }, { context }), {
      said: ({ written }) => t('expos.letters_written', { count: written }),
      after: () => setAsking(false),
    });
  const isNobodyReached = kind === 'invitation' && figures.states.no_address === figures.total;
  const without = t('expos.letters_without', { count: figures.states.no_address });
  return (
    <Section title={count === 0 ? t(`expos.letters_${kind}_title`) : t(`expos.letters_${kind}`, { count })}>
      {count === 0 ? (
        <p className="note">{t(isNobodyReached ? 'expos.letters_nobody_reached' : `expos.letters_${kind}_none`)}</p>
      ) : (
        <>
          {data !== undefined && <LetterSample letter={data} />}
          <Buttons>
            <Button kind="go" onPress={() => setAsking(true)}>
              {t(`expos.letters_${kind}`, { count })}
            </Button>
            {data?.next != null && (
              <Button kind="text" onPress={() => setAt(data.next ?? undefined)}>
                {t('expos.letter_next')}
              </Button>
            )}
          </Buttons>
        </>
      )}
      <p className="note">
        {kind === 'invitation'
          ? figures.states.no_address > 0 && !isNobodyReached && without
          : t('expos.letters_reminder_who', { quiet: figures.quiet })}
      </p>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t(`expos.letters_${kind}`, { count })}
        confirmText={t(`expos.letters_${kind}`, { count })}
        busy={action.busy}
        onConfirm={send}
      >
        <p>{t(`expos.letters_confirm_${whom}`, { count })}</p>
        <TroubleNotice trouble={action.trouble} />
      </Confirm>
    </Section>
  );
}
