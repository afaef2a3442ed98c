/** The force with which something is said, in the order of the model. */
export const STRENGTHS = ['asserts', 'demands', 'offers', 'accepts', 'rejects', 'denies', 'declinesToSay', 'threatens', 'expects'] as const;
