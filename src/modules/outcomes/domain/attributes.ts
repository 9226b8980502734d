// What can be stated of an outcome beside its ledger, where sources differ: each attribute with the form of its value.
export const outcomeAttributes = ['amount', 'count', 'owner', 'supplier', 'purpose', 'remark'] as const;
export type OutcomeAttribute = (typeof outcomeAttributes)[number];

/** The form of the value of each attribute; "unknown" may be stated of any. */
export const valueTypes = {
  amount: 'money',
  count: 'count',
  owner: 'text',
  supplier: 'text',
  purpose: 'text',
  remark: 'text',
} as const satisfies Readonly<Record<OutcomeAttribute, 'money' | 'count' | 'text'>>;

export const isOutcomeAttribute = (text: string): text is OutcomeAttribute => text in valueTypes;
