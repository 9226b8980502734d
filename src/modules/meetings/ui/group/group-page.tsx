// The lead's screen: their companies against time, holes marked, and who could fill the hole in hand.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { DayGrid } from '#design/day/grid.tsx';
import { Key } from '#design/marks.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { writing } from '#kernel/language.ts';
import { Columns, Note, Section, Title } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import type { GroupGrid } from '../agenda/answers.ts';
import { Candidates } from '../agenda/hole.tsx';
import { meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { Named, useName } from '../edition/names.tsx';
import { inLanguage } from '#kernel/written-language.ts';
import { zoneName } from '#kernel/zone-names.ts';
import { RequestsLink } from '../requests/requests-link.tsx';
import { Gaps } from './gaps.tsx';
import { linesOf, restOf } from './lines.ts';
import '#modules/expos/ui/company/company.css';

/** /editions/$slug/groups/$groupId */
export function GroupPage() {
  const { slug = '', groupId = '' } = useParams({ strict: false });
  const edition = useQuery({ ...exposQueries.getEdition.queryOptions({ input: { edition: slug } }), throwOnError: true }).data;
  return edition === undefined ? <Skeleton lines={10} /> : <Group edition={edition} groupId={groupId} />;
}

export function Group({ edition, groupId }: { readonly edition: Pick<Edition, 'id' | 'slug'>; readonly groupId: string }) {
  const { data } = useQuery({
    ...meetingsQueries.groupGrid.queryOptions({ input: { editionId: edition.id, groupId, atLeast: 3 } }),
    refetchInterval: 30_000,
    throwOnError: (_error, query) => query.state.data === undefined,
  });
  return data === undefined ? <Skeleton lines={10} /> : <GroupDay slug={edition.slug} grid={data} />;
}

interface Chosen {
  readonly row: number;
  readonly slot: number;
}

function GroupDay({ slug, grid }: { readonly slug: string; readonly grid: GroupGrid }) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const zone = grid.edition.timeZone;
  const days = [...new Set(grid.slots.map((slot) => dayOf(slot.startsAt, zone)))];
  const [day, setDay] = useState(days[0] ?? '');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const title = t('meetings.group_title', { count: grid.rows.length, group: name(grid.group.name) });
  if (grid.rows.length === 0)
    return (
      <>
        <Title title={name(grid.group.name)} note={<Named name={grid.edition.name} />} />
        <Empty heading={t('meetings.group_empty')}>{t('meetings.group_empty_text')}</Empty>
      </>
    );
  if (grid.release === null || days.length === 0)
    return (
      <>
        <Title title={title} note={<Named name={grid.edition.name} />} />
        <Empty heading={t('meetings.agenda_none')} actions={<RequestsLink edition={grid.edition} isText />}>
          {t('meetings.group_none_text')}
        </Empty>
        <Gaps grid={grid} />
      </>
    );
  return (
    <div className="tight">
      <Title title={title} note={t('meetings.group_note', { day: formats.day(day), zone: zoneName(zone, formats.language) })} />
      <Columns>
        <Figures grid={grid} slug={slug} />
        <HoleInHand grid={grid} chosen={chosen} onTaken={() => setChosen(null)} />
      </Columns>
      <Section
        title={t('meetings.companies_and_times')}
        aside={days.length > 1 ? <DayChoice days={days} day={day} onChoose={setDay} /> : <GroupKey />}
      >
        <GroupTable grid={grid} day={day} chosen={chosen} onChoose={setChosen} />
        <Note>{t('meetings.interpreter_rows')}</Note>
      </Section>
      <Gaps grid={grid} />
    </div>
  );
}

