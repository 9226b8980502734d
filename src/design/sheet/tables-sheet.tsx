// A table, a day's rows, facts and marks.
import { Fragment } from 'react';
import { useFormats } from '#client/formats.ts';
import { TextAction } from '../button.tsx';
import { DataTable, More } from '../data-table.tsx';
import { Unknown, VisibilityMark } from '../marks.tsx';
import { Attention, Columns, Section } from '../page.tsx';
import { DayRows, Facts } from '../rows.tsx';
import { AssuranceMark, StageMark } from '../stage-marks.tsx';
import { TabLink, Tabs } from '../tabs.tsx';
import { Time, ZoneNote } from '../time.tsx';
import { useWords } from './words.ts';

const ZONE = 'Asia/Shanghai';
const names = ['E09 B22', 'E01 B39', 'E02 B17'];

export function TablesSheet() {
  const w = useWords();
  const formats = useFormats();
  const nothing = () => undefined;
  const rows = names.map((name, at) => ({ name, must: at < 2, why: w.reasons[at] ?? '', help: w.helps[at] ?? '' }));
  return (
    <>
      <Section title={w.unplaced} count={formats.number(17)} aside={w.unplacedNote}>
        <DataTable
          caption={w.unplaced}
          rows={rows}
          rowKey={({ name }) => name}
          sortedBy={{ key: 'who', descending: false }}
          onSort={nothing}
          columns={[
            { key: 'who', head: w.who, naming: true, nowrap: true, sortable: true, cell: ({ name }) => name },
            { key: 'wish', head: w.wish, sortable: true, cell: ({ must }) => (must ? <Attention>{w.must}</Attention> : w.want) },
            { key: 'why', head: w.why, cell: ({ why }) => why },
            { key: 'help', head: w.help, cell: ({ help }) => <TextAction onPress={nothing}>{help}</TextAction> },
          ]}
        />
        <More rest={14} onMore={nothing} />
      </Section>
      <Columns>
        <Section title={w.marks} span={6} aside={<ZoneNote zone={ZONE} />}>
          <Facts
            entries={[
              { term: w.visible, value: <Visibilities /> },
              { term: w.limit, value: <Unknown>{w.limitUnknown}</Unknown> },
              { term: w.stage, value: <Stages /> },
              { term: w.assurance, value: <Assurances /> },
              {
                term: w.venue,
                value: (
                  <Time instant="2019-11-06T02:50:00Z" until="2019-11-06T03:10:00Z" zone={ZONE} style="datetime" dateStyle="table" own />
                ),
              },
              { term: w.first, value: <Time instant="2019-11-06T02:50:00Z" zone={ZONE} style="date" dateStyle="text" /> },
              { term: w.booked, value: formats.number(3617), end: true },
            ]}
          />
        </Section>
        <Section title={w.dayRows} span={6} aside={formats.date('2019-11-06T02:50:00Z', ZONE, 'day')}>
          <DayRows
            label={w.dayRows}
            entries={[
              { key: '1', time: '09:50', what: w.earlier, where: w.table8, state: w.met, position: 'past' },
              { key: '2', time: '10:50', what: w.buyer, where: w.table8, state: w.next, position: 'here' },
              { key: '3', time: '11:30', what: w.later, where: w.table8 },
            ]}
          />
        </Section>
      </Columns>
      <Section title={w.tabs}>
        <Tabs label={w.tabs}>
          <TabLink to="/design">{w.tabOne}</TabLink>
          <TabLink to="/">{w.tabTwo}</TabLink>
        </Tabs>
      </Section>
    </>
  );
}

function Visibilities() {
  const w = useWords();
  return (
    <>
      <VisibilityMark visibility="private" /> <VisibilityMark visibility="shared">{w.sharedWith}</VisibilityMark>{' '}
      <VisibilityMark visibility="public">{w.everybody}</VisibilityMark>
    </>
  );
}

function Stages() {
  return (
    <>
      <StageMark stage="potential" /> <StageMark stage="intended" /> <StageMark stage="signed" /> <StageMark stage="realised" />{' '}
      <StageMark stage="intended" ended="lapsed" /> <StageMark stage="signed" ended="cancelled" />
    </>
  );
}

const assurances = ['ours', 'theirs', 'confirmed', 'documented', 'verified', 'differ', 'withdrawn'] as const;

function Assurances() {
  return assurances.map((assurance) => (
    <Fragment key={assurance}>
      <AssuranceMark assurance={assurance} />{' '}
    </Fragment>
  ));
}
