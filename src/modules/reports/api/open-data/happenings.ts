// Rows of what happened in ties: agreements with what they foresee, exchanges, carriers.
import type { FullTies } from '#modules/ties/api/ties-in-full.ts';
import type { OpenRow } from '../../domain/open-data/package.ts';
import { anyText, dateCells, listCell, officeCells, sourceCells, textCells } from './cells.ts';

/** A tie with the addresses of its cities, `a` and `b` in the order of its sides. */
export interface SidedTie {
  readonly address: string;
  readonly a: string;
  readonly b: string;
}
type TieOf = (tieId: string) => SidedTie | undefined;

const cityOn = (tie: SidedTie, side: 'a' | 'b' | null): string | null => (side === null ? null : tie[side]);

export const agreementRows = ({ agreements }: FullTies, tieOf: TieOf): readonly OpenRow[] =>
  agreements.flatMap((agreement) => {
    const tie = tieOf(agreement.tieId);
    if (tie === undefined) return [];
    return {
      ...{ id: agreement.id, tie: tie.address, kind: agreement.kind, ...textCells('title', agreement.title) },
      domains: listCell(agreement.domains),
      ...dateCells('signed', agreement.signedOn),
      ...dateCells('valid_from', agreement.validFrom),
      ...dateCells('valid_to', agreement.validTo),
      parties: listCell(
        agreement.parties.flatMap(({ name }) => anyText(name) ?? []),
        '; ',
      ),
      party_count: agreement.parties.length,
      ...{ under: agreement.frameId, follows: agreement.followsId, has_paper: agreement.document !== null },
      ...sourceCells(agreement.source),
      ...officeCells(agreement.office, agreement.officeName),
    };
  });

export const itemRows = ({ agreements }: FullTies, tieOf: TieOf): readonly OpenRow[] =>
  agreements.flatMap(({ tieId, items }) => {
    const tie = tieOf(tieId);
    if (tie === undefined) return [];
    const [first, second] = tie.a < tie.b ? (['a', 'b'] as const) : (['b', 'a'] as const);
    return items.map((item) => ({
      ...{ id: item.id, agreement: item.agreementId, number: item.number, ...textCells('text', item.text), domain: item.domain },
      ...dateCells('due', item.due),
      ...{ state_of_first: item.states[first], state_of_second: item.states[second] },
    }));
  });

export const exchangeRows = ({ exchanges }: FullTies, tieOf: TieOf): readonly OpenRow[] =>
  exchanges.flatMap((exchange) => {
    const tie = tieOf(exchange.tieId);
    if (tie === undefined) return [];
    return {
      ...{ id: exchange.id, tie: tie.address, kind: exchange.kind, ...textCells('title', exchange.title) },
      domains: listCell(exchange.domains),
      ...dateCells('starts', exchange.starts),
      ...dateCells('ends', exchange.ends),
      ...{ from_city: cityOn(tie, exchange.fromSide ?? null), level: exchange.level, led_by: exchange.ledBy },
      ...{ people: exchange.people, note: exchange.note },
      ...sourceCells(exchange.source),
      ...officeCells(exchange.office, exchange.officeName),
    };
  });

export const carrierRows = ({ carriers }: FullTies, tieOf: TieOf): readonly OpenRow[] =>
  carriers.flatMap((carrier) => {
    const tie = tieOf(carrier.tieId);
    if (tie === undefined) return [];
    return {
      ...{ id: carrier.id, tie: tie.address, kind: carrier.kind, of_city: cityOn(tie, carrier.side) },
      ...{ name: carrier.name ?? anyText(carrier.organisationName), body: carrier.body, role: carrier.role },
      ...dateCells('starts', carrier.starts),
      ...dateCells('ends', carrier.ends),
      ...sourceCells(carrier.source),
      ...officeCells(carrier.office, carrier.officeName),
    };
  });
