/**
 * Cues of talks and diplomacy that political news has too few of, in the form of `CUE_COUNTS`, each
 * as if seen a few times.
 */
export const OWN_CUE_COUNTS = `
convey|F that 6/6 np 6/8 np-that 3/3|G that 4/4 np 3/5;inform|F np-that 8/8 np 4/8|G np-that 4/4;brief|F np-that 4/4 np 2/4
reiterate|F that 6/6 np 6/6|G that 4/4 np 4/4;stipulate|F that 6/6 np 2/4;communicate|F that 4/4 np 3/5;relay|F that 4/4 np 3/5
underline|F that 6/6 np 5/6|G that 4/4;underscore|F that 5/5 np 3/6;caution|F that 6/6 against 4/4|G that 4/4
deplore|F np 5/5;condemn|F np 6/6;welcome|F np 6/7;demand|F that 8/8 np 6/7|G that 4/4 np 4/5;insist|F that 8/8 on 6/6|G that 4/4 on 4/4
envisage|F np 3/4;concern|N that 8/8;fear|N that 8/8;hope|N that 8/8;claim|N that 8/8;expectation|N that 6/6;assurance|N that 6/6;warning|N that 6/6
demand|N that 6/6 for 4/5;view|F np-as 5/6;rule|F out 4/5;urge|F np-to 8/8 np 4/5;compel|F np-to 0/6;quote|P as 4/4;favor|F ing 8/8 np 6/6;claim|F verb 8/8 that 6/6;surpass|G np 0/6;offer|F to 6/6 np 3/5;accept|F np 8/8;agree|F to 6/6 on 4/4;reject|F np 8/8;propose|F np 6/7 that 6/6 ing 4/4;refuse|F to 8/8;threaten|F to 8/8;endorse|F np 6/6;pledge|F to 6/6 np 4/4;rule|F out 6/6;consider|F ing 4/4
stand|F by 5/5;object|F to 6/6|G to 4/4;exclude|F np 5/5 ing 3/3;refuse|F np 4/5;accept|F that 4/4;enquire|F whether 4/4;inquire|F whether 4/4;undertake|F to 6/6;reaffirm|F that 4/4;recall|F that 5/5;caution|F np-verb 3/3
willing|J to 7/7;ready|J to 6/6;unwilling|J to 5/5;unprepared|J to 3/3;prepare|P to 9/9;note|F comma 3/3;reserve|F np 4/4;withdraw|F np-that 2/4;share|F np 2/5;tell|P by 6/6;regret|F that 6/6 np 4/5;appeal|F for 5/5;pretend|F that 6/6 to 4/5|G that 4/4 to 3/4
`;

/** Things that happen or hold but do not speak; each counts as seen ten times as a subject and never a speaker. */
export const SPEECHLESS: readonly string[] = (
  'conflict war fighting escalation atmosphere situation crisis violence process failure progress negotiation talk discussion obstacle setback ' +
  'divide division distrust mistrust casualty event development incident weather delay lull ceasefire truce siege strike attack'
).split(' ');

/** Sides of talks and those around them; each counts as seen ten times as a subject and seven times a speaker. */
export const SPEAKING: readonly string[] = (
  'alliance delegation negotiator mediator envoy ministry faction militia union council bloc side party government cabinet movement group ' +
  'commander guarantor observer diplomat official representative spokesman spokeswoman spokesperson source emissary delegate army ' +
  'rebel guerrilla insurgent captor kidnapper front command republic kingdom emirate presidency secretariat commission committee board panel chair lawyer elder herder farmer fisherman villager worker miner'
).split(' ');
