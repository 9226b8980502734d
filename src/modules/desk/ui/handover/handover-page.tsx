// /handover: what is open on the desk, ticked off by whoever takes it over.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats, ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, ButtonAnchor, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Rich, Section, Sentence, Title } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { Answer } from '../../contract.ts';
import type { HandoverShown } from '../../contract/handover.ts';
import { handoverParts } from '../../domain/handover/lines.ts';
import { deskApi, deskQueries } from '../client.ts';
import { Begin, Cancel } from './begin-handover.tsx';
import { OwnLines } from './own-lines.tsx';
import './handover.css';

export function HandoverPage() {
  const { t } = useText();
  const office = useSession()?.offices.find(({ kind }) => kind === 'city' || kind === 'register');
  if (office === undefined)
    return (
      <>
        <Title title={t('desk.handover')} />
        <Empty heading={t('desk.no_office')}>{t('desk.no_office_text')}</Empty>
      </>
    );
  return <OfficeHandover officeId={office.id} />;
}

function OfficeHandover({ officeId }: { readonly officeId: string }) {
  const { t, language } = useText();
  const data = useRead(deskQueries.getHandover.queryOptions({ input: { officeId, language } }));
  if (data === undefined) return <Skeleton label={t('desk.handover')} lines={9} />;
  const { handover } = data;
  if (handover === null) return <NoHandover officeId={officeId} mayEdit={data.mayEdit} />;
  const isOpen = data.mayEdit && handover.finishedAt === null;
  // Who takes over comes before everything else; once that is known, what is open does.
  const own = isOpen && (
    <div className="noprint">
      <OwnLines key={handover.version} handover={handover} members={data.members} officeId={officeId} />
    </div>
  );
  return (
    <>
      <Head handover={handover} />
      {handover.words !== null && (
        <blockquote className="pull">
          <p>{handover.words}</p>
          <Note>{handover.from.name ?? t('desk.handover_former')}</Note>
        </blockquote>
      )}
      {handover.to === null && own}
      <div className="handover">
        {handoverParts.map((part) => (
          <Part key={part} part={part} handover={handover} officeId={officeId} />
        ))}
      </div>
      {handover.to !== null && own}
      <Finish handover={handover} officeId={officeId} mayEdit={data.mayEdit} />
      {isOpen && handover.mayCancel && <Cancel handover={handover} officeId={officeId} />}
      {data.mayEdit && handover.finishedAt !== null && <Begin officeId={officeId} words={t('desk.handover_begin_next')} />}
    </>
  );
}

function NoHandover({ officeId, mayEdit }: { readonly officeId: string; readonly mayEdit: boolean }) {
  const { t } = useText();
  return (
    <>
      <Title title={t('desk.handover')} />
      <Empty heading={t('desk.handover_none')}>{t('desk.handover_none_text')}</Empty>
      {mayEdit && <Begin officeId={officeId} words={t('desk.handover_begin')} />}
    </>
  );
}

function Head({ handover }: { readonly handover: HandoverShown }) {
  const { t } = useText();
  const formats = useFormats();
  const { from, to, startsOn, finishedAt, tally } = handover;
  const names = {
    from: from.name ?? t('desk.handover_former'),
    to: to === null ? t('desk.handover_unknown') : (to.name ?? t('desk.handover_former')),
  };
  const late = tally.late === 0 ? '' : t('desk.handover_overdue', { count: tally.late });
  const early = tally.early === 0 ? '' : t('desk.handover_early', { count: tally.early, date: formats.day(startsOn) });
  const dates = [
    t('desk.handover_starts', { date: formats.day(startsOn) }),
    finishedAt === null ? '' : t('desk.handover_ended', { date: formats.date(finishedAt, ownZone()) }),
  ];
  return (
    <>
      <Title
        title={t('desk.handover_title', names)}
        note={dates.join(' ')}
        crumb={
          <>
            <Link to="/desk">{t('ties.desk')}</Link> {t('desk.handover')} <VisibilityMark visibility="private" />
          </>
        }
      />
      <Sentence>
        {tally.lines === 0 ? (
          t('desk.handover_all_clear')
        ) : (
          <Rich text={t('desk.handover_lead', { count: tally.lines, taken: tally.taken, open: tally.open, late, early })} />
        )}
      </Sentence>
      <div className="tally" role="img" aria-label={t('desk.handover_tally_label', tally)}>
        {Array.from({ length: tally.lines }, (_, at) => (
          <i key={at} className={at < tally.taken ? 't' : undefined} />
        ))}
      </div>
      <WhoTicks handover={handover} />
      {finishedAt !== null && from.name !== null && from.isHere && (
        <Note>
          {t('desk.handover_leaves', { from: from.name })} <Link to="/office">{t('desk.handover_members')}</Link>
        </Note>
      )}
    </>
  );
}

/** Who has what nobody has taken. */
const restWords = (t: ReturnType<typeof useText>['t'], rest: HandoverShown['rest']): string =>
  (rest?.isHere ? rest.name : null) ?? t('desk.handover_finish_owner');

