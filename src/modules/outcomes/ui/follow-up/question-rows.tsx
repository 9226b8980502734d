// The questions of one company, each with what was announced, where it stands, and what can be done with it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm, Dialog } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Attention } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import type { FollowUpShown } from '../../contract/follow-up.ts';
import type { FollowUpListing } from '../../domain/follow-up/asked-of.ts';
import { isOver, LATE } from '../../domain/follow-up/due.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { FateMark } from './asked.tsx';
import { RouteDialog } from './route-dialog.tsx';

interface QuestionRowsProps {
  readonly officeId: string;
  readonly show: FollowUpListing;
  readonly mayEdit: boolean;
  readonly entries: readonly FollowUpShown[];
}

type Opened = { readonly what: 'preview' | 'route' | 'withdraw'; readonly of: FollowUpShown } | null;

export function QuestionRows({ officeId, show, mayEdit, entries }: QuestionRowsProps) {
  const { t } = useText();
  const formats = useFormats();
  const [opened, setOpened] = useState<Opened>(null);
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  return (
    <>
      <TroubleNotice trouble={action.trouble} />
      <Rows
        wide
        entries={entries.map((one) => ({
          key: one.id,
          when: (
            <>
              {formats.day(one.due, 'table')}
              <small> {t('outcomes.fl_months', { count: one.months })}</small>
            </>
          ),
          what: <What entry={one} isOurs={show !== 'through'} />,
          detail: <Where entry={one} />,
          end: mayEdit && <Doing {...{ officeId, show, entry: one, keep, onOpen: setOpened }} />,
        }))}
      />
      {opened?.what === 'preview' && <Preview id={opened.of.id} onClose={() => setOpened(null)} />}
      {opened?.what === 'route' && <RouteDialog officeId={officeId} entry={opened.of} onClose={() => setOpened(null)} />}
      <Confirm
        open={opened?.what === 'withdraw'}
        onClose={() => setOpened(null)}
        title={t('outcomes.fl_take_back_ask')}
        confirmText={t('outcomes.fl_take_back')}
        onConfirm={() => {
          const followUpIds = opened === null ? [] : [opened.of.id];
          setOpened(null);
          void keep(() => outcomesApi.takeBackFollowUps({ officeId, followUpIds }), { said: t('outcomes.fl_taken_back') });
        }}
      >
        <p>{t('outcomes.fl_take_back_text')}</p>
      </Confirm>
    </>
  );
}

/** What was announced; whoever passes it on has no page of the outcome. */
function What({ entry, isOurs }: { readonly entry: FollowUpShown; readonly isOurs: boolean }) {
  const { t } = useText();
  const formats = useFormats();
  const title = <Named text={entry.title} />;
  const amount = entry.amount === null ? '' : ` · ${formats.spelt(formats.money(entry.amount, entry.qualifier, 'text'))}`;
  return (
    <>
      {isOurs ? (
        <Link to="/outcomes/$id" params={{ id: entry.outcomeId }}>
          {title}
        </Link>
      ) : (
        title
      )}{' '}
      <span className="muted">
        {t(`design.stage_${entry.stage}`)}
        {amount}
      </span>
    </>
  );
}

