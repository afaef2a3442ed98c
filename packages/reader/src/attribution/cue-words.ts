/** Verbs whose first object is who is told, not what. */
export const TELLING = new Set([
  'tell',
  'inform',
  'assure',
  'remind',
  'notify',
  'brief',
  'reassure',
  'warn',
  'persuade',
  'convince',
  'advise',
  'caution',
]);
/** Verbs that report words as such, so that the words may stand before them. */
export const REPORTING = new Set(
  (
    'say tell add write note explain report announce tweet argue reply respond suggest acknowledge recall continue conclude warn insist state declare admit claim ' +
    'concede observe joke reveal complain predict predicate confirm stress emphasize contend remark ask wonder quip lament post assert reiterate testify believe think agree ' +
    'estimate indicate allege maintain disclose recount go put according show find caution charge email shout read assure point promise vow pledge hope fear know see answer ' +
    'demand urge boast exclaim counter deny mention describe inform clarify opine muse elaborate demur retort'
  ).split(' '),
);
/** Verbs of whose subject somebody else speaks next. */
export const ASKING = new Set(['ask', 'wonder', 'inquire', 'enquire', 'question']);
/** Verbs whose subject was spoken to. */
export const ANSWERING = new Set(['reply', 'answer', 'respond', 'retort', 'counter']);
/** Verbs whose subject belongs to the content. */
export const SEEMING = new Set(['seem', 'appear']);
/** Prepositions that belong to the cue before its content. */
export const LINKS = new Set([
  'about',
  'of',
  'for',
  'on',
  'to',
  'with',
  'in',
  'against',
  'from',
  'over',
  'at',
  'as',
  'out',
  'by',
  'up',
  'into',
  'like',
  'toward',
  'towards',
  'around',
  'behind',
  'off',
]);

/** Passive in form, but the subject is who feels: `were worried about …`. */
export const FEELING = new Set(
  'worry incline concern convince determine dispose oppose commit interest alarm satisfy disappoint shock surprise upset frustrate excite please outrage bother embarrass tempt prepare dedicate'.split(
    ' ',
  ),
);

/** Heads of noun phrases that say when. */
export const TIME_WORDS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday week month year morning night afternoon evening day time'.split(
    ' ',
  ),
);

/** Verbs that, negated, are a refusal to say. */
export const SAYING = new Set(
  'say comment confirm respond reply answer elaborate specify disclose mention reveal address clarify discuss explain return provide'.split(
    ' ',
  ),
);
