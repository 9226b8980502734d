// The naming policy is decided by the register office; a decision takes hold everywhere at once, search included.
import type { MultilingualText } from '#kernel/language.ts';
import { notFound, ok, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { LabelRuleEntry, LabelRuleShown } from '../contract/naming.ts';
import { nameOf, type CityId } from '../domain/city.ts';
import type { NamingScope } from '../domain/scope.ts';
import { gazetteerNames } from '../formats/han-name.ts';
import { mayDecideNames } from '../policy.ts';
import { loadCities, loadCitiesOf } from '../store/cities.ts';
import {
  deleteRule,
  findRegisterOffice,
  findRule,
  insertRule,
  listRuleRecords,
  takePresets,
  updateRule,
  type RuleId,
  type RuleRecord,
} from '../store/naming-policy.ts';
import { indexCities } from './index-city.ts';
import { placesToAdd } from './locate/find-places.ts';
import { indexEntries } from './profile/index-entries.ts';

const showRule = (rule: RuleRecord): LabelRuleShown => ({ ...rule, labels: rule.labels === null ? null : { ...rule.labels } });

/** The whole policy; whoever works here may read how places are called and why. The gazetteer is asked outside the transaction. */
export async function listLabelRules(transact: Transact): Promise<Result<{ entries: LabelRuleEntry[]; mayEdit: boolean }>> {
  const read = await transact(async (work) => {
    const mayEdit = mayDecideNames(work.actor, await findRegisterOffice(work.tx)).ok;
    const rules = await listRuleRecords(work.tx);
    return ok({
      mayEdit,
      rules,
      cities: await loadCities(
        work.tx,
        rules.flatMap(({ cityId }) => cityId ?? []),
      ),
    });
  });
  if (!read.ok) return read;
  const { mayEdit, rules, cities } = read.value;
  const numbers = rules.flatMap(({ geonamesId }) => geonamesId ?? []);
  const places = numbers.length === 0 ? ok([]) : await placesToAdd(numbers);
  if (!places.ok) return places;
  const called = new Map<number | string, { readonly name: MultilingualText; readonly country: string }>([
    ...places.value.map((place) => [place.geonamesId, { name: nameOf(gazetteerNames(place)), country: place.country }] as const),
    ...cities.map(({ id, names, country }) => [id, { name: nameOf(names), country }] as const),
  ]);
  const placeOf = ({ geonamesId, cityId }: RuleRecord): LabelRuleEntry['place'] => {
    const place = called.get(geonamesId ?? cityId ?? 0);
    return place === undefined ? null : { ...place, name: { ...place.name } };
  };
  return ok({ mayEdit, entries: rules.map((rule) => ({ ...showRule(rule), place: placeOf(rule) })) });
}

/** All that a decision lacks. */
const missingIn = ({
  state,
  labels,
  reason,
  decidedOn,
}: Pick<RuleRecord, 'state' | 'labels' | 'reason' | 'decidedOn'>): readonly Problem[] => [
  ...(state === 'shown' && labels === null ? [{ path: ['labels'], code: 'cities.policy_says_nothing' }] : []),
  ...(reason === '' ? [{ path: ['reason'], code: 'kernel.required' }] : []),
  ...(decidedOn === '' ? [{ path: ['decidedOn'], code: 'kernel.date_missing' }] : []),
];

type Renamer = (work: Work, cities: readonly CityId[]) => Promise<void>;
const renamers = new Set<Renamer>();

/** Has `renamer` told, in the same transaction, of cities about whose names or showing a rule was decided; app/ subscribes at the start. */
export const onNamesDecided = (renamer: Renamer): void => {
  renamers.add(renamer);
};

/** Writes the log and the search's terms of the cities concerned and of what is called by them, and answers the rule. */
async function decided(
  work: Work,
  scope: NamingScope,
  { rule, useCase }: { readonly rule: RuleRecord; readonly useCase: 'create-label-rule' | 'update-label-rule' | 'remove-label-rule' },
): Promise<Result<LabelRuleShown>> {
  const cities = (await loadCitiesOf(work.tx, rule)).map(({ id }) => id);
  await indexCities(work, cities);
  await indexEntries(work, { cities });
  for (const rename of renamers) await rename(work, cities);
  await audit(work, { useCase, office: scope.office, subjects: [rule.id], fields: ['state', 'labels', 'reason', 'decidedOn'] });
  return ok(showRule(rule));
}

/** Makes a rule for a place, a city of the register or a country. Refuses `cities.policy_exists`, and all problems of the input at once. */
export async function createLabelRule(work: Work, input: Asked<'createLabelRule'>): Promise<Result<LabelRuleShown>> {
  const scope = mayDecideNames(work.actor, await findRegisterOffice(work.tx));
  if (!scope.ok) return scope;
  const problems = [...missingIn(input)];
  const asked = { ...input, cityId: input.cityId ?? null };
  const about = [asked.geonamesId, asked.cityId, asked.country].filter((one) => one !== null).length;
  if (about !== 1) problems.unshift({ path: [about === 0 ? 'country' : 'geonamesId'], code: 'cities.policy_one_place' });
  const [city] = asked.cityId === null ? [] : await loadCities(work.tx, [asked.cityId]);
  if (asked.cityId !== null && city === undefined) problems.unshift({ path: ['cityId'], code: 'cities.not_found' });
  if (problems.length > 0) return refuseInput(problems);
  const place = city === undefined || city.geonamesId === null ? {} : { geonamesId: city.geonamesId, cityId: null };
  const rule = await insertRule(work.tx, scope.value, { ...asked, ...place, id: work.newId<'LabelRule'>() });
  if (rule === null) return refuse({ kind: 'conflict', code: 'cities.policy_exists' });
  return decided(work, scope.value, { rule, useCase: 'create-label-rule' });
}

async function openRule(work: Work, ruleId: RuleId): Promise<Result<{ readonly rule: RuleRecord; readonly scope: NamingScope }>> {
  const scope = mayDecideNames(work.actor, await findRegisterOffice(work.tx));
  if (!scope.ok) return scope;
  await takePresets(work.tx, scope.value);
  const rule = await findRule(work.tx, ruleId);
  return rule === null ? notFound('cities.policy_not_found') : ok({ rule, scope: scope.value });
}

/** Decides a rule anew. */
export async function updateLabelRule(work: Work, { ruleId, ...input }: Asked<'updateLabelRule'>): Promise<Result<LabelRuleShown>> {
  const opened = await openRule(work, ruleId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const problems = missingIn(input);
  if (problems.length > 0) return refuseInput(problems);
  const rule = await updateRule(work.tx, scope, {
    ...input,
    id: opened.value.rule.id,
    expectedVersion: work.expectedVersion,
    now: work.now,
  });
  return rule === null ? refuse(stale) : decided(work, scope, { rule, useCase: 'update-label-rule' });
}

/** Removes a rule; the place is shown as it is called. */
export async function removeLabelRule(work: Work, { ruleId }: Asked<'removeLabelRule'>): Promise<Result<LabelRuleShown>> {
  const opened = await openRule(work, ruleId);
  if (!opened.ok) return opened;
  const { rule, scope } = opened.value;
  if (!(await deleteRule(work.tx, scope, rule.id, work.expectedVersion))) return refuse(stale);
  return decided(work, scope, { rule, useCase: 'remove-label-rule' });
}