/** By which way it goes, what stands in the way with what helps, where its letter is, and what was answered. */
function Where({ entry }: { readonly entry: FollowUpShown }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { route, through, remedy, state, sentAt, hasLeft, answer, isRevoked, fault } = entry;
  const way =
    route === 'through' && through !== null ? t('outcomes.fl_way_through', { office: naming(through.name) }) : t('outcomes.fl_way_company');
  const waits = state === 'sent' && !hasLeft && answer === null && remedy !== 'not_sent';
  const isLate = (state === 'planned' || state === 'held_back') && isOver(entry, new Date().toISOString().slice(0, 10));
  const parts = [
    way,
    ...(waits ? [t('outcomes.fl_waits')] : []),
    ...(sentAt === null ? [] : [t('outcomes.fl_sent_on', { day: formats.date(sentAt, ownZone(), 'table') })]),
    ...(isRevoked ? [t('outcomes.fl_link_ended')] : []),
    ...(isLate ? [t('outcomes.fl_late')] : []),
    ...(state === 'sent' && !waits && hasLeft && answer === null && !isRevoked ? [t('outcomes.fl_no_answer')] : []),
  ];
  return (
    <>
      {parts.join(' · ')}
      {answer !== null && (
        <>
          {' · '}
          <FateMark answer={answer.answer} />
          {t(`outcomes.fu_${answer.answer}`)}
          {answer.amount !== null && ` ${formats.spelt(formats.money(answer.amount, answer.qualifier, 'text'))}`}
        </>
      )}
      {remedy !== null && (answer === null || remedy === 'stopped') && (
        <>
          <br />
          <Attention>{t(`outcomes.fl_remedy_${remedy}`)}</Attention>
          {fault !== null && ` ${fault}`}
        </>
      )}
    </>
  );
}

interface DoingProps {
  readonly officeId: string;
  readonly show: FollowUpListing;
  readonly entry: FollowUpShown;
  readonly keep: ReturnType<typeof useKeeping>['keep'];
  readonly onOpen: (opened: Opened) => void;
}

function Doing({ officeId, show, entry, keep, onOpen }: DoingProps) {
  const { t } = useText();
  const some = { officeId, followUpIds: [entry.id] };
  const hold = (held: boolean) => () => outcomesApi.holdFollowUps({ ...some, held });
  if (show === 'sent')
    return (
      <Buttons>
        {(entry.state === 'bounced' || entry.remedy === 'not_sent') && (
          <Button
            kind="text"
            onPress={() =>
              void keep(() => outcomesApi.sendFollowUps({ ...some, confirmed: [LATE] }), {
                said: ({ letters }) => t('outcomes.fl_sent_now', { count: letters }),
              })
            }
          >
            {t('outcomes.fl_send_again')}
          </Button>
        )}
        {entry.answer === null && !entry.isRevoked && (
          <Button kind="text" onPress={() => onOpen({ what: 'withdraw', of: entry })}>
            {t('outcomes.fl_take_back')}
          </Button>
        )}
      </Buttons>
    );
  return (
    <Buttons>
      <Button kind="text" onPress={() => onOpen({ what: 'preview', of: entry })}>
        {t('outcomes.fl_preview')}
      </Button>
      <Button kind="text" onPress={() => onOpen({ what: 'route', of: entry })}>
        {t('outcomes.fl_route')}
      </Button>
      {show === 'due' ? (
        <Button kind="text" onPress={() => void keep(hold(true), { said: t('outcomes.fl_hold_now'), undo: hold(false) })}>
          {t('outcomes.fl_hold')}
        </Button>
      ) : (
        <Button kind="text" onPress={() => void keep(hold(false), { said: t('outcomes.fl_let_go_now'), undo: hold(true) })}>
          {t('outcomes.fl_let_go')}
        </Button>
      )}
    </Buttons>
  );
}

function Preview({ id, onClose }: { readonly id: FollowUpShown['id']; readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog open wide onClose={onClose} title={t('outcomes.fl_preview_title')}>
      <Letter id={id} />
    </Dialog>
  );
}

/** Both languages, that of the one who gets it first. */
function Letter({ id }: { readonly id: FollowUpShown['id'] }) {
  const { t } = useText();
  const letter = useRead(outcomesQueries.previewFollowUp.queryOptions({ input: { followUpId: id } }));
  if (letter === undefined) return <Skeleton lines={8} />;
  const { language, subject, body, sentTo, isRegistered } = letter;
  return (
    <>
      {sentTo !== null && <p className="note">{t('outcomes.fl_to', { address: sentTo })}</p>}
      {isRegistered && <p className="note">{t('outcomes.fl_to_registered')}</p>}
      <p className="note">{t('outcomes.fl_preview_place')}</p>
      <div lang={language}>
        <p>
          <b>{subject}</b>
        </p>
        <p className="letter-preview">{body}</p>
      </div>
    </>
  );
}
