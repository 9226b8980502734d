// What a city is known by elsewhere, and which other bodies it hangs together with without being the same.
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { CityId, CityKind } from './city.ts';

/** What one city is to another: it lies in it, is where its government sits, is its port. */
export const relationKinds = ['lies_in', 'seat_of', 'port_of'] as const;
export type RelationKind = (typeof relationKinds)[number];

export type RelationId = Id<'CityRelation'>;

export interface Relation {
  readonly id: RelationId;
  readonly cityId: CityId;
  readonly otherId: CityId;
  readonly kind: RelationKind;
  readonly reason: string;
  readonly office: OfficeId;
}

/** Which kind of body may be what to which: a district lies in a city, no region in a district. */
const parts: Readonly<Record<RelationKind, { readonly one: readonly CityKind[]; readonly other: readonly CityKind[] }>> = {
  lies_in: { one: ['municipality', 'district', 'port', 'region'], other: ['municipality', 'region'] },
  seat_of: { one: ['municipality', 'district'], other: ['region', 'municipality'] },
  port_of: { one: ['port', 'municipality', 'district'], other: ['municipality', 'region', 'district'] },
};

export const mayRelate = (kind: RelationKind, one: CityKind, other: CityKind): boolean =>
  parts[kind].one.includes(one) && parts[kind].other.includes(other) && !(one === 'region' && other === 'municipality');
