import { Id, Label, Sha256 } from '@parley/model';
import { z } from 'zod';
import { Recorded } from '../contract.ts';
import { At, LineGeometry, ZoneGeometry } from './geometry.ts';
import { MethodNote } from './method-note.ts';

/** What is asked of several maps, and answered. */

const Band = z.object({ value: z.number(), low: z.number(), high: z.number() }).meta({
  id: 'Band',
  description: 'A figure as drawn, and the least and most of it while every border is off by no more than its accuracy',
});
const People = Band.nullable().meta({ description: 'Null where no population was asked for' });
const Measured = z.object({ areaKm2: Band, people: People });
const PlacedSite = z.object({
  id: Id,
  name: z.string(),
  signedMeters: z.number().meta({ description: 'To the border; negative inside' }),
  where: z.enum(['inside', 'uncertain', 'outside']),
});
const PlacedUnit = z.object({
  id: Id,
  name: z.string(),
  areaKm2: z.number(),
  shareInside: Band.meta({ description: 'In per cent of its area' }),
  where: z.enum(['inside', 'cut', 'uncertain', 'outside']),
});
const Patch = z.object({ areaKm2: z.number(), people: z.number().nullable(), at: At });
const Pieces = z.object({
  pieces: z.array(Patch).meta({ description: 'Parts that do not touch, the largest first' }),
  enclaves: z.array(Patch).meta({ description: 'Holes: ground of others that it goes all round' }),
  joinedByNecks: z.array(Patch).nullable(),
});
const LineShift = z
  .object({
    drawn: z.object({
      signedMeanMeters: z.number(),
      meanMeters: z.number(),
      medianMeters: z.number(),
      p95Meters: z.number(),
      greatestMeters: z.number(),
      greatestAt: At,
      greatestOn: z.enum(['first', 'second']),
      comparedMeters: z.number(),
      sharedMeters: z.number(),
      stepMeters: z.number(),
    }),
    meanMeters: Band,
    greatestMeters: Band,
  })
  .meta({
    id: 'MapLineShift',
    description: 'How far a second line is from a first; positive is outwards, of lines to the right of the first',
  });

const Note = MethodNote.omit({ steps: true });

/** What every result on maps says of where it came from. */
const Used = {
  /** The population that people were counted by; always shown with its year, and with "before displacement" where it is so. */
  population: z.object({ id: Id, name: Label, year: z.int(), beforeDisplacement: z.boolean(), licence: z.string().nullable() }).nullable(),
  told: z.array(z.string()),
  used: z.array(z.object({ kind: z.string(), id: Id, hash: Sha256 })),
  compartments: z.array(Id).meta({ description: 'The narrowest compartments of what was used: where the result starts' }),
};

const AskedMap = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'What to call it; made from its party and version where left out' }),
  featureIds: z.array(Id).min(1),
  accuracyMeters: z.number().min(0).max(50_000).optional().meta({ description: 'In place of what its features state' }),
});
const Asked = {
  populationId: Id.optional(),
  accuracyMeters: z.number().min(0).max(50_000).optional().meta({ description: 'For all maps in place of what their features state' }),
  groundIds: z.array(Id).optional().meta({
    description: 'Sites, roads, municipalities and camps to look for; all of the case where left out, none where empty',
  }),
};

export const CompareMaps = z
  .object({
    maps: z.array(AskedMap).min(1).max(50),
    reference: AskedMap.optional(),
    neckMeters: z.number().min(0).max(50_000).optional().meta({ description: 'Parts joined only by necks narrower than this are told' }),
    ...Asked,
  })
  .meta({ id: 'CompareMaps' });

export const MapFigures = z
  .object({
    name: z.string(),
    featureIds: z.array(Id),
    accuracyMeters: z.number().nullable(),
    ...Measured.shape,
    sites: z.array(PlacedSite).nullable(),
    roadLengthKm: Band.nullable(),
    units: z.array(PlacedUnit).nullable(),
    pieces: Pieces,
    compactness: z.number(),
    towardsReference: z
      .object({
        overlap: Measured,
        onlyMap: Measured,
        onlyReference: Measured,
        shareOfMap: Band,
        shareOfReference: Band,
        lineShift: LineShift.nullable(),
      })
      .nullable(),
    leftOfReference: Pieces.nullable(),
  })
  .meta({ id: 'MapFigures', description: 'What one map has in it, and how it stands to the reference' });

export const ComparedMaps = z
  .object({
    result: z.object({
      reference: MapFigures.nullable(),
      maps: z.array(MapFigures),
      overlapMatrix: z.object({
        names: z.array(z.string()),
        areaKm2: z.array(z.array(Band)),
        percentOfRow: z.array(z.array(Band)),
      }),
      note: Note,
    }),
    ...Used,
  })
  .meta({ id: 'ComparedMaps' });

