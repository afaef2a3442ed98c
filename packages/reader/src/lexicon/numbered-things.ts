/** Things that are told apart by a number after them: `town 10`, `checkpoint 4`. It counts nothing. */
export const NUMBERED_THINGS: ReadonlySet<string> = new Set(
  (
    'town village hamlet camp settlement house flat apartment block building room ward bed floor gate checkpoint post outpost position point grid sector district precinct quarter hill bridge pier quay berth hangar well borehole ' +
    'mine pit shaft field plot platform track bus tram cell unit battalion brigade regiment squad platoon company tower bunker seat exit junction kilometre kilometer km milestone marker buoy school station table line lot ' +
    'channel form annexe appendix schedule slide figure exhibit witness prisoner patient suspect defendant'
  ).split(' '),
);
