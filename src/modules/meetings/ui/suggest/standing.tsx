// The figures of a place of the slider by name: each company with its entry and its list, and a letter to exactly those who are shown.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section } from '#design/page.tsx';
import { exposApi, exposQueries } from '#modules/expos/ui/client.ts';
import { LetterSample } from '#modules/expos/ui/letters/letter-sample.tsx';
import { meetingsQueries, type meetingsApi } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { Party } from '../edition/names.tsx';

type Standee = Awaited<ReturnType<(typeof meetingsApi)['listStanding']>>['entries'][number];

const kinds = ['invitation', 'reminder'] as const;
type Kind = (typeof kinds)[number];

/** Why somebody has nobody, however the lists are made; the last has some, and could talk with none of them. */
export const causes = ['silent', 'lapsed', 'related', 'nobody', 'language'] as const;
const groups = ['few', 'empty', 'unnamed', 'overrun', ...causes] as const;
export type Group = (typeof groups)[number];

interface StandingProps {
  readonly edition: Edition;
  readonly share: number;
  /** How many each group counts; those of none are not offered. */
  readonly counts: Readonly<Record<Group, number>>;
  readonly group: Group | null;
  readonly onGroup: (group: Group) => void;
  readonly mayEdit: boolean;
}

export function StandingSection({ edition, share, counts, group, onGroup, mayEdit }: StandingProps) {
  const { t } = useText();
  const offered = groups.filter((one) => counts[one] > 0);
  const chosen = group !== null && counts[group] > 0 ? group : offered[0];
  const list = useQuery({
    ...meetingsQueries.listStanding.queryOptions({ input: { editionId: edition.id, share } }),
    placeholderData: (before) => before,
    throwOnError: true,
  }).data;
  if (chosen === undefined) return null;
  const shown = list?.entries.filter(({ standings }) => standings.includes(chosen));
  return (
    <Section id="who" title={t('meetings.standing_title')} aside={t('meetings.standing_note', { share })}>
      <div className="filters">
        <SelectField
          name="standing"
          label={t('meetings.standing_which')}
          value={chosen}
          onChange={onGroup}
          options={offered.map((one) => ({
            value: one,
            text: t('meetings.standing_count', { group: t(`meetings.balance_${one}`), count: counts[one] }),
          }))}
        />
      </div>
      {shown === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <>
          {mayEdit && <Writing key={`${chosen} ${share}`} edition={edition} to={shown} />}
          <Names {...{ edition, shown, group: chosen }} />
        </>
      )}
    </Section>
  );
}

function Names({ edition, shown, group }: { readonly edition: Edition; readonly shown: readonly Standee[]; readonly group: Group }) {
  const { t } = useText();
  const hasLetters = shown.some(({ state }) => state !== null);
  const letter = {
    ...{ key: 'letter', head: t('meetings.standing_letter') },
    cell: ({ state }: Standee) => state !== null && t(`expos.letter_${state}`),
  };
  const hasCauses = shown.some(({ standings }) => causes.some((cause) => standings.includes(cause)));
  const why = {
    ...{ key: 'why', head: t('meetings.balance_why') },
    cell: ({ standings }: Standee) =>
      causes.filter((cause) => standings.includes(cause)).map((cause) => <div key={cause}>{t(`meetings.balance_${cause}`)}</div>),
  };
  return (
    <LongDataTable
      caption={t(`meetings.balance_${group}`)}
      rows={shown}
      rowKey={({ participant }) => participant.id}
      columns={[
        {
          key: 'who',
          head: t('meetings.balance_who'),
          naming: true,
          cell: ({ participant }) => (
            <Link to="/editions/$slug/setup/participants" params={{ slug: edition.slug }} search={{ open: participant.id }}>
              <Party of={participant} />
            </Link>
          ),
        },
        {
          key: 'list',
          head: t('meetings.standing_list'),
          cell: ({ participant, named }) => (
            <Link to="/my/$editionId/$participantId/suggestions" params={{ editionId: edition.id, participantId: participant.id }}>
              {t(participant.role === 'buyer' ? 'meetings.standing_names' : 'meetings.standing_named', { count: named })}
            </Link>
          ),
        },
        ...(hasCauses ? [why] : []),
        ...(hasLetters ? [letter] : []),
      ]}
    />
  );
}

/** Whoever of these is due a letter gets it with one press, after a look at it; the others are counted, and the list says where they stand. */
function Writing({ edition, to }: { readonly edition: Edition; readonly to: readonly Standee[] }) {
  const { t } = useText();
  const idsOf = (kind: Kind) => to.flatMap(({ participant, due }) => (due === kind ? [participant.id] : []));
  const rest = to.filter(({ due }) => due === null).length;
  return (
    <>
      <Buttons>
        {kinds.map((kind) => {
          const ids = idsOf(kind);
          return ids.length > 0 && <WriteToThese key={`${kind} ${ids.length}`} {...{ edition, kind, ids }} />;
        })}
        {rest > 0 && <span className="muted">{t('meetings.standing_unwritten', { count: rest })}</span>}
      </Buttons>
    </>
  );
}

interface WriteProps {
  readonly edition: Edition;
  readonly kind: Kind;
  readonly ids: readonly Standee['participant']['id'][];
}

function WriteToThese({ edition, kind, ids }: WriteProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { keep, ...action } = useKeeping(exposQueries.key(), meetingsQueries.key());
  const of = { editionId: edition.id, whom: 'participants', kind } as const;
  const { data: letter } = useQuery({ ...exposQueries.previewLetter.queryOptions({ input: { ...of, toId: ids[0] } }), enabled: isOpen });
  const text = t(`meetings.standing_${kind}`, { count: ids.length });
  const send = () =>
    void keep((context) => exposApi.sendLetters({ ...of, toIds: [...ids] }, { context }), {
      said: ({ written }) => t('expos.letters_written', { count: written }),
      after: () => setOpen(false),
    });
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text}</Button>
      <Confirm open={isOpen} onClose={() => setOpen(false)} title={text} confirmText={text} busy={action.busy} onConfirm={send}>
        {letter === undefined ? <Skeleton lines={4} /> : <LetterSample letter={letter} />}
        <p>{t('expos.letters_confirm_participants', { count: ids.length })}</p>
        <TroubleNotice trouble={action.trouble} />
      </Confirm>
    </>
  );
}