export const DifferenceOfMaps = z.object({ first: AskedMap, second: AskedMap }).meta({ id: 'DifferenceOfMaps' });
export const MapDifference = z
  .object({
    onlyFirst: ZoneGeometry,
    both: ZoneGeometry,
    onlySecond: ZoneGeometry,
    used: Used.used,
    compartments: Used.compartments,
  })
  .meta({ id: 'MapDifference', description: 'What only the first map has, what both have, and what only the second has' });

export const ContestedMaps = z
  .object({
    claims: z
      .array(AskedMap.omit({ name: true }).extend({ party: z.string().trim().min(1).max(500) }))
      .min(1)
      .max(8)
      .meta({ description: 'The zones that each claims; several of one party count as one' }),
    populationId: Asked.populationId,
    accuracyMeters: Asked.accuracyMeters,
  })
  .meta({ id: 'ContestedMaps' });

export const ContestedFound = z
  .object({
    result: z.object({
      parts: z.array(Measured.extend({ parties: z.array(z.string()), coordinates: ZoneGeometry })),
      totals: z.object({
        claimed: Measured,
        byOneKm2: z.number(),
        bySeveralKm2: z.number(),
        parties: z.array(z.object({ party: z.string(), claimed: Measured, aloneKm2: z.number(), contestedKm2: z.number() })),
      }),
      note: Note,
    }),
    ...Used,
  })
  .meta({ id: 'ContestedFound', description: 'For each set of parties what they claim and the others do not' });

export const PhaseMaps = z
  .object({
    phases: z
      .array(AskedMap.extend({ phase: z.int().min(1).max(99) }))
      .min(1)
      .max(99),
    start: AskedMap.optional().meta({ description: 'What the holder has before the first phase' }),
    holder: z.string().trim().min(1).max(500),
    receiver: z.string().trim().min(1).max(500),
    zonesAre: z.enum(['handed over', 'still held']).default('handed over'),
    ...Asked,
  })
  .meta({ id: 'PhaseMaps' });

const GroundFigures = Measured.extend({ sites: z.array(PlacedSite).nullable(), roadLengthKm: Band.nullable() });

export const PhasesFound = z
  .object({
    result: z.object({
      start: GroundFigures,
      phases: z.array(
        z.object({
          phase: z.int(),
          name: z.string(),
          handedOver: GroundFigures,
          takenBack: GroundFigures,
          holds: z.array(GroundFigures.extend({ party: z.string() })),
          left: Pieces,
          handedOverCoordinates: ZoneGeometry,
          leftCoordinates: ZoneGeometry,
        }),
      ),
      note: Note,
    }),
    ...Used,
  })
  .meta({ id: 'PhasesFound', description: 'What each phase hands over, and what is left after it' });

export const ShiftMaps = z.object({ first: AskedMap, second: AskedMap }).meta({ id: 'ShiftMaps' });
export const ShiftFound = z
  .object({
    result: z.object({ names: z.array(z.string()), lineShift: LineShift.nullable(), note: Note }),
    told: Used.told,
    used: Used.used,
    compartments: Used.compartments,
  })
  .meta({ id: 'ShiftFound', description: 'How far two lines are from each other; null where they share all of their course' });

export const CompromiseMaps = z
  .object({
    first: AskedMap,
    second: AskedMap,
    shares: z
      .array(z.number().min(0).max(1))
      .min(1)
      .max(20)
      .default([0.25, 0.5, 0.75])
      .meta({ description: 'Which shares of what is contested pass to how the second has it' }),
    by: z.enum(['area', 'people']).default('area'),
    populationId: Asked.populationId,
    record: z
      .object({
        compartment: Id.optional().meta({ description: 'Where to; the narrowest of what was used where left out, and never public' }),
      })
      .optional()
      .meta({ description: 'Records each zone, or line between lines, as a feature of the case' }),
  })
  .meta({ id: 'CompromiseMaps' });

export const CompromiseFound = z
  .object({
    audience: z.literal('mediator'),
    disclaimer: z.string().meta({ description: 'Says that it is a construction, and not a proposal by Parley' }),
    result: z.object({
      lines: z.array(
        z.object({
          shareAsked: z.number(),
          share: z.number(),
          shareOfArea: z.number(),
          shareOfPeople: z.number().nullable(),
          level: z.number(),
          coordinates: ZoneGeometry,
          line: LineGeometry,
        }),
      ),
      contestedCoordinates: ZoneGeometry,
      contestedKm2: z.number(),
      contestedPeople: z.number().nullable(),
      note: Note,
    }),
    recorded: Recorded.nullable(),
    ...Used,
  })
  .meta({ id: 'CompromiseFound', description: 'Lines between two maps, for the mediator until released; not a proposal by Parley' });