function GroupTable({
  grid,
  day,
  chosen,
  onChoose,
}: {
  readonly grid: GroupGrid;
  readonly day: string;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}) {
  const { t, language } = useText();
  const formats = useFormats();
  const name = useName();
  const zone = grid.edition.timeZone;
  const slots = grid.slots.filter((slot) => dayOf(slot.startsAt, zone) === day);
  const span = { start: Math.min(...slots.map((s) => Date.parse(s.startsAt))), end: Math.max(...slots.map((s) => Date.parse(s.endsAt))) };
  const words = {
    hole: t('meetings.hole'),
    away: (reason: string) => (reason === '' ? t('meetings.away') : inLanguage(reason, language)),
    lacking: t('meetings.key_lacking'),
    met: (at: string) => t('meetings.met_in_queue', { time: formats.time(at, zone) }),
    comma: writing[language].comma,
    holeLabel: (count: number) => t('meetings.who_is_free', { count }),
  };
  return (
    <DayGrid
      caption={t('meetings.companies_and_times')}
      nameHead={t('meetings.company')}
      span={span}
      zone={zone}
      lines={linesOf({ grid, span, name, words, chosenRow: chosen?.row ?? null })}
      breaks={restOf(slots)}
      onChoose={(line, block) => {
        const [kind, slot] = block.split(':');
        onChoose(kind === 'hole' ? { row: Number(line), slot: Number(slot) } : null);
      }}
      {...(chosen === null ? {} : { chosenBlock: `hole:${chosen.slot}:${chosen.row}` })}
    />
  );
}

function DayChoice({
  days,
  day,
  onChoose,
}: {
  readonly days: readonly string[];
  readonly day: string;
  readonly onChoose: (day: string) => void;
}) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <SelectField
      name="day"
      label={t('meetings.day')}
      value={day}
      onChange={onChoose}
      options={days.map((one) => ({ value: one, text: formats.day(one, 'day') }))}
    />
  );
}

function GroupKey() {
  const { t } = useText();
  return (
    <Key
      entries={[
        { look: 'meet', sample: 'B12', text: t('meetings.key_meeting') },
        { look: 'soft', sample: 'B12', text: t('meetings.key_lacking') },
        { look: 'way', sample: t('meetings.away'), text: t('meetings.key_away') },
        { look: 'hole', sample: t('meetings.hole'), text: t('meetings.key_hole') },
      ]}
    />
  );
}

function Figures({ grid, slug }: { readonly grid: GroupGrid; readonly slug: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { meetings, holes, fewer, atLeast, withoutInterpreter } = grid.figures;
  return (
    <Section title={t('meetings.the_day')} span={4}>
      <Facts
        entries={[
          { term: t('meetings.meetings_placed'), value: formats.number(meetings), end: true },
          {
            term: t('meetings.holes'),
            value: <span className={holes > 0 ? 'attention' : undefined}>{formats.number(holes)}</span>,
            end: true,
          },
          { term: t('meetings.fewer_than', { count: atLeast }), value: formats.number(fewer), end: true },
          { term: t('meetings.without_interpreter'), value: formats.number(withoutInterpreter), end: true },
        ]}
      />
      <Buttons>
        <ButtonLink to="/editions/$slug/groups/$groupId/pack" params={{ slug, groupId: grid.group.id }}>
          {t('meetings.print_pack')}
        </ButtonLink>
        <RequestsLink edition={grid.edition} isText />
      </Buttons>
    </Section>
  );
}

function HoleInHand({ grid, chosen, onTaken }: { readonly grid: GroupGrid; readonly chosen: Chosen | null; readonly onTaken: () => void }) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const row = chosen === null ? undefined : grid.rows[chosen.row];
  const slot = chosen === null ? undefined : grid.slots[chosen.slot];
  if (row === undefined || slot === undefined)
    return (
      <Section title={t('meetings.fill_holes')} span={8}>
        <p className="muted">{grid.figures.holes > 0 ? t('meetings.choose_hole') : t('meetings.no_holes')}</p>
      </Section>
    );
  const title = t('meetings.hole_of', {
    name: name(row.participant.name),
    span: formats.span(slot.startsAt, slot.endsAt, grid.edition.timeZone),
  });
  return (
    <Section title={title} span={8}>
      <Candidates
        editionId={grid.edition.id}
        zone={grid.edition.timeZone}
        participantId={row.participant.id}
        slotId={slot.id}
        onTaken={onTaken}
      />
    </Section>
  );
}
