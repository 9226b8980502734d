// What an outcome has to do with something else. "Related to" claims nothing; "result of" is a claim somebody must stand for.
export const subjectKinds = ['tie', 'edition', 'agreement', 'exchange', 'meeting'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const relations = ['related_to', 'result_of'] as const;
export type Relation = (typeof relations)[number];

export interface Attribution {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly relation: Relation;
}
