/** What a policy can be about; each is a definition of the view's schema. */
export const subjectKinds = ['family', 'level', 'section', 'grade', 'reportingLine', 'link'] as const;

export type SubjectKind = (typeof subjectKinds)[number];
