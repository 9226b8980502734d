// Who is here and who is not yet, by hall and group.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { DataTable, More } from '#design/data-table.tsx';
import { Columns, Section } from '#design/page.tsx';
import { useName } from '../edition/names.tsx';
import { Who } from './door-entry.tsx';
import type { DoorProps, Expected } from './use-door.ts';

type Shown = 'missing' | 'here' | 'left';
const shownStates = ['missing', 'here', 'left'] as const;
const mostAtOnce = 40;
/** Value of a choice for those without one; no id or hall is a blank. */
const without = ' ';

export function DoorLists(props: DoorProps & { readonly onTold: (participantId: string) => void }) {
  const { t } = useText();
  const name = useName();
  const { door, state } = props;
  const [shown, setShown] = useState<Shown>('missing');
  const [only] = door.ownHalls;
  // A steward of one hall begins with it.
  const [hall, setHall] = useState(door.ownHalls.length === 1 && only !== undefined ? only : '');
  const [group, setGroup] = useState('');
  const [most, setMost] = useState(mostAtOnce);
  // A steward’s own halls stand first.
  const isOwn = (one: string): number => Number(!door.ownHalls.includes(one));
  const halls = [...new Set([...door.ownHalls, ...door.participants.flatMap((one) => one.halls)])].sort(
    (a, b) => isOwn(a) - isOwn(b) || a.localeCompare(b, 'en', { numeric: true }),
  );
  const inHall = (one: Expected): boolean => hall === '' || (hall === without ? one.halls.length === 0 : one.halls.includes(hall));
  const inGroup = (one: Expected): boolean => group === '' || (one.groupId ?? without) === group;
  const stateOf = (one: Expected): Shown => state.presence.get(one.id)?.state ?? 'missing';
  const chosen = door.participants.filter((one) => inHall(one) && inGroup(one));
  const rows = chosen.filter((one) => stateOf(one) === shown);
  const option = (value: Shown) => ({
    value,
    text: `${t(`meetings.door_show_${value}`)} (${chosen.filter((one) => stateOf(one) === value).length})`,
  });
  return (
    <Columns>
      <Section title={t('meetings.door_list')} count={rows.length} span={7}>
        <div className="doorfilter">
          <SelectField name="show" label={t('meetings.door_show')} value={shown} onChange={setShown} options={shownStates.map(option)} />
          {halls.length > 0 && (
            <SelectField
              name="hall"
              label={t('meetings.door_hall')}
              value={hall}
              onChange={setHall}
              options={[
                { value: '', text: t('meetings.door_all_halls') },
                ...halls.map((value) => ({ value, text: value })),
                { value: without, text: t('meetings.door_no_hall') },
              ]}
            />
          )}
          {door.groups.length > 0 && (
            <SelectField
              name="group"
              label={t('meetings.door_group')}
              value={group}
              onChange={setGroup}
              options={[
                { value: '', text: t('meetings.door_all_groups') },
                ...door.groups.map((one) => ({ value: one.id, text: `${one.code} ${name(one.name)}` })),
                { value: without, text: t('meetings.door_no_group') },
              ]}
            />
          )}
        </div>
        {rows.length === 0 ? (
          <p className="muted">{t('meetings.door_list_none')}</p>
        ) : (
          <ul className="rows ends">
            {rows.slice(0, most).map((one) => (
              <DoorRow key={one.id} {...props} one={one} />
            ))}
          </ul>
        )}
        {rows.length > most && <More rest={rows.length - most} onMore={() => setMost(most + mostAtOnce)} />}
      </Section>
      <Counts {...props} halls={halls} />
    </Columns>
  );
}

function DoorRow({ one, state, door, edition, onTold }: DoorProps & { readonly one: Expected; readonly onTold: (id: string) => void }) {
  const { t } = useText();
  const formats = useFormats();
  const presence = state.presence.get(one.id);
  const isHere = presence?.state === 'here';
  const tell = () => {
    void state.outbox.add({ what: { kind: isHere ? 'left' : 'arrived', participantId: one.id }, words: one.code });
    onTold(one.id);
  };
  const word = t(isHere ? 'meetings.door_leaves' : 'meetings.door_here');
  return (
    <li>
      <Who of={one} />
      <span className="dooract">
        {presence !== undefined && t('meetings.door_since', { time: formats.time(presence.since, edition.timeZone) })}
        {door.mayTell && (
          <Button kind={isHere ? 'text' : 'plain'} onPress={tell} aria-label={`${word} ${one.code}`}>
            {word}
          </Button>
        )}
      </span>
    </li>
  );
}

interface CountRow {
  readonly key: string;
  readonly words: string;
  readonly here: number;
  readonly missing: number;
}

function Counts({ door, state, halls }: DoorProps & { readonly halls: readonly string[] }) {
  const { t } = useText();
  const name = useName();
  const row = (key: string, words: string, of: readonly Expected[]): readonly CountRow[] => {
    const here = of.filter(({ id }) => state.presence.get(id)?.state === 'here').length;
    const missing = of.filter(({ id }) => !state.presence.has(id)).length;
    return of.length === 0 ? [] : [{ key, words, here, missing }];
  };
  const everyone = door.participants;
  const rows = [
    ...halls.flatMap((hall) =>
      row(
        `hall ${hall}`,
        `${t('meetings.door_hall')} ${hall}`,
        everyone.filter((one) => one.halls.includes(hall)),
      ),
    ),
    // Those of no hall too, so that everybody is counted somewhere.
    ...(halls.length === 0
      ? []
      : row(
          'no hall',
          t('meetings.door_no_hall'),
          everyone.filter((one) => one.halls.length === 0),
        )),
    ...door.groups.flatMap(({ id, code, name: of }) =>
      row(
        id,
        `${code} ${name(of)}`,
        everyone.filter(({ groupId }) => groupId === id),
      ),
    ),
    ...(door.groups.length === 0
      ? []
      : row(
          'no group',
          t('meetings.door_no_group'),
          everyone.filter(({ groupId }) => groupId === null),
        )),
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={t('meetings.door_by_hall')} span={5}>
      <DataTable
        caption={t('meetings.door_by_hall')}
        rows={rows}
        rowKey={({ key }) => key}
        keepColumns
        columns={[
          { key: 'of', head: t('meetings.door_group'), silent: true, naming: true, cell: ({ words }) => words },
          { key: 'here', head: t('meetings.door_count_here'), end: true, cell: ({ here }) => here },
          { key: 'missing', head: t('meetings.door_count_missing'), end: true, cell: ({ missing }) => missing },
        ]}
      />
    </Section>
  );
}
