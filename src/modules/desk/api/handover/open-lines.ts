// What is open on a desk now, line by line: by its register, by the outcomes of its ties, and by the words of the one who goes.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { listContradicted } from '#modules/outcomes/api/list-contradicted.ts';
import { listUnanswered } from '#modules/outcomes/api/list-unanswered.ts';
import { followUpsToSend, lettersReturned } from '#modules/outcomes/api/follow-up/ask.ts';
import { exchangeWords } from '#modules/ties/api/exchange/read-exchange-words.ts';
import { nearness } from '#modules/ties/domain/endings.ts';
import { slugOf } from '#modules/ties/domain/naming.ts';
import type { Work } from '#platform/work.ts';
import { openThings } from '../../domain/briefing/open-things.ts';
import { deadlinesOf } from '../../domain/deadlines.ts';
import { partOf, typedLine, type OpenLine, type TypedLine } from '../../domain/handover/lines.ts';
import { unansweredOf } from '../../domain/unanswered.ts';
import { openBesides } from '../answers/open-besides.ts';
import { loadOfficeRegister, type RegisterTie } from '../open-desk.ts';

const nothing = { attribute: null, typed: null, due: null, late: false } as const;

interface Asking {
  readonly office: OfficeId;
  readonly today: string;
  readonly words: Awaited<ReturnType<typeof exchangeWords>>;
}

function linesOfTie({ facts, own, partner, side, keeping }: RegisterTie, { office, today, words }: Asking): readonly OpenLine[] {
  const other = partner.officeId;
  const sides = { office, other, side, today };
  const said = facts.exchanges.flatMap(({ id }) => words.get(id) ?? []);
  const open = {
    facts,
    deadlines: deadlinesOf(facts, office, today),
    unanswered: other === null ? [] : unansweredOf(facts, { office, other, words: said, today }),
    outcomes: [],
    isAnswered: () => false,
    turn: null,
  };
  return openThings(sides, open).map((thing) => ({
    ...{ subject: `${keeping.tieId} ${thing.key}`, part: partOf(thing), with: partner.name, about: thing.about, title: thing.title },
    ...{
      attribute: thing.attribute,
      typed: null,
      due: thing.due,
      late: thing.late,
      since: thing.since,
      page: { tie: slugOf(own, partner) },
    },
  }));
}

/** Figures of outcomes that wait for our word: those another office reports, and those it holds otherwise. Each outcome once. */
async function linesOfOutcomes(work: Work, officeId: OfficeId): Promise<Result<readonly OpenLine[]>> {
  const [unanswered, contradicted] = [await listUnanswered(work, { officeId }), await listContradicted(work, { officeId })];
  if (!unanswered.ok) return unanswered;
  if (!contradicted.ok) return contradicted;
  const lines = [
    ...unanswered.value.entries.map(({ outcome, office, at }) => ({
      ...{ outcome, office, at, about: 'answer_outcome' as const, subject: `answer_outcome ${outcome.id}` },
    })),
    // Who says that so much of it is so does not hold it otherwise.
    ...contradicted.value.entries.map(({ outcome, office, at, isPart }) => {
      const about = isPart ? ('answer_outcome' as const) : ('contradicted' as const);
      return { outcome, office, at, about, subject: `contradicted ${outcome.id}` };
    }),
  ].map(({ outcome, office, at, about, subject }): OpenLine => ({
    ...{ subject, part: 'answers', with: office.name, about, title: outcome.title },
    ...{ ...nothing, since: at.slice(0, 10), page: { outcome: outcome.id } },
  }));
  return ok([...new Map(lines.toReversed().map((line) => [line.subject, line])).values()].toReversed());
}

/** What others state of a project, a city, a lesson, and what waits for a word besides. */
async function linesBesides(work: Work, office: OfficeId): Promise<readonly OpenLine[]> {
  return (await openBesides(work, office)).map((entry): OpenLine => ({
    ...{ subject: entry.key, part: 'answers', with: entry.office.name },
    ...(entry.kind === 'third' ? { about: 'third', title: entry.thing.title } : { about: 'answer_outcome', title: entry.title }),
    ...{ ...nothing, since: entry.at.slice(0, 10), page: pageOf(entry) },
  }));
}

/** A mark of a project is worked on where its outcome is. */
function pageOf(entry: Awaited<ReturnType<typeof openBesides>>[number]): OpenLine['page'] {
  if (entry.kind === 'third') return entry.thing.tieId === null ? { outcome: entry.thing.id } : { tie: entry.thing.tieId };
  return entry.kind === 'stated' && ['outcome', 'milestone', 'indicator'].includes(entry.about.kind) ? { outcome: entry.about.of } : null;
}

/** Letters to be sent, and those that found nobody: one line for all, since an edition alone may have hundreds. */
async function linesOfFollowUps(work: Work, office: OfficeId, today: string): Promise<readonly OpenLine[]> {
  const [toSend, returned] = [await followUpsToSend(work, office), await lettersReturned(work, office)];
  const lines = [
    { list: 'follow_ups' as const, found: toSend },
    { list: 'returned_letters' as const, found: returned },
  ];
  return lines.flatMap(({ list, found }): readonly OpenLine[] => {
    if (found === null) return [];
    const due = { text: found.due, qualifier: 'exact' as const };
    return [
      {
        ...{ subject: list, part: 'deadlines', with: null, about: list, title: null, count: found.count, attribute: null },
        ...{ typed: null, due, late: nearness(due, today) === 'late', since: null, page: { list } },
      },
    ];
  });
}

/** In the order of the parts of a hand-over; within one, of the register, then as typed. */
export async function openLines(work: Work, office: OfficeId, typed: readonly TypedLine[]): Promise<Result<readonly OpenLine[]>> {
  const register = await loadOfficeRegister(work, office);
  if (!register.ok) return register;
  const outcomes = await linesOfOutcomes(work, office);
  if (!outcomes.ok) return outcomes;
  const today = work.now.toISOString().slice(0, 10);
  const { ties } = register.value;
  // What the other side entered of itself may wait for our word, too.
  const theirs = ties.flatMap(({ facts, partner }) => facts.exchanges.filter((one) => one.office === partner.officeId).map(({ id }) => id));
  const words = await exchangeWords(work, theirs);
  const ofTies = ties.flatMap((tie) => linesOfTie(tie, { office, today, words }));
  return ok([
    ...outcomes.value,
    ...(await linesBesides(work, office)),
    ...ofTies,
    ...(await linesOfFollowUps(work, office, today)),
    ...typed.map((line) => typedLine(line, line.due !== null && nearness(line.due, today) === 'late')),
  ]);
}
