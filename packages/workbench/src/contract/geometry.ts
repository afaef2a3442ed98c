import { z } from 'zod';

/** Coordinates in degrees (WGS 84), longitude first. */

export const At = z.tuple([z.number(), z.number()]).meta({ description: 'Longitude, latitude' });
export const ZoneGeometry = z.array(z.unknown()).meta({ id: 'ZoneGeometry', description: 'Coordinates of a MultiPolygon' });
export const LineGeometry = z.array(z.unknown()).meta({ id: 'LineGeometry', description: 'Coordinates of a MultiLineString' });