/** Who may tick the lines, and what a tick means. */
function WhoTicks({ handover: { to, rest, mayTick, finishedAt, tally } }: { readonly handover: HandoverShown }) {
  const { t } = useText();
  const isOver = finishedAt !== null;
  const owners = restWords(t, rest);
  const comes = to?.isHere ? to.name : null;
  const takers = comes === null ? owners : t('desk.handover_over_two', { to: comes, rest: owners });
  return (
    <>
      {to !== null && comes === null && <Note>{t('desk.handover_gone')}</Note>}
      {to === null && !isOver && <Note>{t('desk.handover_choose')}</Note>}
      {isOver && tally.open > 0 && <Note>{t('desk.handover_over', { who: takers })}</Note>}
      {mayTick && (!isOver || tally.open > 0) && <Note>{t('desk.handover_tick_means')}</Note>}
      {!mayTick && !isOver && comes !== null && <Note>{t('desk.handover_not_yours', { to: comes })}</Note>}
    </>
  );
}

interface PartProps {
  readonly part: (typeof handoverParts)[number];
  readonly handover: HandoverShown;
  readonly officeId: string;
}

function Part({ part, handover, officeId }: PartProps) {
  const { t } = useText();
  const lines = handover.lines.filter((line) => line.part === part);
  const taken = lines.filter((line) => line.taken !== null).length;
  const count = lines.length === 0 ? undefined : t('desk.handover_taken_of', { taken, lines: lines.length });
  return (
    <Section title={t(`desk.handover_part_${part}`)} aside={count}>
      {lines.length === 0 ? (
        <Note>{t('desk.handover_nothing')}</Note>
      ) : (
        <ul className="tickoff">
          {lines.map((line) => (
            <Line key={line.subject} line={line} handover={handover} officeId={officeId} />
          ))}
        </ul>
      )}
    </Section>
  );
}

type LineShown = NonNullable<Answer<'getHandover'>['handover']>['lines'][number];

function Line({ line, handover, officeId }: { readonly line: LineShown; readonly handover: HandoverShown; readonly officeId: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping();
  const [done, setDone] = useState(0);
  const { subject, words, note, due, late, since, taken, page } = line;
  const id = `line ${subject}`;
  const press = (now: boolean) =>
    void keep(
      ({ idempotencyKey }) =>
        deskApi.tickHandover(
          { officeId, handoverId: handover.id, subject, taken: now },
          // A line that was given back is taken again by another press, not by the first one once more.
          { context: { idempotencyKey: `${idempotencyKey} ${String(done)}` } },
        ),
      { after: () => setDone(done + 1) },
    );
  const day = due === null ? null : formats.spelt(formats.flexDate(due, 'table'));
  return (
    <li className={taken === null ? undefined : 'taken'}>
      <input
        type="checkbox"
        id={id}
        checked={taken !== null}
        disabled={!handover.mayTick}
        aria-busy={action.busy || undefined}
        onChange={(event) => press(event.target.checked)}
      />
      <label htmlFor={id}>
        <b>{words}</b>
        {note !== '' && <small>{note}</small>}
      </label>
      <span className="due">
        {day !== null ? (
          <span className={late ? 'attention' : undefined}>{late ? t('desk.handover_late', { date: day }) : day}</span>
        ) : (
          since !== null && t('desk.handover_since', { date: formats.day(since, 'table') })
        )}{' '}
        {page !== null && 'tie' in page && (
          <Link to="/ties/$slug" params={{ slug: page.tie }}>
            {t('desk.handover_open_page')}
          </Link>
        )}
        {page !== null && 'outcome' in page && (
          <Link to="/outcomes/$id" params={{ id: page.outcome }}>
            {t('desk.handover_open_page')}
          </Link>
        )}
        {page !== null && 'list' in page && (
          <Link to="/follow-ups" search={page.list === 'follow_ups' ? {} : { show: 'sent' }}>
            {t('desk.handover_open_page')}
          </Link>
        )}
      </span>
      <span className="by">
        {taken !== null &&
          t('desk.handover_taken_by', {
            who: taken.by.name ?? t('desk.handover_former'),
            date: formats.date(taken.at, ownZone(), 'short'),
          })}
      </span>
      <TroubleNotice trouble={action.trouble} />
    </li>
  );
}

function Finish({
  handover,
  officeId,
  mayEdit,
}: {
  readonly handover: HandoverShown;
  readonly officeId: string;
  readonly mayEdit: boolean;
}) {
  const { t, language } = useText();
  const { keep, ...action } = useKeeping();
  const { tally, rest, finishedAt } = handover;
  const [asking, setAsking] = useState(false);
  const finish = () =>
    void keep(() => deskApi.finishHandover({ officeId, handoverId: handover.id }, { context: { ifMatch: handover.version } }), {
      said: t('desk.handover_finished'),
      after: () => setAsking(false),
    });
  const file = (form: string): string => `/api/v1/offices/${officeId}/handover/file?form=${form}&language=${language}`;
  const who = restWords(t, rest);
  const finishing = tally.open === 0 ? t('desk.handover_finish_all') : t('desk.handover_finish', { count: tally.open });
  return (
    <>
      <Buttons after>
        {mayEdit && finishedAt === null && (
          <Button kind="go" onPress={() => setAsking(true)}>
            {finishing}
          </Button>
        )}
        <ButtonAnchor href={file('pdf')} download>
          {t('desk.handover_pdf')}
        </ButtonAnchor>
        <ButtonAnchor href={file('docx')} download>
          {t('desk.handover_word')}
        </ButtonAnchor>
      </Buttons>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('desk.handover_finish_title')}
        confirmText={finishing}
        busy={action.busy}
        onConfirm={finish}
      >
        <p>{tally.open === 0 ? t('desk.handover_finish_none') : t('desk.handover_finish_open', { count: tally.open, who })}</p>
        <TroubleNotice trouble={action.trouble} />
      </Confirm>
      <Note>{t('desk.handover_foot')}</Note>
    </>
  );
}
